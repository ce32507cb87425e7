import type { EngineOptions } from '../contract/engine-options.ts';
import type { Engine } from '../engine/engine.ts';
import type { Layout } from './answer/related.ts';
import type { Interrupts } from './interrupts.ts';
import type { Screen } from './terminal/screen.ts';

/** What the terminal needs of an engine: the contract, and an end. */
export type OpenEngine = Pick<Engine, 'client' | 'close'>;

/** Everything a command touches outside itself. */
export interface Context {
  readonly out: Screen;
  readonly err: Screen;
  readonly input: NodeJS.ReadStream;
  readonly interrupts: Interrupts;
  open(options: EngineOptions): Promise<OpenEngine>;
}

/** Options that every command takes. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly data?: string;
  readonly model?: string;
}

export const layoutOf = (screen: Screen): Layout => ({ style: screen.style, columns: screen.measure });

/** Opens the engine for a command, and closes it however the work ends. */
export async function withEngine<T>(
  context: Context,
  vault: string,
  options: CommonOptions & Pick<EngineOptions, 'readOnly' | 'watch'>,
  work: (engine: OpenEngine) => Promise<T>,
): Promise<T> {
  const engine = await context.open({
    vault,
    ...(options.data === undefined ? {} : { dataDir: options.data }),
    ...(options.model === undefined ? {} : { model: options.model }),
    ...(options.readOnly === undefined ? {} : { readOnly: options.readOnly }),
    ...(options.watch === undefined ? {} : { watch: options.watch }),
  });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}
