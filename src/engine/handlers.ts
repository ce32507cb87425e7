import { answering } from './answering.ts';
import type { EngineParts } from './parts.ts';
import { reading } from './reading.ts';
import type { Handlers } from './router.ts';
import { upkeep } from './upkeep.ts';

/** The contract's methods over an open vault. */
export const createHandlers = (parts: EngineParts): Handlers => ({
  ...answering(parts),
  ...reading(parts),
  ...upkeep(parts),
});
