import type { ReactNode, Ref } from 'react';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
  Label,
  Text,
  TextArea,
} from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './field.module.css';

interface Props extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  /** Shown above; give `aria-label` instead where the place says it. */
  readonly label?: string;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly placeholder?: string;
  /** Several lines, in the font of code. */
  readonly rows?: number;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly className?: string;
}

/** A line of text, or several. */
export function TextField({ label, hint, error, placeholder, rows, inputRef, className, ...props }: Props) {
  const shared = {
    className: cx(styles.input, rows !== undefined && styles.area),
    spellCheck: false,
    placeholder: placeholder ?? '',
  };
  return (
    <AriaTextField {...props} isInvalid={error != null} className={cx(styles.field, className)}>
      {label && <Label className={styles.label!}>{label}</Label>}
      <div className={styles.box}>
        {rows ? <TextArea {...shared} rows={rows} /> : <Input {...shared} ref={inputRef ?? null} />}
      </div>
      {hint && (
        <Text slot="description" className={styles.hint!}>
          {hint}
        </Text>
      )}
      {error != null && (
        <Text slot="errorMessage" className={styles.error!}>
          {error}
        </Text>
      )}
    </AriaTextField>
  );
}
