/** Set by whoever starts the app from its sources: newcomers are to see a vault, not a page that asks for one. */
export const SAMPLE_FIRST = 'PORTOLAN_SAMPLE_FIRST';

interface Known {
  /** What is remembered as open last. */
  readonly last: unknown;
  /** How many vaults are remembered as opened. */
  readonly recent: number;
  /** The sample vault, where newcomers are to see it. */
  readonly sampleFirst: string | null;
}

/** The vault to open where none is asked for; null for the welcome page. */
export function vaultAtStart({ last, recent, sampleFirst }: Known): string | null {
  if (typeof last === 'string') return last;
  return recent === 0 ? sampleFirst : null;
}
