import {
  BookOpen,
  Bug,
  Check,
  ChevronRight,
  CircleHelp,
  ClipboardList,
  Flame,
  Info,
  List,
  type LucideIcon,
  Pencil,
  Quote,
  TriangleAlert,
  X,
  Zap,
} from 'lucide-react';
import { Children, createContext, isValidElement, type ReactNode, useContext, useId, useState } from 'react';
import { useT } from '../../../../i18n/use-t.ts';
import { cx } from '../../../../ui/cx.ts';
import styles from '../note.module.css';

type Look = 'note' | 'info' | 'tip' | 'done' | 'ask' | 'warn' | 'bad' | 'quote' | 'example';

/** Obsidian's types, with the other names they go by. */
const TYPES: Readonly<Record<string, readonly [Look, LucideIcon]>> = {
  note: ['note', Pencil],
  abstract: ['info', ClipboardList],
  summary: ['info', ClipboardList],
  tldr: ['info', ClipboardList],
  info: ['info', Info],
  todo: ['info', Check],
  tip: ['tip', Flame],
  hint: ['tip', Flame],
  important: ['tip', Flame],
  success: ['done', Check],
  check: ['done', Check],
  done: ['done', Check],
  question: ['ask', CircleHelp],
  help: ['ask', CircleHelp],
  faq: ['ask', CircleHelp],
  warning: ['warn', TriangleAlert],
  caution: ['warn', TriangleAlert],
  attention: ['warn', TriangleAlert],
  failure: ['bad', X],
  fail: ['bad', X],
  missing: ['bad', X],
  danger: ['bad', Zap],
  error: ['bad', Zap],
  bug: ['bad', Bug],
  example: ['example', List],
  quote: ['quote', Quote],
  cite: ['quote', BookOpen],
};

interface Folding {
  readonly type: string;
  readonly foldable: boolean;
  readonly open: boolean;
  readonly body: string;
  toggle(): void;
}

const FoldingContext = createContext<Folding | null>(null);

interface Props {
  readonly 'data-type': string;
  readonly 'data-fold'?: string;
  readonly 'data-start'?: string;
  readonly 'data-end'?: string;
  readonly 'data-block'?: string;
  readonly children?: ReactNode;
}

/** A quote that stands for something: a title with its sign, and a body that may fold. */
export function Callout({ 'data-type': type, 'data-fold': fold, children, ...places }: Props) {
  const t = useT();
  const [open, setOpen] = useState(fold !== 'closed');
  const body = useId();
  const [look] = TYPES[type] ?? TYPES.note!;
  return (
    <FoldingContext value={{ type, foldable: fold !== undefined, open, body, toggle: () => setOpen(!open) }}>
      {/* biome-ignore lint/a11y/useSemanticElements: a callout is a note beside the text, not a form's fieldset */}
      <div
        {...places}
        role="group"
        aria-label={t('reader.callout', { type })}
        className={cx(styles.callout, styles[look])}
      >
        {children}
      </div>
    </FoldingContext>
  );
}

export function CalloutTitle({ children }: { readonly children?: ReactNode }) {
  const folding = useContext(FoldingContext)!;
  const Icon = (TYPES[folding.type] ?? TYPES.note!)[1];
  const empty = Children.toArray(children).every((c) => !isValidElement(c) && !String(c).trim());
  const name = folding.type.charAt(0).toUpperCase() + folding.type.slice(1);
  return (
    <div className={styles.calloutTitle}>
      <Icon size={16} aria-hidden />
      <span className={styles.calloutName}>{empty ? name : children}</span>
      {folding.foldable && (
        <button
          type="button"
          className={styles.fold}
          aria-expanded={folding.open}
          aria-controls={folding.body}
          aria-label={name}
          onClick={folding.toggle}
        >
          <ChevronRight size={15} aria-hidden className={cx(styles.chevron, folding.open && styles.turned)} />
        </button>
      )}
    </div>
  );
}

export function CalloutBody({ children }: { readonly children?: ReactNode }) {
  const folding = useContext(FoldingContext)!;
  return (
    <div id={folding.body} hidden={!folding.open} className={styles.calloutBody}>
      {children}
    </div>
  );
}
