import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `count` passages of about `tokens` tokens each, made of the folder's Markdown, paragraph after paragraph; over
 * again with a number in front when the folder has too little.
 */
export function passagesOf(
  folder: string,
  count: number,
  tokens: number,
  countTokens: (text: string) => number,
): string[] {
  const files = globSync('**/*.md', { cwd: folder }).sort();
  const paragraphs = files.flatMap((file) => readFileSync(join(folder, file), 'utf8').split(/\n\s*\n/));
  if (paragraphs.length === 0) throw new Error(`no Markdown in ${folder}`);
  const passages: string[] = [];
  for (let at = 0, round = 0; passages.length < count; round++) {
    let passage = round < paragraphs.length ? '' : `${round}. `;
    while (countTokens(passage) < tokens * 0.8)
      passage += `${paragraphs[at++ % paragraphs.length]!.trim()}\n`;
    // Whole words up to the length, which varies a little, as chunks do.
    const most = tokens * (0.8 + 0.4 * ((passages.length * 0.618) % 1));
    const words = passage.split(' ');
    while (words.length > 1 && countTokens(words.join(' ')) > most) words.pop();
    passages.push(words.join(' ').slice(0, tokens * 8));
  }
  return passages;
}
