import { withLanguage } from '../../../src/engine/parse/language.ts';
import { parse } from '../../../src/engine/parse/parse.ts';
import { spread } from '../../../src/engine/search/query-note.ts';
import type { TitledPage } from './asked-means.ts';
import { Baselines } from './baselines/baselines.ts';
import { withoutCode } from './code.ts';
import { type EvalModel, type EvalVault, indexNotes, rewritten, type SourceNote } from './eval-vault.ts';
import { rankings } from './known-item-task.ts';
import type { Case } from './outcome.ts';
import { withoutLinks, withoutTitle } from './strip-links.ts';
import { relatedTo } from './systems.ts';

/** A page in two languages. */
export type PagePair = readonly [SourceNote, SourceNote];

interface Page extends TitledPage {
  readonly path: string;
  readonly bare: SourceNote;
  readonly side: 0 | 1;
  readonly pair: number;
}

/**
 * Pages in two languages, in one index, with file names, titles, links and code taken out. A page must find its
 * translation among the pages of the other language; a title the page it names, and that page's translation, each
 * among the pages of one language.
 */
export async function crossTask(
  pairs: readonly PagePair[],
  model: EvalModel,
  sample?: number,
): Promise<Case[]> {
  const pages = pairs.flatMap((sources, pair) =>
    sources.map((source, side) => pageOf(source, pair, side as 0 | 1)),
  );
  const index = await indexNotes(
    pages.map(({ bare }) => bare),
    [],
    model,
    { embed: false },
  );
  try {
    return await askAll(index, pages, model, sample);
  } finally {
    index.close();
  }
}

async function askAll(
  index: EvalVault,
  pages: readonly Page[],
  model: EvalModel,
  sample: number | undefined,
): Promise<Case[]> {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const pageOfId = new Map([...index.notes].map(([id, { whole }]) => [id, byPath.get(whole.note.path)!]));
  const idOf = new Map([...pageOfId].map(([id, page]) => [page, id]));
  const languages = [0, 1].map((side) => commonest(pages.filter((page) => page.side === side)));
  const asked = spread(pages, (sample ?? pages.length) * 2).flatMap((page) =>
    ([0, 1] as const).map((side) => ({
      page,
      language: `${languages[page.side]}→${languages[side]}`,
      text: page.title,
      id: idOf.get(page)!,
      answer: idOf.get(pages[page.pair * 2 + side]!)!,
      keep: (other: number) => pageOfId.get(other)!.side === side,
    })),
  );
  const byTitle = asked.filter(({ page }) => unique(page, pages));
  const titles = await rankings(index, model, byTitle, pages);
  const cases = byTitle.flatMap(({ language, answer }, i) => {
    const named = { task: 'cross', language, relevant: new Set([answer]), asked: 'title' } as const;
    return titles[i] ? [{ ...named, ranked: titles[i] }] : [];
  });
  const baselines = new Baselines(index, model.embedder.model.dimensions);
  return [...cases, ...pagesAsked(index, baselines, asked)];
}

interface AskedPage {
  readonly language: string;
  readonly id: number;
  readonly answer: number;
  readonly keep: (id: number) => boolean;
}

/** Pages as questions for their translations. */
const pagesAsked = (index: EvalVault, baselines: Baselines, asked: readonly AskedPage[]): Case[] =>
  asked
    .filter(({ id, answer }) => id !== answer)
    .map(({ id, answer, language, keep }) => {
      const theirs = baselines.byPage(index.notes.get(id)!.write, id, keep);
      const ranked = { portolan: relatedTo(index.corpus, id, keep), ...theirs };
      return { task: 'cross', language, asked: 'page', relevant: new Set([answer]), ranked };
    });

/** Without a title that leads to it alone, a page cannot be asked for by it. */
function unique(page: Page, pages: readonly Page[]): boolean {
  const same = pages.filter(
    ({ side, title }) => side === page.side && title.toLowerCase() === page.title.toLowerCase(),
  );
  return page.title !== '' && same.length === 1;
}

function pageOf(source: SourceNote, pair: number, side: 0 | 1): Page {
  const { kind } = source.file;
  const reparsed = (text: string) => withLanguage(parse(kind, source.file.path, text));
  const note = reparsed(source.content.text);
  const text = withoutCode(reparsed(withoutLinks(reparsed(withoutTitle(note)))));
  const path = `${pair * 2 + side}${EXTENSION.exec(source.file.path)?.[0] ?? '.md'}`;
  return {
    title: note.title,
    language: note.language,
    headings: note.headings.map((heading) => heading.text),
    path,
    bare: rewritten(source, text, path),
    side,
    pair,
  };
}

const EXTENSION = /\.[a-z]+$/i;

function commonest(pages: readonly Page[]): string {
  const groups = [...Map.groupBy(pages, ({ language }) => language)];
  return groups.sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? 'und';
}
