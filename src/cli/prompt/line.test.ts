import { describe, expect, it } from 'vitest';
import { readLine } from './line.ts';

describe('readLine', () => {
  it('takes a name or a question as it is', () => {
    expect(readLine('  what is a rhumb line?  ', [])).toEqual({ kind: 'ask', text: 'what is a rhumb line?' });
    expect(readLine('   ', [])).toEqual({ kind: 'nothing' });
  });

  it('takes a number for a result of the last answer, and for itself where there is none', () => {
    expect(readLine('2', ['a.md', 'b.md'])).toEqual({ kind: 'result', path: 'b.md' });
    expect(readLine('3', ['a.md', 'b.md'])).toEqual({ kind: 'ask', text: '3' });
    expect(readLine('2026', ['a.md'])).toEqual({ kind: 'ask', text: '2026' });
    expect(readLine('0', ['a.md'])).toEqual({ kind: 'ask', text: '0' });
  });

  it('searches after a question mark, and names a note in brackets', () => {
    expect(readLine('?Tides', [])).toEqual({ kind: 'search', query: 'Tides' });
    expect(readLine('?', [])).toEqual({ kind: 'ask', text: '?' });
    expect(readLine('[[Tides]]', [])).toEqual({ kind: 'note', name: 'Tides' });
    expect(readLine('[[Tides#Spring|kinds]]', [])).toEqual({ kind: 'note', name: 'Tides' });
    expect(readLine('[[]]', [])).toEqual({ kind: 'ask', text: '[[]]' });
  });

  it('calculates where notes or quotations are added and taken away, or after an equals sign', () => {
    const expression = '[[A]] - [[B]] + "x"';
    expect(readLine(expression, [])).toEqual({ kind: 'algebra', expression });
    expect(readLine('= king - man + woman', [])).toEqual({
      kind: 'algebra',
      expression: 'king - man + woman',
    });
    expect(readLine('"spring tide" -moon', [])).toEqual({ kind: 'ask', text: '"spring tide" -moon' });
    expect(readLine('=', [])).toEqual({ kind: 'ask', text: '=' });
  });

  it('knows its commands, and a text that only begins like one', () => {
    expect(readLine(':help', [])).toEqual({ kind: 'command', name: 'help' });
    expect(readLine(':q', [])).toEqual({ kind: 'command', name: 'quit' });
    expect(readLine(':constructor', [])).toEqual({ kind: 'unknown-command', name: 'constructor' });
    expect(readLine(':) is a smile', [])).toEqual({ kind: 'ask', text: ':) is a smile' });
  });
});
