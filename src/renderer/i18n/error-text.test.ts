import { describe, expect, it } from 'vitest';
import { PortolanError, reasonParams } from '../../common/errors.ts';
import { advising, because, REASONS, type ReasonCode } from '../../common/reasons.ts';
import { errorText } from './error-text.ts';
import { REASONS_ES } from './reasons.ts';

const params = (s: string) => [...s.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();
const system = (code: string, message: string) => Object.assign(new Error(message), { code });

describe('reasons', () => {
  it.each(Object.keys(REASONS) as ReasonCode[])(
    '%s has its words in Spanish, with the same parameters',
    (code) => {
      expect(params(REASONS_ES[code])).toEqual(params(REASONS[code]));
      expect(REASONS_ES[code]).not.toBe(REASONS[code]);
    },
  );
});

describe('the text of an error', () => {
  const unreadable = (error: unknown) =>
    new PortolanError('FILE_UNREADABLE', { path: 'a.md', ...reasonParams(error) });

  it('says what the system reports in plain words, and its code', () => {
    const error = unreadable(system('EACCES', "EACCES: permission denied, open '/v/a.md'"));
    expect(error.message).toBe('a.md cannot be read: permission is denied (EACCES).');
    expect(errorText(error, false).what).toBe('a.md cannot be read: permission is denied (EACCES).');
    expect(errorText(error, true).what).toBe('No se puede leer a.md: no hay permiso (EACCES).');
  });

  it('knows the database by the first part of its codes', () => {
    const error = unreadable(system('SQLITE_IOERR_READ', 'disk I/O error'));
    expect(errorText(error, true).what).toBe('No se puede leer a.md: el disco da un error (SQLITE_IOERR).');
  });

  it('reads the code out of what an older index kept', () => {
    const params = { path: 'a.md', reason: 'EIO: i/o error, read' };
    expect(errorText({ code: 'FILE_UNREADABLE', params }, true).what).toBe(
      'No se puede leer a.md: el disco da un error (EIO).',
    );
  });

  it('says reasons and hints of its own in the language', () => {
    const missing = new PortolanError('NOTE_NOT_FOUND', {
      name: 'Atencion',
      ...advising('did-you-mean', { names: '“Atención”' }),
    });
    expect(missing.todo).toBe('Check the name; did you mean “Atención”?');
    expect(errorText(missing, true).todo).toBe('Revisa el nombre; ¿querías decir “Atención”?');
    const pipe = new PortolanError('FILE_UNREADABLE', { path: 'p.md', ...because('special-file') });
    expect(errorText(pipe, true).what).toContain('una tubería');
  });

  it('leaves what other programs say as it is, and writes numbers as the language does', () => {
    const params = { model: 'e5', reason: 'no such operator' };
    expect(errorText({ code: 'MODEL_FAILED', params }, true).what).toContain(': no such operator.');
    const large = { path: 'a', size: 12345, limit: 10 };
    const spanish = (v: number) => v.toLocaleString('es', { useGrouping: 'always' });
    expect(errorText({ code: 'FILE_TOO_LARGE', params: large }, true, spanish).what).toContain('12.345');
  });
});
