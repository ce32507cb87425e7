import { ArrowUpDown, MoveRight, Search, Sigma } from 'lucide-react';
import { useRef } from 'react';
import { readQuery } from '../../../common/query/read-query.ts';
import { writeQuery } from '../../../common/query/write-query.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { CodedError } from '../../ui/CodedError.tsx';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import type { ResultListHandle } from '../passages/ResultList.tsx';
import { Found } from './Found.tsx';
import { MistakeNote } from './MistakeNote.tsx';
import { QuestionField } from './QuestionField.tsx';
import { isAsking } from './questions.ts';
import { Standing } from './Standing.tsx';
import styles from './search.module.css';
import type { Seeking } from './seeker.ts';
import { Teach } from './Teach.tsx';
import { TermChips } from './TermChips.tsx';
import { expressionOf, termsOf } from './terms.ts';
import { useHistory } from './use-history.ts';
import { useSeeker } from './use-seeker.ts';
import { useTellHits } from './use-tell-hits.ts';

/** Questions to the vault: by words and meaning, by what adds up, by what lies between two ends. */
export function SearchPanel() {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  const toField = useRef<HTMLInputElement>(null);
  const list = useRef<ResultListHandle>(null);
  const { seeker, seeking } = useSeeker(field);
  const { history, add, forget } = useHistory();
  const { way, text, to, found, mistake, error } = seeking;
  useTellHits(found);

  const submit = () => {
    seeker.submit();
    if (way === 'search' && !seeker.store.getState().mistake) add(text);
  };
  const down = () => list.current?.focus();
  const mistakeIn = (name: 'text' | 'to') => (mistake?.field === name ? 'search-mistake' : undefined);
  const put = (question: string) => {
    seeker.type(question);
    field.current?.focus();
  };
  return (
    <section
      aria-label={t('search.title')}
      className={styles.panel}
      onClickCapture={(event) => inResults(event.target) && way === 'search' && add(text)}
    >
      <div className={styles.ask}>
        <SegmentedControl
          label={t('search.way')}
          value={way}
          onChange={(chosen) => {
            seeker.choose(chosen);
            field.current?.focus();
          }}
          segments={[
            { value: 'search', label: t('search.way.search') },
            { value: 'algebra', label: t('search.way.algebra') },
            { value: 'axis', label: t('search.way.axis') },
          ]}
        />
        <div className={styles.fields}>
          <QuestionField
            inputRef={field}
            value={text}
            onChange={(value) => seeker.type(value)}
            icon={way === 'search' ? Search : way === 'algebra' ? Sigma : MoveRight}
            label={t(way === 'search' ? 'search.field' : way === 'algebra' ? 'search.sum' : 'search.from')}
            placeholder={t(PLACEHOLDERS[way])}
            way={way === 'search' ? 'search' : 'sum'}
            onSubmit={submit}
            onDown={down}
            mistakeId={mistakeIn('text')}
          />
          {way === 'axis' && (
            <div className={styles.second}>
              <QuestionField
                inputRef={toField}
                value={to}
                onChange={(value) => seeker.typeTo(value)}
                icon={MoveRight}
                label={t('search.to')}
                placeholder={t('search.toPlaceholder')}
                way="sum"
                onSubmit={submit}
                onDown={down}
                mistakeId={mistakeIn('to')}
              />
              <IconButton
                icon={ArrowUpDown}
                label={t('search.axis.swap')}
                onPress={() => {
                  seeker.type(to);
                  seeker.typeTo(text);
                }}
              />
            </div>
          )}
        </div>
        {mistake && (
          <MistakeNote
            id="search-mistake"
            mistake={mistake}
            asked={seeking}
            field={mistake.field === 'to' ? toField : field}
          />
        )}
        {(way === 'algebra' || found?.way === 'algebra') && (
          <Terms text={text} onChange={(expression) => seeker.type(expression)} />
        )}
      </div>
      {error !== null && <Failed error={error} onRetry={() => seeker.submit()} />}
      {isAsking(seeking) ? (
        <>
          <Standing
            seeking={seeking}
            onOnly={(language) => put(onlyIn(text, language))}
            onNewer={() => seeker.take()}
            onAsWords={() => put(`"${text.replaceAll('"', '')}"`)}
          />
          {found && (
            // biome-ignore lint/a11y/useSemanticElements: no set of fields
            <div
              role="group"
              aria-label={t('search.results')}
              className={cx(styles.found, isFormer(seeking) && styles.former)}
              data-results={found.way === 'search' ? found.text : ''}
              onPointerEnter={() => seeker.touch(true)}
              onPointerLeave={() => seeker.touch(false)}
              onFocus={() => seeker.touch(true)}
              onBlur={() => seeker.touch(false)}
            >
              <Found
                key={found.way === 'search' ? found.text : found.way}
                found={found}
                seeking={seeking}
                list={list}
                onLeaveTop={() => field.current?.focus()}
                onMore={() => seeker.more()}
              />
            </div>
          )}
        </>
      ) : (
        <Teach
          way={way}
          history={history}
          onForget={forget}
          onAsk={(question, far) => {
            if (far !== undefined) seeker.typeTo(far);
            put(question);
          }}
          onBegin={put}
        />
      )}
    </section>
  );
}

const PLACEHOLDERS = {
  search: 'search.placeholder',
  algebra: 'search.sumPlaceholder',
  axis: 'search.fromPlaceholder',
} as const;

function Terms({
  text,
  onChange,
}: {
  readonly text: string;
  readonly onChange: (expression: string) => void;
}) {
  const terms = termsOf(text);
  if (terms.length === 0) return null;
  return <TermChips terms={terms} onChange={(changed) => onChange(expressionOf(changed))} />;
}

/** The question, of one language only. */
function onlyIn(text: string, language: string): string {
  const { parts } = readQuery(text);
  const others = parts.filter((part) => part.kind !== 'filter' || part.field !== 'lang');
  return `${writeQuery(others)} lang:${language}`;
}

/** The results in view are not those of what stands in the field: that makes no sense. */
const isFormer = ({ mistake, found, text }: Seeking): boolean =>
  mistake !== null && !(found?.way === 'search' && found.text === text);

/** A result that is opened makes its question worth remembering. */
const inResults = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('[data-results] li') !== null;

function Failed({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useT();
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
