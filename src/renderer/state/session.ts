import { create } from 'zustand';
import type { About, HostState } from '../../contract/host.ts';
import type { Settings } from '../../contract/settings.ts';

/** What the host last said; null until it has spoken. Written by `app/`, read everywhere. */
interface Session {
  readonly state: HostState | null;
  readonly settings: Settings | null;
  readonly about: About | null;
  /** True while the program around the page cannot be reached (a browser tab whose server has ended). */
  readonly lost: boolean;
}

export const useSession = create<Session>(() => ({ state: null, settings: null, about: null, lost: false }));
