import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RelatedResult } from '../../contract/related.ts';
import { RelatedResultSchema } from '../../contract/related.ts';
import { type RelatedOptions, related } from './related.ts';
import { SEA_AND_BREAD, SearchBench } from './search.fixture.ts';

let bench: SearchBench;
beforeEach(() => {
  bench = new SearchBench();
});
afterEach(() => bench.close());

async function ask(path: string, options: Partial<RelatedOptions> = {}): Promise<RelatedResult> {
  const result = await related(bench.corpus, bench.id(path), { limit: 10, unlinkedOnly: false, ...options });
  return RelatedResultSchema.parse(result);
}

const wordsOf = (text: string): string[] => text.match(/\p{L}+/gu) ?? [];
const pathsOf = (result: RelatedResult): string[] => result.results.map(({ note }) => note.path);

describe('notes about the sea and about baking', () => {
  beforeEach(() => {
    bench.write(SEA_AND_BREAD);
    bench.embed();
  });

  test('those of the same subject come first, across languages', async () => {
    const result = await ask('Barcos.md');
    expect(result.note.path).toBe('Barcos.md');
    expect(pathsOf(result).slice(0, 2).sort()).toEqual(['Puerto.md', 'Ships.md']);
    expect(
      pathsOf(await ask('Horno.md'))
        .slice(0, 2)
        .sort(),
    ).toEqual(['Bread.md', 'Pan.md']);
  });

  test('scores fall, percentiles with them, and the shares of the reasons add up to 1', async () => {
    const { results } = await ask('Puerto.md');
    for (const [i, { score, percentile, reasons }] of results.entries()) {
      expect(reasons.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      for (const [j, { share }] of reasons.entries()) {
        expect(share).toBeGreaterThan(0);
        if (j > 0) expect(share).toBeLessThanOrEqual(reasons[j - 1]!.share);
      }
      expect(percentile).toBeLessThanOrEqual(100);
      if (i === 0) continue;
      expect(score).toBeLessThanOrEqual(results[i - 1]!.score);
      expect(percentile).toBeLessThanOrEqual(results[i - 1]!.percentile);
    }
    expect(results[0]!.percentile).toBeGreaterThan(50);
  });

  test('evidence quotes both notes at its offsets, best first, no passage twice', async () => {
    const { results } = await ask('Barcos.md');
    const sources: Record<string, string> = SEA_AND_BREAD;
    expect(results[0]!.evidence.length).toBeGreaterThan(0);
    for (const { note, evidence } of results) {
      const spans = evidence.flatMap(({ here, there }) => [`h${here.start}`, `t${there.start}`]);
      expect(new Set(spans).size).toBe(spans.length);
      for (const [i, { here, there, similarity }] of evidence.entries()) {
        for (const [path, { start, end, text }] of [
          ['Barcos.md', here] as const,
          [note.path, there] as const,
        ])
          expect(wordsOf(sources[path]!.slice(start, end))).toEqual(expect.arrayContaining(wordsOf(text)));
        if (i > 0) expect(similarity).toBeLessThanOrEqual(evidence[i - 1]!.similarity);
      }
    }
  });

  test('similarities are the cosines of the stored vectors, centred', async () => {
    const { results } = await ask('Barcos.md');
    const { centring } = bench.corpus.passages;
    const centred = (path: string, start: number) => {
      const chunk = bench.store.chunks.ofNote(bench.id(path)).find((c) => c.start === start)!;
      const language = bench.store.notes.byPath(path)!.language;
      return centring.centre(bench.store.vectors.get([chunk.hash]).get(chunk.hash)!, language);
    };
    const { note, evidence } = results[0]!;
    const [a, b] = [
      centred('Barcos.md', evidence[0]!.here.start),
      centred(note.path, evidence[0]!.there.start),
    ];
    expect(evidence[0]!.similarity).toBeCloseTo(
      a.reduce((sum, x, i) => sum + x * b[i]!, 0),
      5,
    );
  });

  test('links are told by their direction', async () => {
    const result = await ask('Puerto.md');
    const linked = Object.fromEntries(result.results.map(({ note, linked }) => [note.path, linked]));
    expect(linked['Faro.md']).toEqual({ to: false, from: true });
    expect(linked['Barcos.md']).toEqual({ to: false, from: false });
    expect((await ask('Faro.md')).results.find(({ note }) => note.path === 'Puerto.md')!.linked.to).toBe(
      true,
    );
  });

  test('unlinkedOnly leaves out what is linked either way, and fills up with others', async () => {
    const result = await ask('Puerto.md', { unlinkedOnly: true });
    expect(pathsOf(result)).not.toContain('Faro.md');
    expect(pathsOf(result)).not.toContain('Ships.md');
    expect(pathsOf(result)).toContain('Barcos.md');
    for (const { linked } of result.results) expect(linked).toEqual({ to: false, from: false });
  });

  test('limit is kept, and the note itself is never an answer', async () => {
    expect((await ask('Pan.md', { limit: 2 })).results).toHaveLength(2);
    for (const path of Object.keys(SEA_AND_BREAD)) expect(pathsOf(await ask(path))).not.toContain(path);
  });

  test('a link passed on says by whom', async () => {
    // Ships is like Barcos and links with Puerto.
    const found = (await ask('Barcos.md')).results.find(({ note }) => note.path === 'Puerto.md')!;
    expect(found.reasons.map(({ kind }) => kind)).toContain('links');
    expect(found.via.map(({ path }) => path)).toContain('Ships.md');
  });

  test('shared terms stand in both notes', async () => {
    const found = (await ask('Faro.md')).results.find(({ note }) => note.path === 'Puerto.md')!;
    expect(found.sharedTerms.map(({ term }) => term)).toEqual(expect.arrayContaining(['faro', 'costa']));
  });

  test('a saved edit shows in the next answer', async () => {
    bench.write({ 'Horno.md': 'El barco y el mar, con velas y timón.' });
    bench.embed();
    expect(pathsOf(await ask('Barcos.md'))[0]).toBe('Horno.md');
    expect(pathsOf(await ask('Pan.md')).slice(0, 1)).toEqual(['Bread.md']);
  });
});

test('without any vector words and links answer, and coverage says so', async () => {
  bench.write(SEA_AND_BREAD);
  const result = await ask('Faro.md');
  expect(result.coverage).toBe(0);
  expect(pathsOf(result)[0]).toBe('Puerto.md');
  expect(result.results[0]!.reasons.map(({ kind }) => kind)).not.toContain('meaning');
  expect(result.results[0]!.tier).toBe('words');
  expect(result.results[0]!.evidence).toEqual([]);
  expect(result.results[0]!.sharedTerms.length).toBeGreaterThan(0);
});

test('without links meaning and words answer', async () => {
  const bare = Object.entries(SEA_AND_BREAD).map(([path, text]) => [path, text.replace(/\[\[.*?\]\]/g, '')]);
  bench.write(Object.fromEntries(bare));
  bench.embed();
  const result = await ask('Barcos.md');
  expect(['Faro.md', 'Puerto.md', 'Ships.md']).toContain(pathsOf(result)[0]);
  for (const { reasons, via } of result.results) {
    expect(reasons.map(({ kind }) => kind)).not.toContain('links');
    expect(via).toEqual([]);
  }
});

describe('reasons', () => {
  test('a note that says another’s title has it as a reason, with the place where it stands', async () => {
    bench.write({
      ...SEA_AND_BREAD,
      'Astrolabio.md': 'Instrumento de los pilotos.',
      'Piloto.md': 'Nadie zarpa sin su Astrolábio, dicen.',
    });
    bench.embed();
    const [first] = (await ask('Astrolabio.md')).results;
    expect(first!.note.path).toBe('Piloto.md');
    const [mention] = first!.mentions;
    expect(mention).toMatchObject({ in: 'there', name: 'Astrolabio' });
    expect(mention!.passage.text.slice(mention!.at.start, mention!.at.end)).toBe('Astrolábio');
    expect(first!.reasons.find(({ kind }) => kind === 'names')!.share).toBeGreaterThan(0.1);
    const back = (await ask('Piloto.md')).results.find(({ note }) => note.path === 'Astrolabio.md')!;
    expect(back.mentions).toMatchObject([{ in: 'here', name: 'Astrolabio' }]);
  });

  test('tags in common are told, and are a reason', async () => {
    bench.write({
      ...SEA_AND_BREAD,
      'uno.md': '---\ntags: [náutica, Viaje]\n---\nEl barco.',
      'dos.md': '---\ntags: [viaje]\n---\nLa nave.',
    });
    bench.embed();
    const found = (await ask('uno.md')).results.find(({ note }) => note.path === 'dos.md')!;
    expect(found.sharedTags).toEqual(['viaje']);
    expect(found.reasons.map(({ kind }) => kind)).toContain('tags');
  });

  test('what a note is linked with already helps to find what it is not', async () => {
    const notes = {
      'a.md': 'Uno dos tres.',
      'b.md': 'Cuatro cinco seis. [[c]]',
      'c.md': 'Siete ocho nueve.',
      'd.md': 'Diez once doce.',
      ...SEA_AND_BREAD,
    };
    bench.write(notes);
    bench.embed();
    const score = async () =>
      (await ask('a.md', { unlinkedOnly: true })).results.find(({ note }) => note.path === 'c.md')?.score ??
      0;
    const before = await score();
    bench.write({ 'a.md': 'Uno dos tres. [[b]]' });
    bench.embed();
    expect(await score()).toBeGreaterThan(before);
    const c = (await ask('a.md')).results.find(({ note }) => note.path === 'c.md')!;
    expect(c.via.map(({ path }) => path)).toContain('b.md');
  });
});

describe('filters', () => {
  beforeEach(() => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [`mar/${i}.md`, `El barco ${i} cruza el mar con velas blancas.`]),
    );
    bench.write({ ...SEA_AND_BREAD, ...many, 'lejos/piedra.md': 'Un barco de piedra.' });
    bench.embed();
  });

  test('a single note that is let through is found beneath many nearer ones', async () => {
    const result = await ask('Barcos.md', { filter: { folders: ['lejos'] }, limit: 3 });
    expect(pathsOf(result)).toEqual(['lejos/piedra.md']);
    expect(result.results[0]!.evidence.length).toBeGreaterThan(0);
  });

  test('scores and percentiles are those of the whole answer', async () => {
    const all = await ask('Barcos.md', { limit: 100 });
    const some = await ask('Barcos.md', { limit: 100, filter: { folders: ['mar'] } });
    for (const { note, score, percentile } of some.results.slice(0, 5)) {
      const same = all.results.find((result) => result.note.path === note.path)!;
      expect(score).toBeCloseTo(same.score, 5);
      expect(percentile).toBeCloseTo(same.percentile, 3);
    }
  });
});

