import type { LanguageWords } from './language-words.ts';

const stopWords = `
le la les l un une des du au aux d de
et ou ni mais donc or car que qu si comme quand où lorsque lorsqu puisque puisqu tandis quoique
à après avant avec chez contre dans depuis derrière dès devant durant en entre envers hors jusque jusqu malgré par
parmi pendant pour sans sauf selon sous sur vers
je j me m moi tu te t toi il elle on nous vous ils elles se s soi lui leur leurs eux y
mon ma mes ton ta tes son sa ses notre nos votre vos
ce c cet cette ces celui celle ceux celles ceci cela ça
qui quoi dont quel quelle quels quelles lequel laquelle lesquels lesquelles comment pourquoi combien
être est suis es sommes êtes sont était étais étions étaient fut furent sera seront serait seraient soit soient été
étant
avoir ai as a avons avez ont avait avaient eu ayant aura auront aurait ait aient
peut peuvent peux pouvons pouvez
fait faire doit doivent
ne n pas non oui plus moins rien personne aucun aucune jamais toujours aussi ainsi alors encore déjà très trop peu
beaucoup tout toute tous toutes autre autres même mêmes tel telle tels telles quelque quelques chaque plusieurs
certains certaines ici là
puis ensuite enfin donc etc
`;

/** Plurals and a final -e, which most feminine forms have: chevaux, jeux, grandes, idées. */
function stem(word: string): string {
  if (word.length < 4) return word;
  if (word.endsWith('eaux')) return word.slice(0, -1);
  if (word.endsWith('aux') && word.length > 4) return `${word.slice(0, -3)}al`;
  const singular = /(?:[eo]ux|[^s]s)$/.test(word) ? word.slice(0, -1) : word;
  return singular.endsWith('e') && singular.length > 4 ? singular.slice(0, -1) : singular;
}

export const fr: LanguageWords = { stopWords, stem };
