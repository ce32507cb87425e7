import { describe, expect, it } from 'vitest';
import { formatsOf, localeOf } from './locale.ts';

describe('the language', () => {
  it('is the one chosen', () => {
    expect(localeOf('es', ['en-GB'])).toBe('es');
    expect(localeOf('en', ['es-CL'])).toBe('en');
  });

  it('is else the first of the machine’s that there is', () => {
    expect(localeOf('system', ['ca-ES', 'es-ES', 'en'])).toBe('es');
    expect(localeOf('system', ['en_US', 'es'])).toBe('en');
    expect(localeOf('system', ['fr-FR'])).toBe('en');
    expect(localeOf('system', [])).toBe('en');
  });

  it('writes numbers as the machine does in that language', () => {
    expect(formatsOf('es', ['en-US', 'es-MX'])).toBe('es-MX');
    expect(formatsOf('es', ['en-US'])).toBe('es');
  });
});