describe('tiny vaults', () => {
  test('a note alone has no relations', async () => {
    bench.write({ 'a.md': 'Sola en el mar.' });
    bench.embed();
    expect((await ask('a.md')).results).toEqual([]);
  });

  test.each([2, 3, 4, 5])('%i notes answer, the nearest first', async (n) => {
    const texts = [
      'El barco en el mar.',
      'Una nave en el océano.',
      'Pan de harina.',
      'Un gato negro.',
      'Cinco piedras.',
    ];
    bench.write(Object.fromEntries(texts.slice(0, n).map((text, i) => [`${i}.md`, text])));
    bench.embed();
    const result = await ask('0.md');
    expect(pathsOf(result)[0]).toBe('1.md');
    for (const { score } of result.results) expect(Number.isFinite(score)).toBe(true);
  });

  test('notes of one text are each other’s nearest', async () => {
    bench.write({ 'a.md': 'La misma nota.', 'b.md': 'La misma nota.', 'c.md': 'Otra cosa: harina.' });
    bench.embed();
    expect(pathsOf(await ask('a.md'))[0]).toBe('b.md');
  });
});

test('a note without text is asked for by its title, and breaks nothing', async () => {
  bench.write({ ...SEA_AND_BREAD, 'vacía.md': '', 'Barco.md': '' });
  bench.embed();
  const { results } = await ask('Barco.md');
  expect(results.length).toBeGreaterThan(0);
  for (const { score } of (await ask('vacía.md')).results) expect(Number.isFinite(score)).toBe(true);
});

