import type { Changes } from '../../contract/changes.ts';
import type { EngineClient } from '../../contract/client.ts';
import type { HostClient } from '../../contract/host.ts';
import type { Line } from './line.ts';
import { stableClient } from './stable-client.ts';

const ENGINE_CHANGES = new Set(['index', 'retry', 'pause', 'resume']);
const ENGINE_STREAMS = new Set(['progress', 'changes']);
const HOST_STREAMS = new Set(['state', 'settings', 'commands']);
const HOST_CHANGES = new Set([
  'change',
  'resetSettings',
  'open',
  'openSample',
  'close',
  'restart',
  'forget',
  'choose',
  'reveal',
  'openExternal',
  'remember',
]);

/** Whoever follows the changes and lost an engine does not know what the next one found. */
const everything = (): Changes => ({
  changed: [],
  removed: [],
  links: true,
  vectors: true,
  everything: true,
  notices: true,
});

export const stableEngine = (line: Line<EngineClient>): EngineClient =>
  stableClient(line, { once: ENGINE_CHANGES, streams: ENGINE_STREAMS, afterGap: { changes: everything } });

export const stableHost = (line: Line<HostClient>): HostClient =>
  stableClient(line, { once: HOST_CHANGES, streams: HOST_STREAMS });
