import { useAnnouncement } from '../state/announce.ts';

/** Where screen readers hear what `announce` says. */
export function Announcer() {
  const { text, count } = useAnnouncement();
  // Another key is another element: the same words twice are heard twice.
  return (
    <div className="sr-only" role="status" aria-live="polite">
      <span key={count}>{text}</span>
    </div>
  );
}
