import { Compass, FileClock, Waypoints } from 'lucide-react';
import { memo, useDeferredValue, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { hasCode } from '../../../common/errors.ts';
import { useT } from '../../i18n/use-t.ts';
import { useLit } from '../../state/lit.ts';
import { useNotes } from '../../state/notes.ts';
import { Button } from '../../ui/Button.tsx';
import { CodedError } from '../../ui/CodedError.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Quote } from '../passages/Quote.tsx';
import { ResultList, type ResultListHandle } from '../passages/ResultList.tsx';
import type { Answer } from './answer.ts';
import { Copies } from './Copies.tsx';
import { Filters } from './Filters.tsx';
import { type Follower, type Following, MOST } from './follower.ts';
import { NoteResult } from './NoteResult.tsx';
import { narrowingsOf } from './narrowing.ts';
import { PassageResult } from './PassageResult.tsx';
import styles from './related.module.css';
import { Toolbar } from './Toolbar.tsx';
import { useRelatedCommands } from './use-commands.ts';
import { useFollower } from './use-follower.ts';

/** What is related to the note, or the passage, that is read. */
export function RelatedPanel() {
  const t = useT();
  const { follower, following } = useFollower();
  // Results are drawn in pieces, between which the page answers keys and scrolls.
  const drawn = useDeferredValue(following);
  const [filtering, setFiltering] = useState(false);
  const list = useRef<ResultListHandle>(null);
  const root = useRef<HTMLElement>(null);
  const byKeys = useRef(false);
  useRelatedCommands(follower);
  useEffect(
    () =>
      follower.watch(() => ({
        touched: root.current?.querySelector('ul:hover, li :focus-visible') != null,
        reached: list.current?.reached() ?? 0,
      })),
    [follower],
  );
  // After the next frame: then the pointer and the focus are where they went.
  const left = () => requestAnimationFrame(() => follower.left());
  return (
    <section
      ref={root}
      aria-label={t('related.title')}
      aria-busy={following.asking}
      className={styles.panel}
      onPointerLeave={left}
      onBlur={left}
    >
      <Toolbar
        follower={follower}
        mode={following.mode}
        unlinkedOnly={following.unlinkedOnly}
        pinned={following.pinned}
        newer={following.newer !== null}
        filtering={filtering}
        onFilter={setFiltering}
      />
      <Filters
        filter={following.filter}
        open={filtering}
        onChange={(filter) => follower.choose({ filter })}
      />
      <Pinned following={following} />
      <Body follower={follower} following={drawn} list={list} byKeys={byKeys} />
    </section>
  );
}

function Pinned({ following: { pinned, path } }: { readonly following: Following }) {
  const t = useT();
  const title = useNotes((s) => (path ? s.byPath.get(path)?.title : undefined));
  if (!pinned || !path) return null;
  return <p className={styles.pinned}>{t('related.pinnedTo', { title: title ?? path })}</p>;
}

interface BodyProps {
  readonly follower: Follower;
  readonly following: Following;
  readonly list: React.RefObject<ResultListHandle | null>;
  /** The focus of the keyboard was in a list that is gone. */
  readonly byKeys: React.RefObject<boolean>;
}

const Body = memo(function Body({ follower, following, list, byKeys }: BodyProps) {
  const t = useT();
  const { path, shown, error, asking } = following;
  if (path === null)
    return (
      <Empty icon={Compass} title={t('related.noNote.title')}>
        {t('related.noNote.words')}
      </Empty>
    );
  if (error !== null) return <Failed error={error} onRetry={() => follower.retry()} />;
  if (!shown) return asking ? <Asking /> : <div className={styles.waiting} />;
  if (shown.items.length === 0) return <Nothing follower={follower} following={following} answer={shown} />;
  return (
    <Results
      key={`${shown.here ? 'passages' : 'notes'} ${shown.note.path}`}
      follower={follower}
      following={following}
      answer={shown}
      list={list}
      byKeys={byKeys}
    />
  );
});

function Results({ follower, following, answer, list, byKeys }: BodyProps & { readonly answer: Answer }) {
  const t = useT();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const asked = answer.note;
  // Whoever opens notes with the keys goes on with the keys, though each takes its list away.
  useLayoutEffect(() => {
    if (byKeys.current && document.activeElement === document.body) list.current?.focus();
    byKeys.current = false;
    return () => {
      byKeys.current = document.activeElement?.matches('[data-main]:focus-visible') ?? false;
      useLit.getState().set(null);
    };
  }, [list, byKeys]);
  const toggle = (id: string) =>
    setOpen((was) => {
      const now = new Set(was);
      if (!now.delete(id)) now.add(id);
      return now;
    });
  const { mode, limit, asking } = following;
  // Another passage's results begin at their beginning.
  const at = answer.here?.start;
  useEffect(() => {
    if (at !== undefined) list.current?.toTop();
  }, [at, list]);
  const more = answer.items.length >= limit && limit < MOST;
  return (
    <ResultList
      handle={list}
      paneFocus
      items={answer.items}
      idOf={(item) => item.id}
      label={t(mode === 'notes' ? 'related.results' : 'related.passageResults')}
      before={answer.here && <Here answer={answer} />}
      after={
        <div className={styles.after}>
          {more && (
            <Button look="quiet" small isDisabled={asking} onPress={() => follower.choose({ limit: MOST })}>
              {t('related.more')}
            </Button>
          )}
          {mode === 'notes' && <Copies path={asked.path} />}
          {answer.coverage < 1 && (
            <p className={styles.coverage}>
              {t('related.coverage', { share: Math.floor(answer.coverage * 100) / 100 })}
            </p>
          )}
        </div>
      }
    >
      {(item, { main }) => {
        const shared = { main, expanded: open.has(item.id), onExpand: () => toggle(item.id) };
        if (item.kind === 'note') return <NoteResult {...shared} related={item.related} asked={asked} />;
        return (
          <PassageResult
            {...shared}
            passage={item.passage}
            language={asked.language}
            onPoint={(on) => useLit.getState().set(on ? hereOf(answer) : null)}
          />
        );
      }}
    </ResultList>
  );
}

const hereOf = ({ note, here }: Answer) => here && { path: note.path, start: here.start, end: here.end };

/** The passage that is read, to which the results answer. */
function Here({ answer }: { readonly answer: Answer }) {
  const t = useT();
  return (
    <div className={styles.here}>
      <span className={styles.label}>{t('related.toPassage')}</span>
      <span className={styles.two}>
        <Quote passage={answer.here!} room={220} title={answer.note.title} language={answer.note.language} />
      </span>
    </div>
  );
}

/** Shown only when an answer takes its time: most are there before it would be seen. */
function Asking() {
  const t = useT();
  return (
    <div className={styles.asking} role="status">
      <span className="sr-only">{t('related.asking')}</span>
      {[0, 1, 2].map((i) => (
        <div key={i} className={styles.ghost} aria-hidden>
          <i />
          <i />
          <i />
        </div>
      ))}
    </div>
  );
}

function Failed({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useT();
  if (hasCode(error, 'NOTE_NOT_FOUND'))
    return (
      <Empty icon={FileClock} title={t('related.notIndexed.title')}>
        {t('related.notIndexed.words')}
      </Empty>
    );
  return (
    <div className={styles.failed}>
      <CodedError
        error={error}
        actions={
          <Button small onPress={onRetry}>
            {t('related.retry')}
          </Button>
        }
      />
    </div>
  );
}

function Nothing({
  follower,
  following,
  answer,
}: {
  readonly follower: Follower;
  readonly following: Following;
  readonly answer: Answer;
}) {
  const t = useT();
  const { filter, unlinkedOnly, mode } = following;
  const filtered = narrowingsOf(filter).length > 0;
  const words = filtered
    ? t('related.none.filtered')
    : unlinkedOnly
      ? t('related.none.unlinked')
      : mode === 'passages' && !answer.here
        ? t('related.none.passage')
        : t('related.none.words');
  const actions = filtered ? (
    <Button small onPress={() => follower.choose({ filter: {} })}>
      {t('related.none.clear')}
    </Button>
  ) : unlinkedOnly ? (
    <Button small onPress={() => follower.choose({ unlinkedOnly: false })}>
      {t('related.none.linkedToo')}
    </Button>
  ) : mode === 'passages' ? (
    <Button small onPress={() => follower.choose({ mode: 'notes' })}>
      {t('related.none.whole')}
    </Button>
  ) : undefined;
  return (
    <Empty icon={Waypoints} title={t('related.none.title')} actions={actions}>
      {words}
      {answer.coverage < 1 && (
        <p>{t('related.coverage', { share: Math.floor(answer.coverage * 100) / 100 })}</p>
      )}
    </Empty>
  );
}
