import { useEffect, useState } from 'react';
import { type Tab, useTabs } from '../state/tabs.ts';
import { saneTabs } from '../state/tabs-kept.ts';
import { useMemory } from './context.ts';

/** Brings the vault's tabs back as they were left, and remembers them from then on; says when that is done. */
export function useRememberedTabs(vault: string): boolean {
  const memory = useMemory();
  const [known, setKnown] = useState(false);
  useEffect(() => {
    const key = `tabs ${vault}`;
    let ended = false;
    let stop = () => {};
    void memory.recall(key).then((value) => {
      if (ended) return;
      const before = useTabs.getState();
      // A note may have been asked for already, by a link from outside: it stays, beside those of last time.
      const { tabs, active } = saneTabs(value, before.tabs);
      before.restore(tabs, before.active || active);
      setKnown(true);
      stop = useTabs.subscribe((now, then) => {
        if (now.tabs !== then.tabs || now.active !== then.active) {
          memory.remember(key, { tabs: now.tabs satisfies readonly Tab[], active: now.active });
        }
      });
    });
    return () => {
      ended = true;
      stop();
      memory.flush();
    };
  }, [memory, vault]);
  return known;
}
