import { prepareContexts } from '../../../src/engine/search/links/contexts.ts';
import { spread } from '../../../src/engine/search/query-note.ts';
import type { NoteWrite } from '../../../src/engine/store/types.ts';
import { Baselines } from './baselines/baselines.ts';
import {
  addVectors,
  charactersOf,
  type EvalModel,
  type EvalVault,
  vectorsOf,
  withoutLinksInText,
} from './eval-vault.ts';
import type { Case } from './outcome.ts';
import { relatedTo } from './systems.ts';

/** Fewest links and characters of a note that is asked for. */
const LINKS = 2;
const CHARACTERS = 80;

/**
 * Held-out links: one note after the other loses its links, out of its text and out of the graph, in both directions,
 * the way an edit would take them away; those it was linked with should be ranked first. The vault comes without
 * vectors, which a vault with nothing to ask for does not need.
 */
export async function linksTask(vault: EvalVault, model: EvalModel, sample?: number): Promise<Case[]> {
  const all = askable(vault, model);
  if (all.length === 0) return [];
  const asked = spread(all, sample ?? all.length);
  const ours = (id: number) => relatedTo(vault.corpus, id, (other) => other !== id);
  // Before there is any vector of the model, what answers is the static tier.
  const still = vault.corpus.passages.statics
    ? await whileHidden(vault, model, asked, async ({ id }) => ours(id))
    : null;
  const parts: Record<string, number[]>[] = asked.map(() => ({}));
  for (const percent of model.read ?? []) {
    await addVectors(vault, model, percent);
    const ranked = await whileHidden(vault, model, asked, async ({ id }) => ours(id));
    for (const [i, order] of ranked.entries()) parts[i]![`portolan-${percent}%`] = order;
  }
  await addVectors(vault, model);
  const baselines = new Baselines(vault, model.embedder.model.dimensions);
  return whileHidden(vault, model, asked, async ({ id, relevant }, bare, i): Promise<Case> => {
    const theirs = baselines.byPage(bare, id, (other) => other !== id);
    const portolan = { portolan: ours(id), ...(still ? { 'portolan-static': still[i]! } : {}), ...parts[i] };
    const { language } = vault.notes.get(id)!.whole.note;
    return { task: 'links', language, asked: 'page', relevant, ranked: { ...portolan, ...theirs } };
  });
}

interface Askable {
  readonly id: number;
  readonly relevant: ReadonlySet<number>;
}

/** What `ask` says of each note while its links are hidden. */
async function whileHidden<T>(
  vault: EvalVault,
  model: EvalModel,
  asked: readonly Askable[],
  ask: (note: Askable, bare: NoteWrite, i: number) => Promise<T>,
): Promise<T[]> {
  const { corpus, links } = vault;
  const answers: T[] = [];
  for (const [i, note] of asked.entries()) {
    corpus.linksChanged(links.hide(note.id));
    const bare = await withoutLinksOfItsOwn(vault, model, note.id);
    await corpus.settled();
    await prepareContexts(corpus);
    assertHidden(vault, note.id);
    answers.push(await ask(note, bare, i));
    restore(vault, note.id);
    model.progress('links', i + 1, asked.length);
  }
  corpus.linksChanged(links.hide(-1));
  await corpus.settled();
  return answers;
}

/** The note as it lies in the index while it is asked for: where its text has links, it is written without them. */
async function withoutLinksOfItsOwn(vault: EvalVault, model: EvalModel, id: number): Promise<NoteWrite> {
  const { source, whole, write } = vault.notes.get(id)!;
  if (write !== whole) return write;
  const bare = withoutLinksInText(source, whole, model.embedder);
  vault.store.vectors.put(await vectorsOf([bare], model));
  vault.store.writeNote(bare);
  vault.corpus.noteChanged(id);
  return bare;
}

function restore({ store, corpus, notes, resolver }: EvalVault, id: number): void {
  const { whole, write } = notes.get(id)!;
  if (write !== whole) return;
  store.writeNote(whole);
  store.links.resolveAll(resolver);
  corpus.noteChanged(id);
}

/** Notes with links and text enough, with the notes that each is linked with. */
function askable({ corpus, notes }: EvalVault, { embedder }: EvalModel): Askable[] {
  return [...notes].flatMap(([id, { source, whole }]) => {
    const slot = corpus.notes.slotOf(id)!;
    const relevant = new Set([...corpus.links.neighbours(slot)].map((other) => corpus.notes.idOf(other)));
    if (relevant.size < LINKS) return [];
    const bare = withoutLinksInText(source, whole, embedder);
    return charactersOf(bare) > CHARACTERS ? [{ id, relevant }] : [];
  });
}

/** Throws when a link of the note can still be seen by what ranks: in the graph, or in the store that it reads. */
export function assertHidden({ corpus }: Pick<EvalVault, 'corpus'>, id: number): void {
  const slot = corpus.notes.slotOf(id)!;
  const { links } = corpus.source;
  const seen = [
    corpus.links.neighbours(slot).length,
    links.ofNote(id).length,
    links.to(id).length,
    links.pairs().filter(({ fromId, toId }) => fromId === id || toId === id).length,
  ];
  if (seen.some((count) => count > 0)) throw new Error(`note ${id} is asked for while its links can be seen`);
}
