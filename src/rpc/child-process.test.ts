import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { acceptSessions, type IpcProcess, Sessions } from './child-process.ts';
import type { ClosingPort } from './message-port.ts';

/** Both ends of a channel within this process: what one sends, the other hears. */
function channel() {
  const ends = [new EventEmitter(), new EventEmitter()] as const;
  const [parent, child] = ends.map((end, i) =>
    Object.assign(end, { send: (message: unknown) => ends[1 - i]!.emit('message', message) }),
  ) as unknown as [IpcProcess & EventEmitter, IpcProcess & EventEmitter];
  return { parent, child };
}

function world() {
  const { parent, child } = channel();
  const served: ClosingPort[] = [];
  const heard: unknown[][] = [];
  const ended: number[] = [];
  acceptSessions(child, (port) => {
    const i = served.push(port) - 1;
    heard.push([]);
    port.on('message', (event) => heard[i]!.push(event?.data));
    port.on('close', () => ended.push(i));
  });
  return { parent, child, sessions: new Sessions(parent), served, heard, ended };
}

const listen = (port: ClosingPort) => {
  const heard: unknown[] = [];
  port.on('message', (event) => heard.push(event?.data));
  return heard;
};

describe('sessions over one channel', () => {
  it('do not hear one another', () => {
    const { sessions, served, heard } = world();
    const [a, b] = [sessions.connect(), sessions.connect()];
    const [atA, atB] = [listen(a), listen(b)];
    a.postMessage('from a');
    b.postMessage('from b');
    served[1]!.postMessage('to b');
    expect(heard).toEqual([['from a'], ['from b']]);
    expect(atA).toEqual([]);
    expect(atB).toEqual(['to b']);
  });

  it('keep what comes before somebody listens', () => {
    const { sessions, served } = world();
    const port = sessions.connect();
    served[0]!.postMessage('early');
    expect(listen(port)).toEqual(['early']);
  });

  it('end on the other side when they are closed, and only they', () => {
    const { sessions, served, ended, heard } = world();
    const [a, b] = [sessions.connect(), sessions.connect()];
    a.close();
    a.close();
    a.postMessage('nobody there');
    b.postMessage('still there');
    expect(ended).toEqual([0]);
    expect(heard).toEqual([[], ['still there']]);
    served[0]!.postMessage('nobody here');
  });

  it('all end with the channel, on both sides, and none begins afterwards', async () => {
    const { parent, child, sessions, ended } = world();
    const closed: string[] = [];
    sessions.connect().on('close', () => closed.push('open before'));
    child.emit('disconnect');
    parent.emit('disconnect');
    expect(ended).toEqual([0]);
    expect(closed).toEqual(['open before']);
    sessions.connect().on('close', () => closed.push('begun after'));
    await Promise.resolve();
    expect(closed).toEqual(['open before', 'begun after']);
    expect(ended).toEqual([0]);
  });

  it('pass over what others say on the channel', () => {
    const { child, sessions, heard } = world();
    sessions.connect();
    for (const other of [
      null,
      7,
      'text',
      { open: {} },
      { session: 1 },
      { session: 'x', rpc: 1 },
      { connect: 1 },
    ])
      child.emit('message', other);
    expect(heard).toEqual([[]]);
  });
});
