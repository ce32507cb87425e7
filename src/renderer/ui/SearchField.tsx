import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  Button,
  Input,
} from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './field.module.css';

interface Props extends Omit<AriaSearchFieldProps, 'className' | 'style' | 'children' | 'aria-label'> {
  /** Its name for screen readers. */
  readonly label: string;
  readonly placeholder?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly className?: string;
}

/** A field to look for something; Escape empties it. */
export function SearchField({ label, placeholder, inputRef, className, ...props }: Props) {
  return (
    <AriaSearchField {...props} aria-label={label} className={cx(styles.field, className)}>
      <div className={styles.box}>
        <Search size={14} aria-hidden />
        <Input
          ref={inputRef ?? null}
          className={styles.input!}
          placeholder={placeholder ?? label}
          spellCheck={false}
        />
        <Button className={styles.clear!}>
          <X size={14} aria-hidden />
        </Button>
      </div>
    </AriaSearchField>
  );
}
