import { implement } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { contract } from '../../contract/contract.ts';
import { hostContract } from '../../contract/host.ts';
import { servePort } from '../../rpc/serve.ts';
import { connectElectron } from './electron.ts';

/** A window to which a preload script hands ports: only what the page uses of one. */
class FakeWindow extends EventTarget {
  readonly posted: unknown[] = [];

  postMessage(data: unknown): void {
    this.posted.push(data);
  }

  /** As the preload script does it, or, with another source, as a frame in the page would try. */
  hand(what: string, port: MessagePort, source: unknown = this): void {
    const event = Object.assign(new Event('message'), { data: { portolan: what }, ports: [port], source });
    this.dispatchEvent(event);
  }
}

const host = {
  state: implement(hostContract).state.handler(async function* () {
    yield {
      vault: { path: '/a', name: 'a', sample: false },
      engine: { is: 'running' as const, run: 1 },
      recent: [],
      notices: [],
    };
    await new Promise(() => {});
  }),
  recall: implement(hostContract).recall.handler(() => 'kept'),
};

function engine(name: string, asked: string[]) {
  const { port1, port2 } = new MessageChannel();
  const os = implement(contract);
  servePort(
    {
      notes: os.notes.handler(() => {
        asked.push(name);
        return { notes: [] };
      }),
    },
    port1 as never,
  );
  return { port: port2, end: () => port1.close() };
}

function hostPort() {
  const { port1, port2 } = new MessageChannel();
  servePort(host, port1 as never);
  return port2;
}

describe('the page in the window of the desktop app', () => {
  it('asks for its ports, and reaches the host and the latest engine', async () => {
    const page = new FakeWindow();
    const asked: string[] = [];
    const connection = connectElectron(page as unknown as Window);
    expect(page.posted).toEqual([{ portolan: 'ready' }]);
    const early = connection.host.recall({ key: 'x' });
    page.hand('host', hostPort());
    expect(await early).toBe('kept');
    const waiting = connection.engine.notes();
    page.hand('engine', engine('one', asked).port);
    await waiting;
    page.hand('engine', engine('two', asked).port);
    await connection.engine.notes();
    expect(asked).toEqual(['one', 'two']);
  });

  it('waits for the next engine once the port to one has closed', async () => {
    const page = new FakeWindow();
    const asked: string[] = [];
    const connection = connectElectron(page as unknown as Window);
    page.hand('host', hostPort());
    const one = engine('one', asked);
    page.hand('engine', one.port);
    await connection.engine.notes();
    const closed = new Promise((resolve) => one.port.addEventListener('close', resolve));
    one.end();
    await closed;
    const waiting = connection.engine.notes();
    page.hand('engine', engine('two', asked).port);
    await waiting;
    expect(asked).toEqual(['one', 'two']);
  });

  it('takes no port from a frame within it', async () => {
    const page = new FakeWindow();
    const asked: string[] = [];
    const connection = connectElectron(page as unknown as Window);
    page.hand('host', hostPort());
    page.hand('engine', engine('of a frame', asked).port, {});
    const waiting = connection.engine.notes();
    page.hand('engine', engine('ours', asked).port);
    await waiting;
    expect(asked).toEqual(['ours']);
  });
});
