import { useEffect } from 'react';
import { useSession } from '../state/session.ts';
import { useBoth } from './context.ts';

/** Keeps `useSession` as the host says it. */
export function useSessionSync(): void {
  const { host, watch } = useBoth();
  useEffect(() => watch(({ state, lost }) => useSession.setState({ state, lost })), [watch]);
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    void host.about(undefined, { signal }).then((about) => useSession.setState({ about }), ignore);
    void (async () => {
      for await (const settings of await host.settings(undefined, { signal }))
        useSession.setState({ settings });
    })().catch(ignore);
    return () => ended.abort();
  }, [host]);
}

/** The page is going, or so is the host: both show in the session's state. */
const ignore = () => {};
