import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asNotePath } from '../../common/ids.ts';
import { createResolver } from './resolve.ts';

const name = fc.oneof(
  fc.constantFrom('a', 'A', 'b', 'é', 'e\u0301', 'x y', 'v1.2', '😀', '..', '.'),
  fc.string({ maxLength: 4 }),
);
const file = fc
  .array(fc.constantFrom('a', 'b', 'Ñ', 'x y', 'v1.2'), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('/'));
const target = fc.array(name, { maxLength: 4 }).map((parts) => parts.join('/'));
const kind = fc.constantFrom('wikilink' as const, 'markdown' as const, 'embed' as const, 'canvas' as const);

describe('createResolver', () => {
  it('resolves to what exists or to nothing, whatever is asked, and never changes its mind', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(file),
        fc.uniqueArray(file),
        fc.array(name, { maxLength: 2 }),
        target,
        file,
        kind,
        (notes, others, aliases, asked, from, linkKind) => {
          const input = {
            notes: notes.map((n) => ({ path: asNotePath(`${n}.md`), aliases })),
            attachments: others.map((n) => `${n}.png`),
          };
          const link = { kind: linkKind, target: asked };
          const here = asNotePath(`${from}.md`);
          const found = createResolver(input)(link, here);
          if (found.toPath && found.toPath !== here)
            expect(input.notes.map((n) => n.path)).toContain(found.toPath);
          if (found.attachment) expect(input.attachments).toContain(found.attachment);
          expect(found.toPath !== null && found.attachment !== null).toBe(false);
          const reversed = { notes: input.notes.toReversed(), attachments: input.attachments.toReversed() };
          expect(createResolver(reversed)(link, here)).toEqual(found);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('finds every note by its path, in any case', () => {
    fc.assert(
      fc.property(fc.uniqueArray(file, { minLength: 1 }), file, (notes, from) => {
        const paths = notes.map((n) => asNotePath(`${n}.md`));
        const resolve = createResolver({
          notes: paths.map((path) => ({ path, aliases: [] })),
          attachments: [],
        });
        for (const path of paths)
          for (const asked of [
            path,
            path.toUpperCase(),
            `/${path}`,
            path.normalize('NFD'),
            path.slice(0, -3),
          ])
            expect(resolve({ kind: 'wikilink', target: asked }, asNotePath(from)).toPath).toBe(path);
      }),
    );
  });
});
