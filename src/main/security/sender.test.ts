import { describe, expect, it } from 'vitest';
import { isTrusted } from './sender.ts';

type Frame = Parameters<typeof isTrusted>[0];
const frame = (url: string, parent: unknown = null) => ({ url, parent }) as Frame;

describe('isTrusted', () => {
  it('trusts the main frame of the page', () => {
    expect(isTrusted(frame('portolan-app://app/index.html'))).toBe(true);
  });

  it('trusts no frame within it, no other page and none that is gone', () => {
    expect(isTrusted(frame('portolan-app://app/mermaid.html', frame('portolan-app://app/index.html')))).toBe(
      false,
    );
    expect(isTrusted(frame('https://example.invalid/portolan-app://app/'))).toBe(false);
    expect(isTrusted(frame('about:srcdoc'))).toBe(false);
    expect(isTrusted(null)).toBe(false);
  });
});
