import type { LanguageWords } from './language-words.ts';

const stopWords = `
der die das den dem des ein eine einen einem einer eines
und oder aber denn sondern doch dass daß wenn weil ob als wie während obwohl damit sowie sowohl weder noch falls bevor
nachdem
an am auf aus bei beim bis durch für gegen hinter im in ins mit nach neben ohne seit trotz über um unter vom von vor
wegen zu zum zur zwischen
ich mich mir du dich dir er ihn ihm sie ihr es wir uns euch ihnen sich man
mein meine meinen meinem meiner meines dein deine deinen deinem deiner sein seine seinen seinem seiner seines ihre
ihren ihrem ihrer ihres unser unsere unseren unserem unserer euer eure euren
dieser diese dieses diesen diesem jener jene jenes jenen jenem
wer wen wem wessen was welcher welche welches welchen welchem wo wohin woher wann warum weshalb wieso
bin bist ist sind seid war warst waren wart sei gewesen wäre wären
habe hast hat haben habt hatte hatten gehabt hätte hätten
werde wirst wird werden werdet wurde wurden worden würde würden
kann kannst können könnt konnte könnte muss muß müssen musste soll sollen sollte sollten darf dürfen mag mögen will
wollen
nicht nichts kein keine keinen keinem keiner ja nein nie etwas jemand niemand jeder jede jedes jeden jedem alle alles
allen allem aller viel viele vielen mehr wenig wenige weniger andere anderen anderer anderes anderem selbst solche
solcher solchen mancher manche einige einigen einiger
auch nur noch schon sehr so da dort hier dann nun jetzt immer wieder also zwar etwa bzw usw dabei dazu daher darauf
davon dafür darin daran
`;

/** Endings of number and case: Kinder, Netzen, Wagens, Lehrern. Umlauts are folded already: Häuser, Haus. */
function stem(word: string): string {
  const plain = word.replaceAll('ß', 'ss');
  if (plain.length < 5) return plain;
  let cut = plain;
  if (/(?:ern|em|er|en|es)$/.test(plain)) cut = plain.replace(/(?:ern|em|er|en|es)$/, '');
  else if (plain.endsWith('e')) cut = plain.slice(0, -1);
  else if (/[lr]n$/.test(plain) || /[aobdfghklmnprt]s$/.test(plain)) cut = stem(plain.slice(0, -1));
  return cut.length < 3 ? plain : cut;
}

export const de: LanguageWords = { stopWords, stem };
