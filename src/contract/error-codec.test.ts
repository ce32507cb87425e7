import { ORPCError } from '@orpc/contract';
import { describe, expect, it } from 'vitest';
import { PortolanError } from '../common/errors.ts';
import { fromWire, toWire } from './error-codec.ts';

/** What a transport does to an error: only plain data gets across. */
function across(error: ORPCError<string, unknown>): unknown {
  const { defined, code, status, message, data } = JSON.parse(JSON.stringify(error.toJSON()));
  return new ORPCError(code, { defined, status, message, data });
}

describe('the error codec', () => {
  it('brings code, parameters and sentence across', () => {
    const error = new PortolanError(
      'NOTE_AMBIGUOUS',
      { name: 'a', count: 2, paths: 'x, y' },
      { cause: new Error('private') },
    );
    const back = fromWire(across(toWire(error)));
    expect(back).toBeInstanceOf(PortolanError);
    expect(back).toMatchObject({ code: 'NOTE_AMBIGUOUS', params: { name: 'a', count: 2, paths: 'x, y' } });
    expect(back.message).toBe(error.message);
  });
  it('leaves cause and stack behind', () => {
    const wire = JSON.stringify(
      toWire(new PortolanError('INTERNAL', { reason: 'r' }, { cause: new Error('private') })).toJSON(),
    );
    expect(wire).not.toContain('private');
  });
  it('turns a refused input into INPUT_INVALID with the field named', () => {
    const refused = new ORPCError('BAD_REQUEST', {
      cause: { issues: [{ path: ['limit'], message: 'too big' }] },
    });
    expect(fromWire(refused)).toMatchObject({ code: 'INPUT_INVALID', params: { reason: 'limit: too big' } });
  });
  it('turns anything else into INTERNAL', () => {
    expect(fromWire(new TypeError('x')).code).toBe('INTERNAL');
    expect(fromWire(new ORPCError('PORTOLAN', { data: { code: 'MADE_UP', params: {} } })).code).toBe(
      'INTERNAL',
    );
  });
});
