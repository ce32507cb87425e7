import type { NotePath } from '../../../src/common/ids.ts';
import type { Embedder } from '../../../src/engine/embed/embedder.ts';
import { withLanguage } from '../../../src/engine/parse/language.ts';
import type { Note } from '../../../src/engine/parse/note.ts';
import { parse } from '../../../src/engine/parse/parse.ts';
import { queryVector } from '../../../src/engine/search/meaning.ts';
import { plainQuestion } from '../../../src/engine/search/query/question.ts';
import { questionLanguage } from '../../../src/engine/search/query/question-language.ts';
import { spread } from '../../../src/engine/search/query-note.ts';
import { meansWithout, type TitledPage } from './asked-means.ts';
import { Baselines } from './baselines/baselines.ts';
import {
  addVectors,
  charactersOf,
  type EvalModel,
  type EvalVault,
  indexNotes,
  rewritten,
  type SourceNote,
} from './eval-vault.ts';
import type { Asked, Case } from './outcome.ts';
import { withoutDescription, withoutHeading, withoutLinks, withoutTitle } from './strip-links.ts';
import { answersTo, SEARCHES } from './systems.ts';

/** Fewest characters of a note that is looked for. */
const CHARACTERS = 80;
/** Fewest words or, where they are not spaced, characters of a heading that is asked: 'Notes' asks for nothing. */
const HEADING = { words: 2, characters: 6 };

export type Question = Exclude<Asked, 'page'>;

