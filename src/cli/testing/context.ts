import { PassThrough } from 'node:stream';
import type { EngineClient } from '../../contract/client.ts';
import type { Context } from '../context.ts';
import { keptScreen } from './screens.ts';

/** A context whose screens are kept, whose stdin is `input`, and whose engine is `client`. */
export function testContext(client: EngineClient, input = '') {
  const out = keptScreen();
  const err = keptScreen();
  const controller = new AbortController();
  const stdin = new PassThrough();
  stdin.end(input);
  let opened = 0;
  let closed = 0;
  const context: Context = {
    out: out.screen,
    err: err.screen,
    input: stdin as unknown as NodeJS.ReadStream,
    interrupts: { signal: controller.signal, exit: () => undefined, dispose() {} },
    open: async () => {
      opened++;
      return {
        client,
        close: async () => {
          closed++;
        },
      };
    },
  };
  return {
    context,
    controller,
    out: out.stream,
    err: err.stream,
    /** Engines opened and not closed. */
    leftOpen: () => opened - closed,
  };
}
