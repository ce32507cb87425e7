/** A WebSocket that is opened again when it closes, each time after a longer wait, until it is let go. */
export interface SocketLine {
  close(): void;
}

export interface SocketLineOptions {
  readonly open: () => WebSocket;
  /** Right after a socket is made, before it is open: nothing that it receives may be missed. */
  readonly onSocket: (socket: WebSocket) => void;
  readonly onOpen?: () => void;
  /** It closed, or could not be opened; another try follows. */
  readonly onLost: () => void;
}

const FIRST_WAIT = 200;
const LONGEST_WAIT = 5_000;

export function keepSocket({ open, onSocket, onOpen, onLost }: SocketLineOptions): SocketLine {
  let wait = FIRST_WAIT;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let socket: WebSocket | null = null;
  let ended = false;

  const start = () => {
    const mine = open();
    socket = mine;
    mine.addEventListener('open', () => {
      wait = FIRST_WAIT;
      onOpen?.();
    });
    mine.addEventListener('close', () => {
      if (ended || socket !== mine) return;
      socket = null;
      onLost();
      timer = setTimeout(start, wait);
      wait = Math.min(LONGEST_WAIT, wait * 2);
    });
    onSocket(mine);
  };
  start();

  return {
    close() {
      ended = true;
      clearTimeout(timer);
      socket?.close();
    },
  };
}