export interface KnownItemOptions {
  readonly sample: number | undefined;
  /** By path, the paths of the same page in other languages. */
  readonly translations: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Entry {
  readonly question: string;
  /** The note's path, and the one that hides it. */
  readonly own: string;
  readonly path: string;
  readonly bare: SourceNote;
  readonly language: string;
  readonly titled: TitledPage;
}

/**
 * Known-item search: what is asked is taken out of the note that it comes from, links are taken out of all notes,
 * since in others they are that note's title, and files' names are hidden. The note should be found. What several
 * notes could be asked by is not asked. `translations` of a note by path are not taken for wrong answers.
 */
export async function knownItemTask(
  sources: readonly SourceNote[],
  model: EvalModel,
  asked: Question,
  { sample, translations }: KnownItemOptions,
): Promise<Case[]> {
  const entries = sources.map((source, i) => entryOf(source, asked, i));
  const index = await indexNotes(
    entries.map(({ bare }) => bare),
    [],
    model,
    { embed: false },
  );
  try {
    const ids = new Map([...index.notes].map(([id, { whole }]) => [whole.note.path as string, id]));
    const idsOf = new Map(entries.map(({ own, path }) => [own, ids.get(path)!]));
    const characters = new Map(
      [...index.notes.values()].map(({ write }) => [write.note.path, charactersOf(write)]),
    );
    const askable = askableOf(entries).filter(({ path }) => characters.get(path as NotePath)! > CHARACTERS);
    const questions = spread(askable, sample ?? askable.length).map((entry) => {
      const others = new Set([...(translations.get(entry.own) ?? [])].map((own) => idsOf.get(own)));
      return {
        language: entry.language,
        text: entry.question,
        id: ids.get(entry.path)!,
        keep: (other: number) => !others.has(other),
      };
    });
    const titled = entries.map((entry) => entry.titled);
    const ranked = await rankings(index, model, questions, titled);
    return questions.flatMap(({ id, language }, i) =>
      ranked[i] ? [{ task: 'known-item', language, asked, relevant: new Set([id]), ranked: ranked[i] }] : [],
    );
  } finally {
    index.close();
  }
}

export interface AskedQuestion {
  readonly text: string;
  /** The note it was taken out of. */
  readonly id: number;
  readonly keep: (id: number) => boolean;
}

/**
 * Every system's answers to questions; undefined for one that the model cannot read. The index comes without vectors of
 * the model: first the static tier answers alone. `titled`: what the notes were called, for the mean of questions.
 */
export async function rankings(
  index: EvalVault,
  model: EvalModel,
  questions: readonly AskedQuestion[],
  titled: readonly TitledPage[],
): Promise<(Case['ranked'] | undefined)[]> {
  const { embedder } = model;
  const learnt = embedder.model.languages;
  const meansFor = await meansWithout(titled, embedder);
  const still: Case['ranked'][] = [];
  for (const question of questions)
    still.push(await partAnswer(index, embedder, question, 'portolan-static', null));
  for (const percent of model.read ?? []) {
    await addVectors(index, model, percent);
    for (const [i, question] of questions.entries())
      still[i] = {
        ...still[i],
        ...(await partAnswer(index, embedder, question, `portolan-${percent}%`, meansFor)),
      };
  }
  await addVectors(index, model);
  const baselines = new Baselines(index, embedder.model.dimensions);
  const answers: (Case['ranked'] | undefined)[] = [];
  for (const [i, { text, id, keep }] of questions.entries()) {
    const [raw] = await embedder.embed([text], { kind: 'query', priority: 'background' });
    const language = await questionLanguage(index.corpus, plainQuestion(text));
    const mean = meansFor(text, language);
    const vector = await queryVector(embedder, text, undefined, mean);
    model.progress('questions', i + 1, questions.length);
    if (!raw || !vector) {
      answers.push(undefined);
      continue;
    }
    const ours = Object.entries(SEARCHES).map(([system, weights]) => [
      system,
      answersTo(index.corpus, { text, vector, language, learnt }, keep, weights),
    ]);
    const theirs = baselines.byQuestion({ text, vector: raw, mean: embedder.queryMean }, id, keep);
    answers.push({ ...Object.fromEntries(ours), ...still[i], ...theirs });
  }
  return answers;
}

/**
 * What search answers while the model has read some of the passages, or none: then it is not asked either, and `meansFor`
 * is null. Nothing where there is no static tier.
 */
async function partAnswer(
  { corpus }: EvalVault,
  embedder: Embedder,
  { text, keep }: AskedQuestion,
  system: string,
  meansFor: ((text: string, language: string) => Float32Array) | null,
): Promise<Case['ranked']> {
  const language = await questionLanguage(corpus, plainQuestion(text));
  const contextual = meansFor && (await queryVector(embedder, text, undefined, meansFor(text, language)));
  const vector = corpus.passages.question(contextual, embedder.staticVector(text), language);
  const learnt = embedder.model.languages;
  return vector ? { [system]: answersTo(corpus, { text, vector, language, learnt }, keep) } : {};
}

/** The notes whose question no other note could be asked by. */
function askableOf(entries: readonly Entry[]): Entry[] {
  const same = Map.groupBy(entries, ({ question }) => question.toLowerCase());
  return entries.filter(({ question }) => question !== '' && same.get(question.toLowerCase())!.length === 1);
}

function entryOf(source: SourceNote, asked: Question, i: number): Entry {
  const note = withLanguage(parse(source.file.kind, source.file.path, source.content.text));
  const path = `${i}${/\.[a-z]+$/i.exec(source.file.path)?.[0] ?? '.md'}`;
  const { question, text } = QUESTIONS[asked](note);
  const bare = withoutLinks(withLanguage(parse(source.file.kind, note.path, text)));
  const { language, title } = note;
  const titled = { title, language, headings: note.headings.map((heading) => heading.text) };
  return { question, own: note.path, path, language, titled, bare: rewritten(source, bare, path) };
}

/** What each kind of question asks of a note, '' for nothing, and the note's text without it. */
const QUESTIONS: Readonly<Record<Question, (note: Note) => { question: string; text: string }>> = {
  title: (note) => ({ question: note.title, text: withoutTitle(note) }),
  heading: (note) => {
    const question = middleHeading(note);
    return { question, text: question ? withoutHeading(note, question) : note.text };
  },
  description: (note) => {
    const { data } = note.frontmatter ?? { data: {} as Record<string, unknown> };
    const written = data.description ?? data.summary ?? data.abstract ?? data.excerpt ?? data.subtitle;
    return { question: typeof written === 'string' ? written.trim() : '', text: withoutDescription(note) };
  },
};

/** Of the headings that say something and are not the title, the one in the middle. */
function middleHeading({ headings, title }: Note): string {
  const telling = headings.filter(
    ({ text }) =>
      text.toLowerCase() !== title.toLowerCase() &&
      text.length >= HEADING.characters &&
      (text.split(/\s+/).length >= HEADING.words || /\p{Script=Han}/u.test(text)),
  );
  return telling[telling.length >> 1]?.text ?? '';
}
