import type { NoteText } from '../../contract/note.ts';
import type { Connection } from '../connect/connection.ts';
import type { Ahead } from '../state/ahead.ts';
import { short } from '../state/remember.ts';
import { saneTabs } from '../state/tabs-kept.ts';

/** What is remembered of every vault, and wanted before its first note is shown. */
const KEPT = ['tree', 'chart', 'recent'] as const;

/**
 * Asks for what a page shows first, step by step as the answers come, while its code is still being read. The connection
 * returned has those answers.
 * @param onNote begins to lay a note out
 */
export function askAhead(ahead: Ahead, connection: Connection, onNote: (note: NoteText) => void): Connection {
  const { host, engine, watch } = connection;
  const recall = (key: string) => ahead.ask(host, 'recall', { key: short(key) });
  ahead.ask(host, 'about');
  ahead.ask(host, 'settings');
  void recall('layout');
  let begun = false;
  const stop = watch(({ state }) => {
    if (begun || !state?.vault) return;
    begun = true;
    // Before the note: a change that comes after it is not missed.
    ahead.ask(engine, 'changes');
    for (const what of KEPT) void recall(`${what} ${state.vault.path}`);
    const tabs = { key: short(`tabs ${state.vault.path}`) };
    ahead
      .ask(host, 'recall', tabs, async (kept) => {
        const note = shownIn(kept);
        if (note === null) return;
        const asked = ahead.ask(engine, 'note', { note }) as Promise<NoteText>;
        asked.then(onNote, () => {}); // whoever asks for it hears of it
        // With the tabs the frame around the note is drawn, in one go: the question is to be out of the door by then.
        await new Promise((resolve) => setTimeout(resolve));
      })
      .catch(() => {});
  });
  ahead.atEnd(stop);
  return { host: ahead.before(host), engine: ahead.before(engine), watch };
}

/** The note of the tab that was shown last. */
function shownIn(kept: unknown): string | null {
  const { tabs, active } = saneTabs(kept, []);
  const tab = tabs.find(({ id }) => id === active);
  return tab?.places[tab.now]?.path ?? null;
}
