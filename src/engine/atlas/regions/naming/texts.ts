import { throwIfCancelled } from '../../../../common/cancel.ts';
import { fold } from '../../../../common/text.ts';
import { breathe } from '../../../base/breathe.ts';
import type { Corpus } from '../../../search/corpus.ts';
import { wordsOf } from './words-of.ts';

/** Characters of a note that are read for names: what it is about, it says at its beginning. */
const READ = 2_500;
/** A line that so many notes have, and this share of all, is a form that is filled in. */
const FORM_NOTES = 4;
const FORM_SHARE = 0.01;
/** The same of words that lines begin with, and the share of such beginnings among all places of the word. */
const LABEL_NOTES = 8;
const LABEL_SHARE = 0.04;
const LABEL_LEADS = 0.6;
/** A longer line is no form. */
const LONGEST_FORM = 120;

/** A word as many notes have it: what it is counted by, and how it is written. */
export interface Spelling {
  readonly term: string;
  readonly written: string;
}

/** A word at its place. */
export interface PlacedWord extends Spelling {
  /** Between it and the word before, where both may be of one name. */
  readonly joint: string | null;
  readonly first: boolean;
}

/** What notes say, packed: a note of 300 words takes a kilobyte. */
export interface NoteTexts {
  /** Slots of the notes that were read. */
  readonly slots: readonly number[];
  readonly languageOf: (slot: number) => string;
  /** The words of a note's title, and those of its text. */
  title(slot: number): PlacedWord[];
  text(slot: number): PlacedWord[];
}

/** Reads the beginnings of notes, less what is no prose and the forms that many are made by. */
export async function readTexts(
  corpus: Corpus,
  slots: readonly number[],
  signal?: AbortSignal,
): Promise<NoteTexts> {
  const texts = new Map<number, string>();
  const titles = new Map<number, string>();
  const turn = async () => {
    throwIfCancelled(signal);
    await breathe();
  };
  const repeats = new Repeats();
  for (const slot of slots) {
    const id = corpus.notes.idOf(slot);
    const record = corpus.source.notes.byId(id);
    if (!record) continue;
    titles.set(slot, record.title);
    const text = beginningOf(corpus, id);
    texts.set(slot, text);
    repeats.add(text);
    await turn();
  }
  const packed = new Packed();
  for (const [slot, text] of texts) {
    const language = corpus.notes.languageOf(slot);
    packed.add(slot, [titles.get(slot)!], language, () => true, 'titles');
    const lines = text.split('\n').filter((line) => !repeats.isForm(line));
    packed.add(slot, lines, language, (term) => !repeats.isLabel(term), 'texts');
    await turn();
  }
  return {
    slots: [...texts.keys()],
    languageOf: (slot) => corpus.notes.languageOf(slot),
    title: (slot) => packed.get(slot, 'titles'),
    text: (slot) => packed.get(slot, 'texts'),
  };
}

function beginningOf({ source }: Corpus, id: number): string {
  let text = '';
  for (const chunk of source.chunks.ofNote(id)) {
    text += `${chunk.text}\n`;
    if (text.length > READ) break;
  }
  return text.slice(0, READ);
}

/** What many notes repeat: lines of forms, and words that label lines. */
class Repeats {
  readonly #lines = new Map<string, number>();
  readonly #leading = new Map<string, number>();
  readonly #holding = new Map<string, number>();
  #notes = 0;

  add(text: string): void {
    this.#notes++;
    const lines = new Set<string>();
    const leading = new Set<string>();
    const holding = new Set<string>();
    for (const line of text.split('\n')) {
      const words = fold(line).match(/[\p{L}\p{M}]+/gu);
      if (!words) continue;
      if (line.length <= LONGEST_FORM) lines.add(words.join(' '));
      if (words.length > 1) leading.add(words[0]!);
      for (const word of words) holding.add(word);
    }
    for (const [of, all] of [
      [lines, this.#lines],
      [leading, this.#leading],
      [holding, this.#holding],
    ] as const)
      for (const key of of) all.set(key, (all.get(key) ?? 0) + 1);
  }

  isForm(line: string): boolean {
    if (line.length > LONGEST_FORM) return false;
    const key =
      fold(line)
        .match(/[\p{L}\p{M}]+/gu)
        ?.join(' ') ?? '';
    return (this.#lines.get(key) ?? 0) >= Math.max(FORM_NOTES, FORM_SHARE * this.#notes);
  }

  /** By the word as it is written. */
  isLabel(written: string): boolean {
    const word = fold(written);
    const leading = this.#leading.get(word) ?? 0;
    return (
      leading >= Math.max(LABEL_NOTES, LABEL_SHARE * this.#notes) &&
      leading >= LABEL_LEADS * (this.#holding.get(word) ?? 0)
    );
  }
}

const JOINTS = 32;

class Packed {
  readonly #spellings: Spelling[] = [];
  readonly #ids = new Map<string, number>();
  readonly #joints: (string | null)[] = [null];
  readonly #kept = { titles: new Map<number, Int32Array>(), texts: new Map<number, Int32Array>() };

  add(
    slot: number,
    lines: readonly string[],
    language: string,
    keep: (written: string) => boolean,
    as: 'titles' | 'texts',
  ): void {
    const codes: number[] = [];
    for (const line of lines) {
      let cut = false;
      for (const { term, written, joint, first } of wordsOf(line, language)) {
        if (!keep(written)) {
          cut = true;
          continue;
        }
        codes.push(
          (this.#spelling(term, written) * JOINTS + this.#joint(cut ? null : joint)) * 2 + Number(first),
        );
        cut = false;
      }
    }
    this.#kept[as].set(slot, Int32Array.from(codes));
  }

  get(slot: number, as: 'titles' | 'texts'): PlacedWord[] {
    return Array.from(this.#kept[as].get(slot) ?? [], (code) => {
      const at = code >> 1;
      return {
        ...this.#spellings[Math.floor(at / JOINTS)]!,
        joint: this.#joints[at % JOINTS]!,
        first: (code & 1) === 1,
      };
    });
  }

  #spelling(term: string, written: string): number {
    const key = `${written}\n${term}`;
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#spellings.length;
      this.#spellings.push({ term, written });
      this.#ids.set(key, id);
    }
    return id;
  }

  #joint(joint: string | null): number {
    const known = this.#joints.indexOf(joint);
    if (known >= 0) return known;
    if (this.#joints.length === JOINTS) return 0;
    return this.#joints.push(joint) - 1;
  }
}
