/** Small topics in two languages, of which tests make as many distinct notes as they need. */
const TOPICS: readonly (readonly [string, readonly string[]])[] = [
  [
    'Mareas',
    [
      'La marea sube y baja dos veces al día.',
      'La luna atrae el agua del mar.',
      'En la bajamar se ven las rocas.',
    ],
  ],
  [
    'Compass',
    [
      'The needle points to magnetic north.',
      'Declination changes from place to place.',
      'A compass rose has thirty-two winds.',
    ],
  ],
  [
    'Atención',
    [
      'Cada palabra mira a las demás palabras.',
      'Los pesos de atención suman uno.',
      'Las consultas se comparan con las claves.',
    ],
  ],
  [
    'Bread',
    [
      'Flour, water and salt make the dough.',
      'The sourdough rests through the night.',
      'A hot oven gives a dark crust.',
    ],
  ],
  [
    'Gardens',
    [
      'Tomatoes want sun and a stake.',
      'Compost feeds the soil in spring.',
      'Water in the evening, never at noon.',
    ],
  ],
];

/** The text of the n-th generated note: on one of five topics, and unlike any other. */
export function proseNote(n: number): string {
  const [title, sentences] = TOPICS[n % TOPICS.length]!;
  const turned = sentences.map((_, i) => sentences[(i + n) % sentences.length]).join(' ');
  return `# ${title} ${n}\n\n${turned}\n\nEntry number ${n} of ${title.toLowerCase()}.\n`;
}

export const proseVault = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`notes/${n % 7}/note ${n}.md`, proseNote(n)]));
