import type { LanguageWords } from './language-words.ts';

const stopWords = `
el la lo los las un una uno unos unas al del
y e o u ni que pero mas sino aunque porque pues si como cuando donde mientras
a ante bajo con contra de desde durante en entre hacia hasta mediante para por según sin so sobre tras
yo me mí conmigo tú te ti contigo usted ustedes él ella ello ellos ellas se sí consigo le les nos nosotros nosotras
os vosotros vosotras
mi mis mío mía míos mías tu tus tuyo tuya tuyos tuyas su sus suyo suya suyos suyas nuestro nuestra nuestros nuestras
vuestro vuestra vuestros vuestras
este esta esto estos estas ese esa eso esos esas aquel aquella aquello aquellos aquellas
qué quién quien quiénes quienes cuál cual cuáles cuales cuyo cuya cuyos cuyas cómo cuándo dónde adónde cuánto cuánta
cuántos cuántas cuanto cuanta cuantos cuantas
ser es soy eres somos sois son era eras éramos eran fue fui fuiste fuimos fueron sea seas seamos sean sido siendo
sería serían será serán
estar está estoy estás estamos están estaba estaban estuvo esté estén estado estando
haber ha he has hemos han había habían hay hubo haya hayan habrá habría
tener tengo tiene tienes tenemos tienen tenía
puede pueden puedo podemos podría
no ni sí nada nadie ningún ninguno ninguna algo alguien algún alguno alguna algunos algunas todo toda todos todas
otro otra otros otras mismo misma mismos mismas tal tales tan tanto tanta tantos tantas muy más menos mucho mucha
muchos muchas poco poca pocos pocas cada cualquier cualquiera ambos ambas demás
también tampoco ya aún todavía solo sólo así entonces luego después antes además siempre nunca aquí ahí allí allá
etc
`;

/**
 * Plurals: redes, luces, notas, ingleses, tokens. A final -e goes too, since clases may be of clase or of a word without
 * it, and inglés loses what its plural does.
 */
function stem(word: string): string {
  if (word.length < 4) return word;
  if (word.endsWith('ces')) return `${word.slice(0, -3)}z`;
  if (word.endsWith('eses') && word.length > 6) return word.slice(0, -4);
  const singular = /[^iusxz]s$/.test(word) ? word.slice(0, -1) : word;
  return singular.endsWith('e') && singular.length > 3 ? singular.slice(0, -1) : singular;
}

export const es: LanguageWords = { stopWords, stem };
