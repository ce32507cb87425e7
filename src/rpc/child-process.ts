import type { ClosingPort } from './message-port.ts';

/**
 * A process that was forked with a channel, or `process` within one: they look the same from here. Fork with
 * `serialization: 'advanced'`, so that bytes pass as bytes.
 */
export interface IpcProcess {
  readonly connected?: boolean;
  send?(message: unknown, sent?: (error: Error | null) => void): unknown;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'disconnect', listener: () => void): unknown;
}

/** What one session says over the channel; its beginning and its end are said by number too. */
export type SessionMessage =
  | { readonly connect: number }
  | { readonly disconnect: number }
  | { readonly session: number; readonly rpc: unknown };

/** Sends where there is still somebody: whoever answers while the other side goes away has nobody to tell. */
export function tell(process: IpcProcess, message: unknown): void {
  // With the callback, a channel that breaks at this moment is no error event that would end this process.
  if (process.connected !== false) process.send?.(message, () => {});
}

/** The clients' side: as many sessions with the process as are asked for, each a port of its own. */
export class Sessions {
  readonly #process: IpcProcess;
  readonly #open = new Map<number, SessionPort>();
  #last = 0;
  #over = false;

  constructor(process: IpcProcess) {
    this.#process = process;
    process.on('message', (message) => {
      if (isRpc(message)) this.#open.get(message.session)?.receive(message.rpc);
    });
    process.on('disconnect', () => this.end());
  }

  /** A new session; closing its port ends it on the other side. */
  connect(): ClosingPort {
    const session = ++this.#last;
    const port = new SessionPort(
      (rpc) => tell(this.#process, { session, rpc } satisfies SessionMessage),
      () => {
        if (this.#open.delete(session)) tell(this.#process, { disconnect: session } satisfies SessionMessage);
      },
    );
    if (this.#over) port.close();
    else {
      this.#open.set(session, port);
      tell(this.#process, { connect: session } satisfies SessionMessage);
    }
    return port;
  }

  /** Closes every session: the process is gone. Safe to call twice. */
  end(): void {
    this.#over = true;
    const ports = [...this.#open.values()];
    this.#open.clear();
    for (const port of ports) port.close();
  }
}

/** The process' side: calls `serve` with the port of every session that somebody begins. */
export function acceptSessions(process: IpcProcess, serve: (port: ClosingPort) => void): void {
  const open = new Map<number, SessionPort>();
  const close = (session: number) => {
    const port = open.get(session);
    open.delete(session);
    port?.close();
  };
  process.on('message', (message) => {
    if (isRpc(message)) open.get(message.session)?.receive(message.rpc);
    else if (says(message, 'disconnect')) close(message.disconnect);
    else if (says(message, 'connect') && !open.has(message.connect)) {
      const session = message.connect;
      const send = (rpc: unknown) => tell(process, { session, rpc } satisfies SessionMessage);
      const port = new SessionPort(send, () => close(session));
      open.set(session, port);
      serve(port);
    }
  });
  process.on('disconnect', () => {
    for (const session of [...open.keys()]) close(session);
  });
}

/** One session's end of the channel, in the shape of a message port. */
class SessionPort implements ClosingPort {
  readonly #send: (rpc: unknown) => void;
  readonly #onClose: () => void;
  readonly #listeners: ((event: { data: unknown }) => void)[] = [];
  readonly #closers: (() => void)[] = [];
  /** What came before anybody listened. */
  #early: unknown[] = [];
  #closed = false;

  constructor(send: (rpc: unknown) => void, onClose: () => void) {
    this.#send = send;
    this.#onClose = onClose;
  }

  on(event: string, callback: (event?: { data: unknown }) => void): void {
    if (event === 'message') {
      this.#listeners.push(callback);
      for (const data of this.#early.splice(0)) callback({ data });
    } else if (event === 'close' && this.#closed) queueMicrotask(callback);
    else if (event === 'close') this.#closers.push(callback);
  }

  postMessage(data: unknown): void {
    if (!this.#closed) this.#send(data);
  }

  receive(data: unknown): void {
    if (this.#listeners.length === 0) this.#early.push(data);
    for (const listener of this.#listeners) listener({ data });
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#onClose();
    for (const closer of this.#closers) closer();
  }
}

const isRpc = (message: unknown): message is Extract<SessionMessage, { rpc: unknown }> =>
  says(message, 'session') && 'rpc' in message;

const says = <K extends string>(message: unknown, key: K): message is Record<K, number> =>
  typeof message === 'object' && message !== null && typeof (message as Record<K, unknown>)[key] === 'number';