test('a note that is gone is NOTE_NOT_FOUND', async () => {
  bench.write({ 'a.md': 'Una nota.' });
  const id = bench.id('a.md');
  bench.remove('a.md');
  await expect(related(bench.corpus, id, { limit: 3, unlinkedOnly: false })).rejects.toMatchObject({
    code: 'NOTE_NOT_FOUND',
  });
});

test('what a template gives to every note is no evidence, and makes nobody nearer', async () => {
  const template = (said: string) =>
    [
      '## Asistentes\n\nQuienes estuvieron presentes y su papel en la reunión.',
      `## Notas\n\n${said}`,
      '## Tareas\n\nCada tarea tiene responsable y fecha para la reunión siguiente.',
    ].join('\n\n');
  const sea = [
    'El barco cruza el mar',
    'La nave vuelve del océano',
    'Un buque en alta mar',
    'Velas y mar en calma',
  ];
  const bread = ['La masa del pan fermenta', 'El pan sale del horno', 'Harina para el pan', 'Pan con aceite'];
  for (const [i, said] of [...sea, ...bread, 'Cuentas del año', 'Vacaciones de verano'].entries())
    bench.write({ [`Reunión ${i}.md`]: template(said) });
  bench.embed();
  const { results } = await ask('Reunión 0.md');
  expect(
    pathsOf({ results } as RelatedResult)
      .slice(0, 3)
      .sort(),
  ).toEqual(['Reunión 1.md', 'Reunión 2.md', 'Reunión 3.md']);
  for (const { evidence } of results.slice(0, 3)) {
    expect(evidence[0]!.here.text).toBe(sea[0]);
    expect(sea).toContain(evidence[0]!.there.text);
  }
});
