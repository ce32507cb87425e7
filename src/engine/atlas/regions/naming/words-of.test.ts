import { describe, expect, it } from 'vitest';
import { proseOf } from './prose.ts';
import { wordsOf } from './words-of.ts';

const written = (line: string, language = 'en') => wordsOf(line, language).map((word) => word.written);

describe('words that may name a region', () => {
  it.each([
    ['es', 'Las redes neuronales aprenden de ejemplos.', ['redes', 'neuronales', 'aprenden']],
    ['en', 'Byzantine fault tolerance, the hard way', ['Byzantine', 'fault', 'tolerance', 'hard']],
    ['de', 'Die Gezeiten und der Mond sind zwei Beispiele', ['Gezeiten', 'Mond', 'zwei']],
    ['fr', "L'apprentissage des réseaux", ['apprentissage', 'réseaux']],
    ['zh', '我们可以用神经网络', ['神经', '网络']],
    ['ja', 'データベースの設計について', ['データベース', '設計']],
    ['ja', 'クエリパラメータと検証', ['クエリパラメータ', '検証']],
    ['en', 'go https://twitter.com/flancian/status/1311 www.agora.org/a me@example.org', []],
    ['en', 'see notes/2024/plan.md, index.html and commit 9f86d081884c', ['commit']],
    ['en', 'where $\\frac{a}{b}$ and \\mathbb R are', []],
    ['en', 'parseHTMLDocument get_user_name fetchNotes(path) JavaScript', ['JavaScript']],
    ['es', 'lunes 3 de marzo de 2024, 2024-03-04', []],
  ])('%s: %s', (language, line, expected) => {
    expect(written(line, language)).toEqual(expected);
  });

  it.each([
    "import { useState } from 'react';",
    'const tide = high(water);',
    'def tides(moon):',
    '$ npm run build',
    'for (let i = 0; i < n; i++) {',
  ])('a line of code has none: %s', (line) => {
    expect(proseOf(line)).toBe('');
  });

  it('know what joins them to a phrase', () => {
    const joints = (line: string, language: string) => wordsOf(line, language).map((word) => word.joint);
    expect(joints('mecanismo de atención', 'es')).toEqual([null, ' de ']);
    expect(joints('tides, currents', 'en')).toEqual([null, null]);
    expect(joints('神经网络', 'zh')).toEqual([null, '']);
  });
});
