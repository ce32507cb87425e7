import { EventEmitter } from 'node:events';
import type { MessagePortMain } from 'electron';
import { describe, expect, it } from 'vitest';
import type { ClosingPort } from '../../rpc/message-port.ts';
import { externalNode } from './external-node.ts';
import { pump } from './pump.ts';

/** One end of a channel that remembers what it was told, in the shape that both kinds of port have. */
class End extends EventEmitter {
  readonly told: unknown[] = [];
  closed = 0;
  postMessage(data: unknown): void {
    this.told.push(data);
  }
  start(): void {}
  close(): void {
    if (this.closed++ === 0) this.emit('close');
  }
  hears(data: unknown): void {
    this.emit('message', { data });
  }
}

function pumped() {
  const [session, port] = [new End(), new End()];
  pump(session as unknown as ClosingPort, port as unknown as MessagePortMain);
  return { session, port };
}

describe('pump', () => {
  it('passes on what is said, both ways and in order', () => {
    const { session, port } = pumped();
    session.hears('a');
    session.hears('b');
    port.hears('c');
    expect(port.told).toEqual(['a', 'b']);
    expect(session.told).toEqual(['c']);
  });

  it('passes on bytes without what lies around them', () => {
    const { session, port } = pumped();
    session.hears(Buffer.from('a long message').subarray(2, 6));
    const [bytes] = port.told as Uint8Array[];
    expect(Buffer.from(bytes!).toString()).toBe('long');
    expect(bytes!.buffer.byteLength).toBe(4);
  });

  it.each(['session', 'port'] as const)('ends both when the %s ends', (which) => {
    const ends = pumped();
    ends[which].close();
    expect(ends.session.closed).toBeGreaterThan(0);
    expect(ends.port.closed).toBeGreaterThan(0);
  });
});

describe('externalNode', () => {
  it('is what PORTOLAN_NODE names', () => {
    expect(externalNode({ PORTOLAN_NODE: '/opt/node' }, 10)).toBe('/opt/node');
  });

  it('is needed only where Electron’s own is too old', () => {
    expect(externalNode({}, 10)).toBeNull();
    expect(externalNode({}, 9)).toBe('node');
  });
});
