/** Words whose syllables no rule finds. */
const known: ReadonlyMap<string, number> = new Map(
  Object.entries({
    2: 'abed adieu cafe cafes chile chloe circe daphne jesse jukebox maybe people phoebe shoreline zoe',
    3: 'abare acreage adame adobe apache coyote euterpe forever karate machete recipe sesame simile syncope tamale',
    4: 'abalone abbruzzese abruzzese anemone aphrodite apostrophe ariadne calliope catastrophe epitome eurydice facsimile gethsemane guacamole hermione hyperbole penelope persephone yosemite',
    5: 'aborigine aborigines',
  }).flatMap(([count, list]) => list.split(' ').map((word) => [word, Number(count)] as const)),
);

/** Beginnings and ends that are counted by themselves, by the number of their syllables. */
const beginnings: readonly (readonly [number, RegExp])[] = [
  [2, /^(?:above|afore|agri|ante|anti|counter|dia|extra|hyper|infra|inter|intra|kilo|macro|mega|micro|nano|over|pico|semi|ultra|under)/], // prettier-ignore
  [1, /^(?:un|fore|ware|none|non|out|post|sub|pre|pro|dis|side)/],
];
const endings: readonly (readonly [number, RegExp])[] = [
  [3, /(?:olog(?:y|ist)|onom(?:y|ist))$/],
  [2, /(?:fully|berry|wom[ae]n)$/],
  [
    1,
    /(?:ly|less|some|ful|ers?|ness|cians?|ments?|ettes?|villes?|ships?|sides?|ports?|shire|shires|tion|tioned)$/,
  ],
];

/** Letters that look like a syllable and are none. */
const silent = [
  /cia(?:l|$)|tia|cius|cious|[^aeiou]giu|[aeiouy][^aeiouy]ion|iou|sia$|eous$|[oa]gue$|.[^aeiuoycgltdb]{2,}ed$|.ely$|^jua|uai|eau|^busi$|[aeiouy](?:b|c|ch|dg|f|g|gh|gn|k|l|lch|ll|lv|m|mm|n|nc|ng|nch|nn|p|r|rc|rn|rs|rv|s|sc|sk|sl|squ|ss|th|v|y|z)ed$|[aeiouy](?:b|ch|d|f|gh|gn|k|l|lch|ll|lv|m|mm|n|nch|nn|p|r|rn|rs|rv|s|sc|sk|sl|squ|ss|st|t|th|v|y)es$/g, // prettier-ignore
  /[aeiouy](?:b|c|ch|d|dg|f|g|gh|gn|k|l|ll|lv|m|mm|n|nc|ng|nn|p|r|rc|rn|rs|rv|s|sc|sk|sl|squ|ss|st|t|th|v|y|z)e$/g, // prettier-ignore
];
/** Letters that are two syllables and look like one. */
const double = [
  /(?:[^aeiouy]ie(?:r|st|t)|[aeiouym]bl|eo|[ia]sm|thm|dnt|uity|dea|gean|oa|ua|eings?|[aeiouy]sh?e[rsd])$/g,
  /[^gq]ua[^auieo]|[aeiou]{3}|^(?:ia|mc|coa[dglx].)/g,
  /[^aeiou]y[ae]|[^l]lien|riet|dien|iu|io|ii|uen|real|iell|eo[^aeiou]|[aeiou]y[aeiou]/g,
  /[^s]ia/g,
];

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Syllables of an English word, by the rules that most readability scores are made with. */
export function syllablesOf(word: string): number {
  const length = [...word].length;
  if (length < 3) return Math.min(length, 1);
  const lower = word.toLowerCase();
  const exact = known.get(lower);
  if (exact !== undefined) return exact;
  const [middle, first] = taken(lower, beginnings);
  const [rest, last] = taken(middle, endings);
  let syllables = first + last + count(rest, /[aeiouy]+/g);
  for (const pattern of silent) syllables -= count(rest, pattern);
  for (const pattern of double) syllables += count(rest, pattern);
  return Math.max(1, syllables);
}

function taken(
  word: string,
  parts: readonly (readonly [number, RegExp])[],
): [rest: string, syllables: number] {
  for (const [syllables, pattern] of parts)
    if (pattern.test(word)) return [word.replace(pattern, ''), syllables];
  return [word, 0];
}
