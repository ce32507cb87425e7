import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeTerms, encodeTerms } from '../../store/terms.ts';
import { TermReader } from './term-reader.ts';
import { TermTable } from './term-table.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');

function read(reader: TermReader, table: TermTable, encoded: string): Map<string, number> {
  const { ids, counts } = reader.read(bytes(encoded));
  return new Map(Array.from(ids, (id, i) => [table.termOf(id), counts[i]!]));
}

test('any terms are read as the store wrote them, each under one number', () => {
  // Letters that JSON escapes, halves of pairs among them, and terms that begin alike.
  const term = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'ñ', '"', '\\', '\n', '\u0007', '海', '🐦', '\ud800', '7', ',') }),
    fc.string(),
  );
  const notes = fc.array(fc.dictionary(term, fc.integer({ min: 1, max: 70_000 })), { maxLength: 12 });
  fc.assert(
    fc.property(notes, (bags) => {
      const table = new TermTable();
      const reader = new TermReader(table);
      for (const bag of bags) {
        const encoded = encodeTerms(new Map(Object.entries(bag)));
        expect(read(reader, table, encoded)).toEqual(decodeTerms(encoded));
      }
      expect(table.size).toBe(new Set(bags.flatMap((bag) => Object.keys(bag))).size);
    }),
  );
});

test('many terms are told apart, and terms that the table had before keep their numbers', () => {
  const table = new TermTable();
  const known = table.count('t77');
  const reader = new TermReader(table);
  const many = new Map(Array.from({ length: 20_000 }, (_, i) => [`t${i}`, 1 + (i % 9)]));
  for (let round = 0; round < 2; round++) expect(read(reader, table, encodeTerms(many))).toEqual(many);
  expect([table.size, table.numberOf('t77')]).toEqual([20_000, known]);
});
