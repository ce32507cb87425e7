/** A small vault whose notes have something to do with one another: of the sea, of bread, of the garden. */
export const NOTES: Readonly<Record<string, string>> = {
  'Compass.md':
    '# Compass\n\nThe needle of a compass points to magnetic north. Declination is the angle between magnetic and true north; it changes from place to place. The [[Stars]] show it.\n',
  'Stars.md':
    '# Stars\n\nThe pole star stands over true north. Sailors compared it with the needle of their compass and found the declination.\n',
  'Tides.md':
    '# Tides\n\nThe moon pulls the water of the sea, which rises and falls twice a day. At low tide the rocks of the harbour are seen.\n',
  'Moon.md':
    '# Moon\n\nThe moon goes round the earth in a month and pulls the water of the sea: so come the tides.\n',
  'Harbour.md':
    '# Harbour\n\nA good harbour is deep at low tide, and its light is seen from the sea. Rocks stand on either side.\n',
  'Bread.md':
    '# Bread\n\nFlour, water and salt make the dough. A sourdough rests through the night; a hot oven gives a dark crust.\n',
  'Oven.md':
    '# Oven\n\nA hot oven of stone bakes the dough in its own steam, and gives the bread a dark crust.\n',
  'Diary/Monday.md': '# Monday\n\nRain in the garden. The tomatoes want sun, a stake and compost.\n',
  'Diary/Tuesday.md':
    '# Tuesday\n\nSun in the garden at last: compost for the tomatoes, water in the evening.\n',
};
