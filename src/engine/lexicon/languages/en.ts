import type { LanguageWords } from './language-words.ts';

const stopWords = `
a an the and or but nor so yet if then than as while whereas though although because since unless until whether
of to in on at by for from with without within into onto upon over under above below between among through during
before after about against across along around behind beside besides beyond down up out off per via toward towards
i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers
herself it its itself they them their theirs themselves one ones
this that these those here there who whom whose which what when where why how whoever whatever whenever wherever
am is are was were be been being do does did doing done have has had having will would shall should can could may
might must ought cannot
not no yes any some all both each every either neither none few more most much many other another such own same
only just also too very even still again ever never always often sometimes quite rather almost already however
therefore thus hence else instead otherwise
s t d m ll re ve don doesn didn isn aren wasn weren won wouldn shouldn couldn hasn haven hadn ain
get gets got let lets etc eg ie
`;

/** Plurals, and verbs with -s: boxes, stories, heroes, notes. */
function stem(word: string): string {
  if (word.length < 4) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ie') && word.length > 4) return `${word.slice(0, -2)}y`;
  if (!word.endsWith('s') || /(?:ss|us|is|^news)$/.test(word)) return word;
  if (/(?:ss|x|zz|sh|[^aeio]ch|[eoi][ae]ch|ee?ch)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('oes') && word.length > 5) return word.slice(0, -2);
  return word.slice(0, -1);
}

export const en: LanguageWords = { stopWords, stem };
