import { useIntl } from 'react-intl';
import type { MessageId } from '../../i18n/catalogue.ts';
import { useT } from '../../i18n/use-t.ts';

const MINUTE = 60;
const HOUR = 3600;

/** A time to wait, in the words for it and their numbers: rounded up, since less is a pleasant surprise. */
export function timeLeft(seconds: number): {
  readonly id: MessageId;
  readonly values: Record<string, number>;
} {
  if (seconds < 90) return { id: 'status.left.seconds', values: { n: Math.max(1, Math.ceil(seconds)) } };
  const minutes = Math.ceil(seconds / MINUTE);
  if (seconds < HOUR) return { id: 'status.left.minutes', values: { n: minutes } };
  return { id: 'status.left.hours', values: { h: Math.floor(minutes / 60), m: minutes % 60 } };
}

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A number of bytes in the unit that it is best read in. */
export function sizeIn(bytes: number): { readonly value: number; readonly unit: (typeof SIZES)[number] } {
  let [value, i] = [bytes, 0];
  while (value >= 999.5 && i < SIZES.length - 1) [value, i] = [value / 1000, i + 1];
  return { value, unit: SIZES[i]! };
}

/** Numbers as they are written in the person's language. */
export function useNumbers() {
  const intl = useIntl();
  const t = useT();
  return {
    count: (n: number) => intl.formatNumber(n),
    /** Of small paces a decimal tells something. */
    rate: (n: number) => intl.formatNumber(n, { maximumFractionDigits: n < 10 ? 1 : 0 }),
    /** Rounded down: only what is complete is 100 %. */
    share: (n: number) => intl.formatNumber(Math.floor(n * 100) / 100, { style: 'percent' }),
    size: (bytes: number) => {
      const { value, unit } = sizeIn(bytes);
      return intl.formatNumber(value, {
        style: 'unit',
        unit,
        unitDisplay: unit === 'byte' ? 'long' : 'short',
        maximumFractionDigits: value < 10 && unit !== 'byte' ? 1 : 0,
      });
    },
    left: (seconds: number) => {
      const { id, values } = timeLeft(seconds);
      return t(id, values);
    },
    language: (tag: string) =>
      tag === 'und' ? t('status.model.unknown') : (intl.formatDisplayName(tag, { type: 'language' }) ?? tag),
  };
}
