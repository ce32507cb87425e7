import { describe, expect, it } from 'vitest';
import { readWords } from './start-words.mjs';

describe('the words after npm start', () => {
  it('open a window, with the vault that they name', () => {
    expect(readWords([])).toEqual({ host: 'window', vault: null, data: null, words: [] });
    expect(readWords(['Notes'])).toMatchObject({ host: 'window', vault: 'Notes' });
    expect(readWords(['--data', 'kept', 'Notes'])).toMatchObject({
      host: 'window',
      vault: 'Notes',
      data: 'kept',
    });
    expect(readWords(['Notes', '--data=kept'])).toMatchObject({ vault: 'Notes', data: 'kept' });
  });

  it('open a browser’s tab where an option is of that', () => {
    for (const words of [
      ['--browser', 'Notes'],
      ['Notes', '--no-open'],
      ['--port', '4000', 'Notes'],
      ['--port=4000', 'Notes'],
      ['--threads', '2', '--model', 'm', 'Notes'],
    ])
      expect(readWords(words), words.join(' ')).toMatchObject({ host: 'browser', vault: 'Notes' });
    expect(readWords(['--browser', '--no-open', 'Notes']).words).toEqual(['--no-open', 'Notes']);
  });

  it('open the prompt where it is asked for, with the words that it understands', () => {
    expect(readWords(['--terminal', 'Notes', '--limit', '3'])).toMatchObject({
      host: 'terminal',
      vault: 'Notes',
      words: ['Notes', '--limit', '3'],
    });
    expect(readWords(['--terminal', '--limit', '3'])).toMatchObject({ vault: null });
  });

  it('explain themselves whatever else is said', () => {
    expect(readWords(['--terminal', '--help']).host).toBe('help');
    expect(readWords(['-h']).host).toBe('help');
  });
});
