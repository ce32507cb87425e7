import { useEffect, useState } from 'react';
import { useMemory } from '../../app/context.ts';
import { useSession } from '../../state/session.ts';
import { historyFrom, remembered } from './history.ts';

/** Questions asked in the open vault; kept between starts where the person wants that, else forgotten. */
export function useHistory() {
  const memory = useMemory();
  const vault = useSession((s) => s.state?.vault?.path);
  const keep = useSession((s) => s.settings?.keepHistory ?? false);
  const [history, setHistory] = useState<readonly string[]>([]);
  const key = `search history of ${vault}`;

  useEffect(() => {
    let gone = false;
    setHistory([]);
    if (keep) void memory.recall(key).then((kept) => gone || setHistory(historyFrom(kept)));
    // What was kept before is not kept against a person's will.
    else memory.remember(key, null);
    return () => {
      gone = true;
    };
  }, [memory, key, keep]);

  const put = (now: readonly string[]) => {
    setHistory(now);
    if (keep) memory.remember(key, now);
  };
  return {
    history,
    add: (question: string) => put(remembered(history, question)),
    forget: () => put([]),
  };
}
