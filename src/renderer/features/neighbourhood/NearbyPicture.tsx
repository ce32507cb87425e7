import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { type Direction, nearestTowards } from '../../chart/travel.ts';
import { useT } from '../../i18n/use-t.ts';
import { announce } from '../../state/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { NearbyLines } from './NearbyLines.tsx';
import { NearbyPoint } from './NearbyPoint.tsx';
import { named } from './naming.ts';
import styles from './nearby.module.css';
import { placed, ringsOf } from './placing.ts';
import { type Drawn, isLinked, type Kind, linesOf } from './ties.ts';
import { useSize } from './use-size.ts';

const KEYS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const KINDS: readonly Kind[] = ['both', 'linked', 'related'];

interface Props {
  readonly drawn: Drawn;
  readonly onRead: (path: string, newTab: boolean) => void;
  readonly onCentre: (path: string) => void;
}

/** A note in the middle of those around it, with what ties them. */
export function NearbyPicture({ drawn, onRead, onCentre }: Props) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const id = useId();
  const { notes, kinds, ledBy, ties } = drawn;
  const [chosenPath, choose] = useState<string | null>(null);
  const [hovered, hover] = useState(-1);
  const chosen = notes.findIndex(({ note }) => note.path === chosenPath);
  const places = useMemo(() => (size ? placed(notes, ledBy, size) : []), [notes, ledBy, size]);
  const names = useMemo(
    () =>
      size
        ? named(
            notes.map(({ note, step }) => ({ title: note.title, step })),
            places,
            size,
          )
        : [],
    [notes, places, size],
  );
  const lines = useMemo(() => (size ? linesOf({ ties }, places) : []), [ties, places, size]);
  const meant = hovered >= 0 && hovered < notes.length ? hovered : chosen;
  const path = (i: number) => notes[i]!.note.path;
  const tied = useMemo(
    () =>
      new Set(
        meant <= 0
          ? []
          : ties
              .flatMap(({ from, to }) => (from === meant ? [to] : to === meant ? [from] : []))
              .concat(meant),
      ),
    [ties, meant],
  );

  const say = (i: number) => {
    const kind = kinds[i];
    return kind ? `${notes[i]!.note.title}. ${t(`nearby.kind.${kind}`)}` : notes[i]!.note.title;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const direction = KEYS[event.key];
    if (direction && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const upwards = Float32Array.from(places.flatMap(({ x, y }) => [x, -y]));
      const next = nearestTowards(upwards, Math.max(0, chosen), direction);
      if (next < 0) return;
      choose(path(next));
      announce(say(next));
    } else if (event.key === 'Enter' && chosen >= 0) onRead(path(chosen), event.ctrlKey || event.metaKey);
    else if (event.key === ' ' && chosen > 0) {
      event.preventDefault();
      onCentre(path(chosen));
    } else if (event.key === 'Escape') choose(null);
  };
  const near = notes.filter(({ step }) => step === 1).length;
  return (
    <>
      <div
        ref={box}
        className={styles.sea}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows travel on it
        tabIndex={0}
        aria-label={t('nearby.picture', {
          title: notes[0]!.note.title,
          near,
          far: notes.length - near - 1,
        })}
        onKeyDown={onKeyDown}
      >
        {size && (
          <svg
            width={size.width}
            height={size.height}
            viewBox={`${-size.width / 2} ${-size.height / 2} ${size.width} ${size.height}`}
            aria-hidden="true"
            onPointerDown={(event) => event.target === event.currentTarget && choose(null)}
          >
            {ringsOf(size).map(({ rx, ry }) => (
              <ellipse key={rx} className={styles.ring} rx={rx} ry={ry} />
            ))}
            <NearbyLines id={id} lines={lines} notes={notes} meant={meant} />
            {notes.map(({ note, step }, i) => (
              <NearbyPoint
                key={note.path}
                path={note.path}
                step={step}
                kind={kinds[i]!}
                place={places[i]!}
                name={names[i]!}
                title={note.title}
                state={i === chosen ? 'chosen' : meant > 0 && !tied.has(i) ? 'away' : undefined}
                whole={i === meant}
                width={size.width}
                onHover={(on) => hover(on ? i : -1)}
                onChoose={() => choose(note.path)}
                onRead={(newTab) => onRead(note.path, newTab)}
              />
            ))}
          </svg>
        )}
      </div>
      {chosen > 0 ? (
        <div className={styles.chosen}>
          <p>
            <strong>{notes[chosen]!.note.title}</strong>
            <span>{[t(`nearby.kind.${kinds[chosen]!}`), ...linkWords(drawn, chosen, t)].join(' · ')}</span>
          </p>
          <span className={styles.actions}>
            <Button small look="quiet" onPress={() => onCentre(path(chosen))}>
              {t('nearby.centre')}
            </Button>
            <Button small onPress={() => onRead(path(chosen), false)}>
              {t('nearby.read')}
            </Button>
          </span>
        </div>
      ) : (
        <ul className={styles.legend}>
          {KINDS.map((kind) => (
            <li key={kind}>
              <i className={styles.glyph} data-kind={kind} aria-hidden />
              {t(`nearby.kind.${kind}`)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function linkWords({ ties }: Drawn, i: number, t: ReturnType<typeof useT>): string[] {
  const tie = ties.find(({ from, to }) => from === 0 && to === i);
  if (!tie || !isLinked(tie)) return [];
  const { to, from } = tie.linked;
  return [t(to && from ? 'nearby.link.both' : to ? 'nearby.link.to' : 'nearby.link.from')];
}
