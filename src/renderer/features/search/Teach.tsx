import { Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FilterField } from '../../../common/query/query-part.ts';
import { useT } from '../../i18n/use-t.ts';
import { useNotes } from '../../state/notes.ts';
import type { Way } from './questions.ts';
import styles from './search.module.css';

interface Props {
  readonly way: Way;
  readonly history: readonly string[];
  readonly onAsk: (text: string, to?: string) => void;
  /** Puts the beginning of an operator into the field. */
  readonly onBegin: (text: string) => void;
  readonly onForget: () => void;
}

const OPERATORS: readonly FilterField[] = ['tag', 'path', 'lang', 'linked', 'after', 'before'];
const HISTORY = 8;

/** What can be asked, by example: shown while nothing is. */
export function Teach({ way, history, onAsk, onBegin, onForget }: Props) {
  const t = useT();
  const [a, b] = useTwoTitles();
  if (way === 'axis')
    return (
      <div className={styles.teach}>
        <p className={styles.lesson}>{t('search.teach.axis')}</p>
        <Group title={t('search.try')}>
          <Example
            text={`${t('search.try.axis.from')} ⟷ ${t('search.try.axis.to')}`}
            does={t('search.try.axis.does')}
            onTake={() => onAsk(t('search.try.axis.from'), t('search.try.axis.to'))}
          />
        </Group>
      </div>
    );
  if (way === 'algebra')
    return (
      <div className={styles.teach}>
        <p className={styles.lesson}>{t('search.teach.sum')}</p>
        <Group title={t('search.try')}>
          <Example text={t('search.try.words')} does={t('search.try.words.does')} onTake={onAsk} />
          <Example text={t('search.try.weight')} does={t('search.try.weight.does')} onTake={onAsk} />
          {a && b && (
            <Example text={t('search.try.sum', { a, b })} does={t('search.try.sum.does')} onTake={onAsk} />
          )}
        </Group>
      </div>
    );
  return (
    <div className={styles.teach}>
      {history.length > 0 && (
        <Group
          title={t('search.history')}
          action={
            <button type="button" className={styles.forget} onClick={onForget}>
              {t('search.forget')}
            </button>
          }
        >
          {history.slice(0, HISTORY).map((text) => (
            <li key={text}>
              <button type="button" className={styles.past} onClick={() => onAsk(text)}>
                <Clock size={12} aria-hidden />
                <span>{text}</span>
              </button>
            </li>
          ))}
        </Group>
      )}
      <Group title={t('search.try')}>
        <Example text={t('search.try.question')} does={t('search.try.question.does')} onTake={onAsk} />
        <Example text={t('search.try.phrase')} does={t('search.try.phrase.does')} onTake={onAsk} />
        <Example text={t('search.try.without')} does={t('search.try.without.does')} onTake={onAsk} />
      </Group>
      <Group title={t('search.narrow')}>
        {OPERATORS.map((field) => (
          <Example key={field} text={`${field}:`} does={t(`search.op.${field}`)} onTake={onBegin} />
        ))}
      </Group>
    </div>
  );
}

/** Two notes of the open vault whose titles read well in an example. */
function useTwoTitles(): (string | undefined)[] {
  const list = useNotes((s) => s.list) ?? [];
  const short = list.filter(
    ({ title, kind }) => kind === 'markdown' && /^\p{L}[\p{L}\s]{3,24}$/u.test(title),
  );
  return [short[0]?.title, short[Math.floor(short.length / 2)]?.title];
}

function Group({
  title,
  action,
  children,
}: {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.group}>
      <h3>
        {title}
        {action}
      </h3>
      <ul>{children}</ul>
    </section>
  );
}

interface ExampleProps {
  readonly text: string;
  readonly does: string;
  readonly onTake: (text: string) => void;
}

function Example({ text, does, onTake }: ExampleProps) {
  return (
    <li>
      <button type="button" className={styles.example} onClick={() => onTake(text)}>
        <code>{text}</code>
        <span>{does}</span>
      </button>
    </li>
  );
}
