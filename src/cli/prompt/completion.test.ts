import { describe, expect, it } from 'vitest';
import { clientOf } from '../testing/client.ts';
import { entry } from '../testing/contract-data.ts';
import { complete, createNames, namesOf } from './completion.ts';

describe('complete', () => {
  const names = ['Tokenización', 'Tokens', 'Tides', '笔记'];

  it('completes names without their accents or capitals', () => {
    expect(complete('tokenizacion', names)).toEqual([['Tokenización'], 'tokenizacion']);
    expect(complete('tok', names)[0]).toEqual(['Tokenización', 'Tokens']);
    expect(complete('笔', names)[0]).toEqual(['笔记']);
  });

  it('completes by a later word where no name begins so', () => {
    expect(complete('ros', ['Carta', 'La rosa', 'Las rosas'])[0]).toEqual(['La rosa', 'Las rosas']);
    expect(complete('la', ['Carta', 'La rosa', 'Via la'])[0]).toEqual(['La rosa']);
  });

  it('completes commands and links', () => {
    expect(complete(':un', names)[0]).toEqual([':unlinked']);
    expect(complete('[[ti', names)[0]).toEqual(['[[Tides]]']);
  });

  it('does not flood the screen', () => {
    expect(
      complete(
        'n',
        Array.from({ length: 999 }, (_, i) => `note ${i}`),
      )[0],
    ).toHaveLength(40);
  });
});

describe('namesOf', () => {
  it('names each note once, and none that a terminal would act on', () => {
    expect(namesOf(['b/Two.md', 'a/One.md', 'c/One.md', 'Bad\u001b[2J.md'])).toEqual(['One', 'Two']);
  });
});

describe('createNames', () => {
  it('asks the index again after a while, so that new notes are completed too', async () => {
    const paths = ['One.md'];
    const time = { now: 0 };
    const names = createNames(clientOf({ ledger: async () => paths.map((p) => entry(p)) }), () => time.now);
    expect(await names()).toEqual(['One']);
    paths.push('Two.md');
    expect(await names()).toEqual(['One']);
    time.now = 6000;
    expect(await names()).toEqual(['One', 'Two']);
  });
});
