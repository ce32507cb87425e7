import type { Note } from './note.ts';
export function bodyLanguage(_note: Pick<Note, 'text' | 'markup' | 'blocks'>): string {
  return 'und';
}
