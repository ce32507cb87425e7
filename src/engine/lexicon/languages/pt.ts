import type { LanguageWords } from './language-words.ts';

const stopWords = `
o a os as um uma uns umas ao aos à às do da dos das no na nos nas dum duma num numa pelo pela pelos pelas
e ou nem que mas porém porque pois se como quando onde enquanto embora
ante após até com contra de desde durante em entre para perante por sem sob sobre trás
eu me mim comigo tu te ti contigo você vocês ele ela eles elas se si consigo lhe lhes nós conosco vos lo la los las
meu minha meus minhas teu tua teus tuas seu sua seus suas nosso nossa nossos nossas dele dela deles delas
este esta isto estes estas esse essa isso esses essas aquele aquela aquilo aqueles aquelas
deste desta disto destes destas desse dessa disso desses dessas daquele daquela neste nesta nisto nesse nessa nisso
naquele naquela
quê quem qual quais cujo cuja cujos cujas quanto quanta quantos quantas
ser é sou és somos são era eram foi fui fomos foram seja sejam sido sendo será serão seria seriam
estar está estou estás estamos estão estava estavam esteve esteja estejam estado estando
ter tem tenho tens temos têm tinha tinham teve tido
haver há havia houve haja
pode podem posso podemos poderia
não sim nada ninguém nenhum nenhuma algo alguém algum alguma alguns algumas todo toda todos todas tudo outro outra
outros outras mesmo mesma mesmos mesmas tal tais tão tanto tanta tantos tantas muito muita muitos muitas pouco pouca
poucos poucas cada qualquer quaisquer ambos ambas mais menos
também já ainda só apenas assim então depois antes sempre nunca aqui aí ali lá etc
`;

const PLURALS: readonly (readonly [string, string])[] = [
  ['oes', 'ao'],
  ['aes', 'ao'],
  ['ais', 'al'],
  ['eis', 'el'],
  ['ois', 'ol'],
  ['uis', 'ul'],
];

/** Plurals: ações, animais, mares, ingleses, links. Imagem and imagens meet in -n, where token and tokens are. */
function stem(word: string): string {
  if (word.length < 4) return word;
  for (const [plural, singular] of PLURALS)
    if (word.length > 4 && word.endsWith(plural)) return word.slice(0, -plural.length) + singular;
  if (word.endsWith('eses') && word.length > 6) return word.slice(0, -4);
  if (word.endsWith('m')) return `${word.slice(0, -1)}n`;
  const singular = /[^iusxz]s$/.test(word) ? word.slice(0, -1) : word;
  return singular.endsWith('e') && singular.length > 3 ? singular.slice(0, -1) : singular;
}

export const pt: LanguageWords = { stopWords, stem };
