import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SearchBench } from '../../search/search.fixture.ts';
import { namesIn, namesOf, type RegionNotes } from './names.ts';

/** Three subjects as people write of them, each in a form that is filled in. */
const MOON = [
  ['Marea viva', 'Con luna llena la marea viva sube más que otros días, y el agua cubre la playa.'],
  ['Marea muerta', 'La marea muerta llega con el cuarto de luna: el agua apenas se mueve en la playa.'],
  ['Tabla de mareas', 'La tabla dice a qué hora llega la marea viva al puerto, según la luna.'],
  ['Pleamar', 'En pleamar el agua está alta; la luna y el sol tiran juntos en la marea viva.'],
] as const;
const NETS = [
  ['Redes neuronales', 'Las redes neuronales aprenden pesos de los ejemplos que se les dan.'],
  ['Perceptrón', 'El perceptrón es la más simple de las redes neuronales, con una capa.'],
  ['Retropropagación', 'Así ajustan sus pesos las redes neuronales: el error vuelve capa a capa.'],
  ['Capa oculta', 'Entre entrada y salida, las redes neuronales tienen capas ocultas con pesos.'],
] as const;
const BREAD = [
  ['Masa madre', 'La masa madre fermenta despacio; la harina integral le gusta y el horno la espera.'],
  ['Harina', 'Con harina de fuerza la masa madre levanta mejor en el horno.'],
  ['Hogaza', 'Una hogaza de masa madre quiere el horno muy caliente y harina buena.'],
  ['Levadura', 'Sin levadura de sobre: la masa madre basta para la harina del horno.'],
] as const;

const form = (text: string) =>
  `Estado: borrador\n\n${text}\n\nVer https://example.org/wiki/Estado y \`git commit\`.`;

let bench: SearchBench;
beforeEach(() => {
  bench = new SearchBench();
});
afterEach(() => bench.close());

function written(id: number, notes: readonly (readonly [string, string])[]): () => RegionNotes {
  bench.write(Object.fromEntries(notes.map(([title, text]) => [`${id}/${title}.md`, form(text)])));
  return () => ({
    id,
    parent: null,
    slots: notes.map(([title]) => bench.corpus.notes.slotOf(bench.id(`${id}/${title}.md`))!),
  });
}

async function regionsOf(...all: readonly (() => RegionNotes)[]): Promise<RegionNotes[]> {
  bench.embed();
  await bench.corpus.settled();
  return all.map((region) => region());
}

describe('names of regions', () => {
  it('are phrases and words that set each apart, as its notes write them', async () => {
    const regions = await regionsOf(written(1, MOON), written(2, NETS), written(3, BREAD));
    const names = await namesOf(bench.corpus, regions);
    expect(names.get(1)![0]).toMatch(/^marea/i);
    expect(names.get(2)![0]).toBe('redes neuronales');
    expect(names.get(3)![0]).toBe('masa madre');
  });

  it('hold nothing of forms, addresses and code', async () => {
    const regions = await regionsOf(written(1, MOON), written(2, NETS), written(3, BREAD));
    const words = [...(await namesOf(bench.corpus, regions)).values()].flat().join(' ').toLowerCase();
    for (const left of ['estado', 'borrador', 'example', 'wiki', 'git', 'ver'])
      expect(words).not.toContain(left);
  });

  it('do not repeat in a part what the region is called, and are all different', async () => {
    const [moon, nets, bread] = await regionsOf(written(1, MOON), written(2, NETS), written(3, BREAD));
    const part = { id: 4, parent: 1, slots: moon!.slots.slice(0, 2) };
    const other = { id: 5, parent: 1, slots: moon!.slots.slice(2) };
    const names = await namesOf(bench.corpus, [moon!, nets!, bread!, part, other]);
    expect(new Set([...names.values()].map((words) => words.join(' '))).size).toBe(5);
    for (const word of names.get(4)!) expect(names.get(1)).not.toContain(word);
  });

  it('are titles where nothing sets a region apart, without the signs that these are sorted by', async () => {
    const same = (title: string) =>
      [title, 'Texto igual en todas las notas de esta bóveda de prueba.'] as const;
    const regions = await regionsOf(
      written(1, ['∑ Brújula', 'Sextante', 'Astrolabio'].map(same)),
      written(2, ['Azafrán', 'Canela', 'Comino'].map(same)),
    );
    const names = await namesOf(bench.corpus, regions);
    expect(['Brújula', 'Sextante', 'Astrolabio']).toContain(names.get(1)![0]);
    expect(['Azafrán', 'Canela', 'Comino']).toContain(names.get(2)![0]);
  });
});

describe('names in the language of an interface', () => {
  const TIDES = [
    ['Spring tide', 'At full moon the spring tide rises higher than on any other day of the month.'],
    ['Neap tide', 'With the half moon comes the neap tide, when the water hardly moves at all.'],
    ['Tide table', 'The table says at which hour the spring tide reaches the harbour each day.'],
    ['High water', 'Sun and moon pull together at spring tide, and high water covers the beach.'],
  ] as const;
  const LOAVES = [
    ['Sourdough', 'Sourdough bread ferments slowly; wholemeal flour pleases it and the oven waits.'],
    ['Flour', 'With strong flour the sourdough bread rises better in the hot oven.'],
    ['Loaf', 'A loaf of sourdough bread wants the oven very hot, and the best of flour.'],
    ['Yeast', 'No yeast from a packet: for sourdough bread the flour of the mill is enough.'],
  ] as const;
  const none = async () => null;

  it('come from the notes in it, where a region spans it', async () => {
    const regions = await regionsOf(written(1, [...MOON, ...TIDES]), written(2, [...BREAD, ...LOAVES]));
    const known = [...(await namesOf(bench.corpus, regions))].map(([id, words]) => ({ id, words }));
    const en = await namesIn(bench.corpus, known, regions, 'en', none);
    const es = await namesIn(bench.corpus, known, regions, 'es', none);
    expect(en.get(1)![0]).toMatch(/tide/);
    expect(en.get(2)).toContain('sourdough bread');
    expect(es.get(1)![0]).toMatch(/marea/i);
    expect(es.get(2)).toContain('masa madre');
  });

  it('are read back from what its notes mean, where none is in it; and left alone where no word is near', async () => {
    const regions = await regionsOf(
      written(1, MOON),
      written(2, BREAD),
      written(3, LOAVES),
      written(4, TIDES),
    );
    const known = [...(await namesOf(bench.corpus, regions))].map(([id, words]) => ({ id, words }));
    const asked: number[][] = [];
    const names = await namesIn(
      bench.corpus,
      known,
      regions,
      'es',
      async () => async (_, texts, all, wanted) => {
        asked.push([...wanted]);
        expect(all).toHaveLength(4);
        expect(texts.slots.length).toBeGreaterThan(0);
        return new Map([[4, ['marea', 'luna']]]);
      },
    );
    expect(asked).toEqual([[3, 4]]);
    expect(names).toEqual(new Map([[4, ['marea', 'luna']]]));
  });

  it('are none in a language that the vault is not written in', async () => {
    const regions = await regionsOf(written(1, MOON), written(2, BREAD));
    const known = [...(await namesOf(bench.corpus, regions))].map(([id, words]) => ({ id, words }));
    expect(await namesIn(bench.corpus, known, regions, 'en', none)).toEqual(new Map());
  });
});
