import type { LanguageWords } from './language-words.ts';

const stopWords = `
il lo la i gli le l un uno una
di a da in con su per tra fra del dello della dei degli delle dell al allo alla ai agli alle all dal dallo dalla dai
dagli dalle dall nel nello nella nei negli nelle nell sul sullo sulla sui sugli sulle sull col coi d
e ed o od né ma però se che ch perché poiché come quando dove mentre sebbene anche neanche nemmeno neppure quindi
dunque cioè
io me mi mio mia miei mie tu te ti tuo tua tuoi tue lui lei egli ella esso essa essi esse loro si sé suo sua suoi sue
noi ci ce nostro nostra nostri nostre voi vi ve vostro vostra vostri vostre li ne
questo questa questi queste quest quello quella quelli quelle quell quel quei quegli ciò
chi cui quale quali qual quanto quanta quanti quante cosa
essere è sono sei siamo siete era ero erano eravamo fu furono sia siano stato stata stati state sarà saranno sarebbe
avere ha ho hai abbiamo avete hanno aveva avevano ebbe abbia abbiano avrà avrebbe
può possono posso possiamo potrebbe
fa fare fatto stare sta stanno
non no sì niente nulla nessuno nessuna nessun qualcosa qualcuno alcuno alcuna alcuni alcune ogni ognuno ciascuno
tutto tutta tutti tutte altro altra altri altre stesso stessa stessi stesse tale tali tanto tanta tanti tante molto
molta molti molte poco poca pochi poche più meno
già ancora solo così poi prima dopo sempre mai qui qua lì là oltre senza verso contro sotto sopra durante ecc
`;

/** Number and gender are one ending: libro libri, amica amiche, studio studi. */
function stem(word: string): string {
  if (word.length < 4) return word;
  let cut = /[aeio]$/.test(word) ? word.slice(0, -1) : word;
  if (cut.length > 4 && cut.endsWith('i')) cut = cut.slice(0, -1);
  if (/[cg]h$/.test(cut)) cut = cut.slice(0, -1);
  return cut.length < 3 ? word : cut;
}

export const it: LanguageWords = { stopWords, stem };
