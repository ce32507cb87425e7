import { describe, expect, it } from 'vitest';
import { ERRORS, describe as sentence } from './error-codes.ts';
import { hasCode, isErrorCode, PortolanError, systemCode, toPortolanError } from './errors.ts';

describe('PortolanError', () => {
  it('says what happened and what to do, with its parameters', () => {
    const error = new PortolanError('VAULT_NOT_FOUND', { path: '/no/where' });
    expect(error.message).toBe('There is no folder at /no/where.');
    expect(error.todo).toContain('Check the path');
    expect(hasCode(error, 'VAULT_NOT_FOUND')).toBe(true);
  });
  it('turns an abort into CANCELLED and anything else into the code asked for, keeping the cause', () => {
    const abort = new DOMException('stop', 'AbortError');
    expect(toPortolanError(abort).code).toBe('CANCELLED');
    const cause = new Error('boom');
    const error = toPortolanError(cause, 'NOTE_FAILED', { path: 'a.md' });
    expect(error).toMatchObject({ code: 'NOTE_FAILED', cause });
    expect(error.message).toBe('a.md could not be indexed: boom.');
    expect(toPortolanError(error, 'INTERNAL')).toBe(error);
  });
  it('reads system codes from anything', () => {
    expect(systemCode(Object.assign(new Error(), { code: 'ENOSPC' }))).toBe('ENOSPC');
    expect(systemCode(null)).toBeUndefined();
    expect(isErrorCode('toString')).toBe(false);
  });
});

describe('the table of errors', () => {
  it('ends every sentence, and leaves no parameter unfilled when all are given', () => {
    for (const [code, text] of Object.entries(ERRORS)) {
      const names = [...`${text.what}${text.todo}`.matchAll(/\{(\w+)\}/g)].map((m) => [m[1]!, 'Do this.']);
      const { what, todo } = sentence(code as keyof typeof ERRORS, Object.fromEntries(names));
      expect(what, code).toMatch(/[.?!]$/);
      expect(todo, code).not.toMatch(/[{}]/);
      expect(todo.length, code).toBeGreaterThan(5);
    }
  });
});
