import { describe, expect, it } from 'vitest';
import { Kept, keptScreen } from '../testing/screens.ts';
import { Screen } from './screen.ts';

describe('Screen', () => {
  it('has colour on a terminal only, and never against NO_COLOR', () => {
    const colour = (tty: boolean, env: NodeJS.ProcessEnv) => new Screen(new Kept({ tty }), env).style.colour;
    expect(colour(true, {})).toBe(true);
    expect(colour(false, {})).toBe(false);
    expect(colour(true, { NO_COLOR: '1' })).toBe(false);
    expect(colour(true, { NO_COLOR: '1', FORCE_COLOR: '1' })).toBe(false);
    expect(colour(false, { FORCE_COLOR: '1' })).toBe(true);
    expect(colour(true, { TERM: 'dumb' })).toBe(false);
  });

  it('lays out within what is readable', () => {
    expect(keptScreen({ columns: 400 }).screen.measure).toBe(110);
    expect(keptScreen({ columns: 10 }).screen.measure).toBe(40);
  });

  it('takes COLUMNS where the stream does not know its width, and 80 where nothing does', () => {
    const unknown = (env: NodeJS.ProcessEnv) =>
      new Screen(Object.defineProperty(new Kept(), 'columns', { value: undefined }), env).columns;
    expect(unknown({ COLUMNS: '95' })).toBe(95);
    expect(unknown({})).toBe(80);
    expect(unknown({ COLUMNS: 'wide' })).toBe(80);
  });

  it('falls silent when its reader has gone', async () => {
    const { stream, screen } = keptScreen();
    screen.line('first');
    stream.fail('EPIPE');
    screen.line('second');
    expect(screen.gone).toBe(true);
    expect(stream.text).toBe('first\n');
    await screen.flushed();
  });

  it('does not swallow other errors', () => {
    const { stream } = keptScreen();
    expect(() => stream.fail('EIO')).toThrow('EIO');
  });
});
