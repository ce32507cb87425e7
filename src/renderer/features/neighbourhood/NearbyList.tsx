import { useT } from '../../i18n/use-t.ts';
import styles from './nearby.module.css';
import type { Drawn, Kind } from './ties.ts';

const KINDS: readonly Kind[] = ['both', 'linked', 'related'];

interface Props {
  readonly drawn: Drawn;
  readonly onRead: (path: string, newTab: boolean) => void;
}

/** The same notes in words, for who does not see the drawing or would rather read. */
export function NearbyList({ drawn: { notes, kinds }, onRead }: Props) {
  const t = useT();
  return (
    <div className={styles.list}>
      {([1, 2] as const).flatMap((step) =>
        KINDS.flatMap((kind) => {
          const of = notes.filter((note, i) => note.step === step && kinds[i] === kind);
          if (of.length === 0) return [];
          return [
            <section key={`${step} ${kind}`} aria-labelledby={`nearby-${step}-${kind}`}>
              <h2 id={`nearby-${step}-${kind}`} className={styles.group}>
                <i className={styles.glyph} data-kind={kind} aria-hidden />
                {t(`nearby.step.${step}`)} · {t(`nearby.kind.${kind}`)}
              </h2>
              <ul>
                {of.map(({ note }) => (
                  <li key={note.path}>
                    <button
                      type="button"
                      className={styles.row}
                      lang={note.language}
                      onClick={(event) => onRead(note.path, event.ctrlKey || event.metaKey)}
                    >
                      {note.title}
                    </button>
                  </li>
                ))}
              </ul>
            </section>,
          ];
        }),
      )}
    </div>
  );
}
