import type { ReactNode } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import type { Properties as NoteProperties, PropertyValue } from '../markdown/types.ts';
import { ExternalLink, NoteLink, TagLink } from './elements/links.tsx';
import styles from './note.module.css';

/** What stands at the top of a note's file, as a quiet list; as text where it cannot be read. */
export function Properties({ properties }: { readonly properties: NoteProperties }) {
  const t = useT();
  const { entries, error, raw } = properties;
  if (error)
    return (
      <section className={styles.properties} aria-label={t('reader.properties')}>
        <p className={styles.reason}>{t('reader.propertiesBroken', { reason: error })}</p>
        <pre className={styles.rawProperties}>{raw}</pre>
      </section>
    );
  if (entries.length === 0) return null;
  return (
    <dl className={styles.properties} aria-label={t('reader.properties')}>
      {entries.map(([name, value]) => (
        <div key={name} className={styles.property}>
          <dt>{name}</dt>
          <dd>
            <Value name={name} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ name, value }: { readonly name: string; readonly value: PropertyValue }): ReactNode {
  const t = useT();
  if (value === null || value === '') return <span className={styles.faint}>{t('reader.none')}</span>;
  if (typeof value === 'boolean') return t(value ? 'reader.yes' : 'reader.no');
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return <span className={styles.faint}>{t('reader.none')}</span>;
    return (
      <span className={styles.values}>
        {value.map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: values may be alike
          <span key={i}>
            <Value name={name} value={one} />
          </span>
        ))}
      </span>
    );
  }
  if (typeof value === 'object') return <code>{JSON.stringify(value)}</code>;
  return <Words name={name} text={value as string} />;
}

const LINK = /\[\[([^[\]]+)\]\]/g;

function Words({ name, text }: { readonly name: string; readonly text: string }): ReactNode {
  if (/^tags?$/i.test(name))
    return text
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((tag, i) => [i > 0 && ' ', <TagLink key={tag} data-name={tag.replace(/^#/, '')} />]);
  if (/^https?:\/\/\S+$/.test(text)) return <ExternalLink data-url={text}>{text}</ExternalLink>;
  const out: ReactNode[] = [];
  let at = 0;
  for (const found of text.matchAll(LINK)) {
    const [target = '', alias] = found[1]!.split('|');
    out.push(text.slice(at, found.index));
    out.push(
      <NoteLink key={found.index} data-target={target.trim()}>
        {alias ?? target}
      </NoteLink>,
    );
    at = found.index + found[0].length;
  }
  return [...out, text.slice(at)];
}
