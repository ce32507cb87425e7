import { chunkNote } from '../chunk/chunk-note.ts';
import type { OpenTextTools, TextTools } from '../embed/text-tools.ts';
import { noteTerms } from '../lexicon/note-terms.ts';
import { bodyText } from '../parse/body-text.ts';
import { withLanguage } from '../parse/language.ts';
import { parse } from '../parse/parse.ts';
import type { NoteWrite } from '../store/types.ts';
import type { NoteContent, NoteFile } from '../vault/note-file.ts';

/** What preparing a note needs of a model. Without `staticVector`, its passages get no static vectors. */
export type PassageTools = Pick<TextTools, 'passageBudget' | 'countTokens'> &
  Partial<Pick<OpenTextTools, 'staticVector' | 'staticBasis'>>;

/** A decoded file as everything that the index keeps of it. */
export function prepareNote(file: NoteFile, content: NoteContent, tools: PassageTools): NoteWrite {
  const note = withLanguage(parse(file.kind, file.path, content.text));
  const chunks = chunkNote(note, {
    budget: tools.passageBudget,
    countTokens: (text) => tools.countTokens(text),
  });
  const statics = tools.staticVector && chunks.map((chunk) => tools.staticVector!(chunk.input));
  const staticBasis = tools.staticBasis?.() ?? 0;
  const { terms, forms } = noteTerms(note, bodyText(note), ...note.properties.map(({ text }) => text));
  const oddities = [...content.oddities, ...new Set(note.problems.map((p) => p.kind))];
  return {
    file,
    content,
    note,
    chunks,
    terms,
    forms,
    oddities,
    ...(statics ? { statics, staticBasis } : {}),
  };
}
