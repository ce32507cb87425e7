import { useIntl } from 'react-intl';
import type { RelatedNote } from '../../../contract/related.ts';
import { useT } from '../../i18n/use-t.ts';
import { closerThan } from './reasons.ts';

type Translate = ReturnType<typeof useT>;

/** How two notes are linked, in words; null where they are not. */
export function linkedness({ to, from }: RelatedNote['linked'], t: Translate): string | null {
  if (to && from) return t('related.linked.both');
  if (to) return t('related.linked.to');
  return from ? t('related.linked.from') : null;
}

/** What a result was compared by, while that is not final. */
export const tierFact = (tier: RelatedNote['tier'], t: Translate): string | null =>
  tier === 'contextual' ? null : t(`related.tier.${tier}`);

/** How close a result is: as a figure, and as the sentence that says what the figure means. */
export function useCloser(passages = false) {
  const t = useT();
  const { formatNumber } = useIntl();
  return {
    figure: (percentile: number) =>
      formatNumber(closerThan(percentile), {
        style: 'percent',
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      }),
    sentence: (percentile: number) =>
      t(passages ? 'related.closerPassages' : 'related.closer', { share: closerThan(percentile) }),
  };
}
