import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './field.module.css';
import menu from './Menu.module.css';

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
  /** A second, quieter line. */
  readonly hint?: string;
  readonly disabled?: boolean;
}

interface Props<V extends string> {
  readonly choices: readonly Choice<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly label?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-labelledby'?: string;
  readonly hint?: ReactNode;
  readonly isDisabled?: boolean;
  readonly className?: string;
}

/** One of several, where there is no room to show them all. */
export function Select<V extends string>({
  choices,
  value,
  onChange,
  label,
  hint,
  className,
  ...props
}: Props<V>) {
  return (
    <AriaSelect
      {...props}
      value={value}
      onChange={(key) => key !== null && onChange(key as V)}
      className={cx(styles.field, className)}
    >
      {label && <Label className={styles.label!}>{label}</Label>}
      <Button className={cx(styles.box, styles.select)}>
        <SelectValue>{({ selectedText }) => selectedText}</SelectValue>
        <ChevronDown size={14} aria-hidden />
      </Button>
      {hint && (
        <Text slot="description" className={styles.hint!}>
          {hint}
        </Text>
      )}
      <Popover className={menu.popover!} offset={4}>
        <ListBox
          className={menu.menu!}
          items={choices.map((choice) => ({ ...choice, id: choice.value }))}
          disabledKeys={choices.filter((c) => c.disabled).map((c) => c.value)}
        >
          {(choice) => (
            <ListBoxItem className={menu.item!} textValue={choice.label}>
              {({ isSelected }) => (
                <>
                  <span className={menu.icon}>{isSelected && <Check size={14} aria-hidden />}</span>
                  <span className={menu.words}>
                    {choice.label}
                    {choice.hint && <small>{choice.hint}</small>}
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
