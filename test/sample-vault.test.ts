import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { withLanguage } from '../src/engine/parse/language.ts';
import type { Note } from '../src/engine/parse/note.ts';
import { parse } from '../src/engine/parse/parse.ts';
import { createResolver, type LinkResolver } from '../src/engine/parse/resolve.ts';
import type { NoteContent, ScanResult } from '../src/engine/vault/note-file.ts';
import { readNote } from '../src/engine/vault/read-note.ts';
import { scanVault } from '../src/engine/vault/scanner.ts';

const ROOT = fileURLToPath(new URL('../resources/sample-vault', import.meta.url));

/** Links that lead nowhere on purpose. */
const UNRESOLVED = ['Isolario', 'Sextante', 'Sextant'];

describe('the sample vault', () => {
  let scan: ScanResult;
  let resolve: LinkResolver;
  const contents = new Map<string, NoteContent>();
  const notes = new Map<string, Note>();
  const all = (): Note[] => [...notes.values()];
  const note = (path: string): Note => notes.get(path)!;

  beforeAll(async () => {
    scan = await scanVault(ROOT);
    for (const file of scan.notes) {
      const content = await readNote(ROOT, file);
      contents.set(file.path, content);
      notes.set(file.path, withLanguage(parse(file.kind, file.path, content.text)));
    }
    resolve = createResolver({ notes: all(), attachments: scan.attachments });
  });

  it('has some forty notes, a canvas among them, half in each language', () => {
    expect(scan.notes.length).toBeGreaterThanOrEqual(40);
    expect(scan.notes.filter((file) => file.kind === 'canvas')).toHaveLength(1);
    const inLanguage = (language: string) => all().filter((n) => n.language === language).length;
    expect(Math.abs(inLanguage('es') - inLanguage('en'))).toBeLessThanOrEqual(4);
    expect(inLanguage('es') + inLanguage('en')).toBeGreaterThanOrEqual(scan.notes.length - 3);
  });

  it('has names that every system takes', () => {
    const paths = [...scan.notes.map((file) => file.path), ...scan.attachments];
    for (const path of paths) {
      expect(path).not.toMatch(/[<>:"|?*\\\p{Cc}]|[ .](\/|$)/u);
      expect(path.length).toBeLessThan(100);
    }
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
  });

  it('leaves out what Obsidian’s settings and the ignore file say', () => {
    expect(scan.leftOut.map((out) => [out.path, out.code])).toEqual([
      ['Archivo/2019 old plan.md', 'FILE_EXCLUDED'],
      ['Archivo/Lista de la compra.md', 'FILE_EXCLUDED'],
      ['Plantillas/Nota de puerto.md', 'FILE_EXCLUDED'],
    ]);
  });

  it('has every link resolve but those that should not', () => {
    const lost = all().flatMap((from) =>
      from.links
        .map((link) => ({ target: link.target, to: resolve(link, from.path) }))
        .filter(({ target, to }) => !/^https?:/.test(target) && !to.toPath && !to.attachment)
        .map(({ target }) => target),
    );
    expect([...new Set(lost)].sort()).toEqual([...UNRESOLVED].sort());
  });

  it('has links to headings and blocks that exist', () => {
    for (const from of all())
      for (const link of from.links.filter((l) => l.heading ?? l.block)) {
        const there = note(resolve(link, from.path).toPath!);
        if (link.heading) expect(there.headings.map((h) => h.text)).toContain(link.heading);
        if (link.block) expect(there.text).toMatch(new RegExp(`\\^${link.block}$`, 'm'));
      }
  });

  it('links across languages', () => {
    const isCrossing = (from: Note, to: Note): boolean =>
      [from, to].every((n) => n.language === 'es' || n.language === 'en') && from.language !== to.language;
    const crossing = all().filter((from) =>
      from.links.some((link) => {
        const to = resolve(link, from.path).toPath;
        return to !== null && isCrossing(from, note(to));
      }),
    );
    expect(crossing.length).toBeGreaterThan(20);
  });

  it('shows every kind of thing that a note can hold', () => {
    const kinds = new Set(all().flatMap((n) => n.links.map((link) => link.kind)));
    for (const kind of ['wikilink', 'embed', 'markdown', 'canvas']) expect(kinds).toContain(kind);
    const blocks = new Set(all().flatMap((n) => n.blocks.map((block) => block.kind)));
    for (const kind of ['callout', 'math', 'code', 'table', 'list', 'quote', 'card'])
      expect(blocks).toContain(kind);
    const tags = all().flatMap((n) => n.tags);
    expect(tags.some((tag) => tag.source === 'inline' && tag.name.includes('/'))).toBe(true);
    expect(tags.some((tag) => tag.source === 'frontmatter' && tag.name.includes('/'))).toBe(true);
    expect(all().some((n) => n.links.some((l) => l.alias && l.heading))).toBe(true);
    expect(all().some((n) => n.links.some((l) => l.block))).toBe(true);
    expect(all().some((n) => n.comments.length > 0)).toBe(true);
    expect(all().some((n) => n.titleFrom === 'frontmatter')).toBe(true);
    expect(note('Diario/2024-05-18.md').date).toBe('2024-05-18');
    // An alias as the target of a link.
    expect(resolve({ kind: 'wikilink', target: 'aguja de marear' }, note('Inicio.md').path).toPath).toBe(
      'Navegación/Brújula.md',
    );
    expect(scan.attachments).toEqual(['Adjuntos/rosa.svg']);
  });

  it('has its oddities', () => {
    expect(note('Charts/Sea monsters on maps.md').problems.map((p) => p.kind)).toEqual([
      'frontmatter-broken',
    ]);
    expect(note('Charts/Sea monsters on maps.md').title).toBe('Sea monsters on maps');
    expect(contents.get('Sea/Fog.md')!.size).toBe(0);
    expect(note('Sea/Bioluminescence.md').links).toEqual([]);
    expect(contents.get('Navigation/Knots and the log line.md')!.text).toMatch(/^---\r\n/);
    const fog = scan.notes.find((file) => file.path === 'Mar/Señales de niebla.md')!;
    expect(fog.rawPath.toString()).toBe(fog.path.normalize('NFD'));
    expect(all().filter((n) => n.problems.length > 0)).toHaveLength(1);
  });

  it('has a near-duplicate and a pair of translations', () => {
    const words = (path: string) => new Set(note(path).text.match(/\p{L}+/gu));
    const draft = words('Mar/Mareas (borrador).md');
    expect(draft.intersection(words('Mar/Mareas.md')).size / draft.size).toBeGreaterThan(0.85);
    const outline = (path: string) => note(path).headings.map((h) => h.level);
    expect(outline('Cartas/Rosa de los vientos.md')).toEqual(outline('Charts/Wind rose.md'));
  });

  it('has notes with something to say', () => {
    const short = all()
      .filter((n) => n.text.split(/\s+/).length < 80)
      .map((n) => n.path);
    expect(short).toEqual(['Sea/Fog.md']);
    for (const n of all()) expect(n.text.split(/\s+/).length).toBeLessThan(500);
  });
});
