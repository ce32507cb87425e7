import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Sheet } from './Sheet.tsx';

interface Props {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** What happens on yes, as a verb: 'Reset', 'Close the vault'. */
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks before something that cannot be taken back; the way out has the focus. */
export function Question({ open, title, children, yes, no, onYes, onNo }: Props) {
  return (
    <Sheet
      open={open}
      onClose={onNo}
      title={title}
      closeLabel={no}
      size="small"
      question
      foot={
        <>
          <Button onPress={onNo} autoFocus>
            {no}
          </Button>
          <Button look="primary" onPress={onYes}>
            {yes}
          </Button>
        </>
      }
    >
      {children}
    </Sheet>
  );
}
