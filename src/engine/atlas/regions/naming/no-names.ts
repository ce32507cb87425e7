import { fold } from '../../../../common/text.ts';
import { isStopWord, STEMMED } from '../../../lexicon/words.ts';

/** What markup, formulas, code and addresses leave behind, and what notes are made of in any vault. */
const LEAVINGS = words(`
http https www com org net html css htm php png jpg jpeg gif svg pdf mp4 href src img div span class id true false null untitled 未命名 無題 sintítulo
undefined const let var return function import export default todo fixme lvert rvert vert frac sqrt
sum prod mathbb mathbf mathrm mathcal operatorname cdot cdots ldots infty partial nabla quad leq geq neq readme untitled
utm ref img alt amp nbsp quot str int bool args kwargs param params foo bar baz lorem ipsum
url
`);

/** Words that say too little to name anything, though they are no stop words. */
const WEAK: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(`
like just really actually maybe even still also much many lot lots bit thing things stuff something anything everything
someone anyone everyone people person way ways kind kinds sort sorts type types example examples case cases part parts
time times day days week weeks month months year years today tomorrow yesterday now back first second third last next new
old good great nice bad better best right wrong big small little long short high low different same other others another
one two three use uses used using make makes made making get gets got getting go goes going went come comes came take
takes took taken give gives given giving see sees seen saw look looks looked want wants wanted need needs needed think
thinks thought know knows known say says said tell tells told find finds found found try tries tried keep work works
worked working put let set seem seems mean means meant add added start started end ended show shows shown call called
based include includes including able well far near want often always never sometimes usually probably perhaps however
therefore thus hence whether though although instead rather quite per via etc vs eg ie don doesn didn isn aren wasn won
can could would should might must may shall will yes lot thanks thank please hello hi here there number point question
answer reason fact idea ideas note notes round along around across toward towards above below upon behind beyond among almost
enough several various few whole half once twice hour hours minute minutes moment moments century centuries decade
decades piece pieces side sides rest matter matters
`),
  es: words(`
cosa cosas algo parte partes ejemplo ejemplos caso casos forma formas manera maneras tipo tipos vez veces día días semana
semanas mes meses año años hoy ayer mañana nuevo nueva nuevos nuevas viejo bueno buena buenos mejor mejores gran grande
grandes pequeño pequeña primer primero primera segundo segunda tercero último última dos tres hacer hace hacen hizo hecho
haciendo usar usa usan uso usado usando utilizar utiliza utilizan ver ve ven visto dar da dan dado decir dice dicen dicho
ir va van ido poder podrá deber debe deben querer quiere saber sabe poner pone llegar llega pasar pasa quedar queda
parecer parece llevar lleva permitir permite permiten incluir incluye general importante importantes según través mediante
cuál vez lugar punto puntos gente persona personas etc bien mal casi quizá quizás realmente simplemente dentro fuera cerca
lejos mayor menor siguiente siguientes anterior basado basada disponible disponibles detrás quieres quieras quieren
puedas pondrá pondrás devolver devuelve encontrado válido válida opciones añadir añadido especial especiales crear creado
contiene nota notas varios varias siglo siglos hora horas minuto minutos década décadas momento momentos mitad lado
lados resto
`),
  fr: words(
    `chose choses partie exemple exemples cas façon type types fois jour jours an ans année années nouveau nouvelle bon bonne grand grande petit petite premier première faire fait font utiliser voir dire aller pouvoir devoir vouloir savoir mettre permet bien mal très`,
  ),
  de: words(
    `ding dinge teil beispiel beispiele fall fälle art arten mal tag tage jahr jahre neu neue neuen gut gute groß große klein kleine erste ersten machen macht gemacht verwenden sehen sagen gehen kann können muss müssen`,
  ),
  pt: words(
    `coisa coisas parte exemplo exemplos caso casos forma maneira tipo tipos vez vezes dia dias ano anos novo nova bom boa grande pequeno primeiro primeira fazer faz feito usar ver dizer ir poder dever querer saber`,
  ),
  it: words(
    `cosa cose parte esempio esempi caso casi modo tipo tipi volta volte giorno giorni anno anni nuovo nuova buono grande piccolo primo prima fare fa fatto usare vedere dire andare potere dovere volere sapere`,
  ),
  zh: words(
    `我们 你们 他们 她们 它们 自己 大家 可以 没有 这个 那个 这些 那些 这样 那样 这种 那种 这里 那里 一个 一些 一种 一下 一样 一直 一定 一般 什么 怎么 怎样 为什么 如何 哪些 因为 所以 但是 可是 不过 然后 如果 虽然 而且 或者 以及 还是 还有 就是 不是 只是 只有 只要 都是 也是 而是 不能 不会 不要 可能 应该 需要 必须 能够 现在 时候 时间 今天 明天 昨天 以后 以前 之后 之前 其他 其实 比如 例如 通过 进行 使用 问题 方式 方法 东西 事情 情况 内容 部分 方面 地方 觉得 知道 认为 看到 出来 起来 下来 开始 成为 作为 对于 关于 根据 由于 很多 非常 比较 更多 已经 同时 并且 甚至 不同 主要 重要 直接 最后 第一 两个 之间 里面 上面 下面 这是 那么 多少 有些 有点 这么`,
  ),
  ja: words(
    `する こと もの ため よう これ それ あれ この その あの ここ そこ です ます でした ました という ある いる なる できる など また そして しかし または および について において による として ので から まで だけ ない たい さん ところ とき 場合 自分 今日 方法`,
  ),
};

/** How adverbs end: they say how, and not what of. */
const ADVERB: Readonly<Record<string, RegExp>> = {
  es: /.{4}mente$/,
  it: /.{4}mente$/,
  pt: /.{4}mente$/,
  fr: /.{4}[ae]mment$/,
};

/** Months and days of the week: dates name nothing. */
const DATES = new Set(
  ['en', 'es', 'fr', 'de', 'pt', 'it'].flatMap((language) => [
    ...Array.from({ length: 12 }, (_, i) => in_(language, { month: 'long' }, new Date(Date.UTC(2024, i, 1)))),
    ...Array.from({ length: 7 }, (_, i) =>
      in_(language, { weekday: 'long' }, new Date(Date.UTC(2024, 0, 1 + i))),
    ),
  ]),
);

/** True for a word that no region should be named by. English ones go everywhere: its words stand in all vaults. */
export function isNoName(written: string, term: string, language: string): boolean {
  const plain = written.toLowerCase();
  if (LEAVINGS.has(plain) || DATES.has(plain)) return true;
  if ([language, 'en'].some((l) => isStopWord(plain, l) || WEAK[l]?.has(plain))) return true;
  if (ADVERB[language]?.test(plain)) return true;
  if (language !== 'und' && WEAK[language]) return false;
  return STEMMED.some((l) => isStopWord(plain, l)) || fold(plain) === '' || term === '';
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

function in_(language: string, options: Intl.DateTimeFormatOptions, date: Date): string {
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(date).toLowerCase();
}
