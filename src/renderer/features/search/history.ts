/** Questions asked before, the last first, and only as long as it is wanted. */

const MOST = 40;

/** The history with a question on top; the same question again moves there. */
export function remembered(history: readonly string[], question: string): string[] {
  const asked = question.trim().replace(/\s+/gu, ' ');
  if (asked === '' || asked.length > 500) return [...history];
  return [asked, ...history.filter((q) => q !== asked)].slice(0, MOST);
}

/** What the host kept, whatever it is. */
export function historyFrom(kept: unknown): string[] {
  return Array.isArray(kept) ? kept.filter((q) => typeof q === 'string').slice(0, MOST) : [];
}
