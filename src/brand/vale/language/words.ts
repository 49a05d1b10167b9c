/** A word and where it stands. */
export interface WordAt {
  readonly text: string;
  readonly start: number;
}

const quotes: Readonly<Record<string, string>> = { '“': '"', '”': '"', '‘': "'", '’': "'" };
const before = ['$', '(', '"', '[', "'"];
const after = [',', ')', '"', ']', '!', ';', '.', '?', ':', "'"];
/** `U.S.` and `Mr.` keep their full stops. */
const kept = /^(?:[A-Za-z]\.){2,}$|^[A-Z][a-z]{1,2}\.$/;
const letter = /\p{L}/u;

/** The words of a text as a spell checker reads them: signs around them are taken off, curly quotes are straight. */
export function wordsOf(text: string): readonly WordAt[] {
  const plain = text.replace(/[“”‘’]/g, (quote) => quotes[quote] ?? quote);
  const words: WordAt[] = [];
  for (const { index, 0: whole } of plain.matchAll(/\S+/g)) {
    let start = index;
    let word = whole;
    while (word.length > 1 && !kept.test(word)) {
      const first = word[0] ?? '';
      const last = word.at(-1) ?? '';
      if (before.includes(first)) {
        word = word.slice(1);
        start += 1;
      } else if (after.includes(last)) word = word.slice(0, -1);
      else break;
    }
    if (letter.test(word)) words.push({ text: word, start });
  }
  return words;
}

const clitics: readonly (readonly [RegExp, string])[] = [
  [/'(\S)(''')/g, '$1 $2 '],
  [/([^' ])('[sSmMdD]|') /g, '$1 $2 '],
  [/([^' ])('ll|'LL|'re|'RE|'ve|'VE|n't|N'T) /g, '$1 $2 '],
];
const joined = /\b(?:(can)(not)|(d)('ye)|(gim)(me)|(gon)(na)|(got)(ta)|(lem)(me)|(mor)('n)|(wan)(na))\b/gi;

/** The tokens of a sentence as the Penn Treebank cuts them: `don't` is `do` and `n't`, signs stand alone. */
export function treebankTokens(sentence: string): string[] {
  let text = sentence
    .replace(/^"/, '``')
    .replace(/ "/g, ' ``')
    .replace(/(``)/g, ' $1 ')
    .replace(/([:,])(\D)/g, ' $1 $2')
    .replace(/\.\.\./g, ' ... ')
    .replace(/([^.])(\.)([\])}>"']*)\s*$/, '$1 $2$3 ')
    .replace(/([^'])' /g, "$1 ' ")
    .replace(/([:,])$/, ' $1 ')
    .replace(/([;@#$%&?!])/g, ' $1 ')
    .replace(/([\][(){}<>])/g, ' $1 ')
    .replace(/--/g, ' -- ');
  text = ` ${text} `.replace(/"/g, " '' ");
  for (const [pattern, replacement] of clitics) text = text.replace(pattern, replacement);
  text = text.replace(joined, (...found: unknown[]) => {
    const [one, two] = found.slice(1, 17).filter((part): part is string => typeof part === 'string');
    return ` ${one ?? ''} ${two ?? ''} `;
  });
  return text
    .trim()
    .split(/\s+/)
    .filter((token) => token !== '');
}
