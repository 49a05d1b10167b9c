import { wordBounds } from './words';

/** Small words that one language uses all the time and the others do not. */
const small: Readonly<Record<string, readonly string[]>> = {
  en: 'the and of is are was we our with for from this that you your have has it they not but'.split(' '),
  de: 'der die das und ist sind war wir mit für von zu den dem ein eine nicht auch sie wird bei nach'.split(
    ' ',
  ),
  fr: 'le les et est sont nous notre avec pour dans des une du vous au aux qui sur pas cette ces'.split(' '),
  es: 'el los y es son nuestro con para por del una las que nuestra como más muy esta hay sus lo'.split(' '),
};

const languages = new Map<string, string[]>();
for (const [language, words] of Object.entries(small))
  for (const word of words) languages.set(word, [...(languages.get(word) ?? []), language]);

/** Enough to tell; a text is not read further. */
const mostRead = 4_000;
/** So many small words at least, and half as many again as in the next language. */
const least = 4;

/**
 * The language of texts that do not say theirs, by the small words in them: `en`, `de`, `fr`, `es`, or null where they do not
 * tell clearly.
 */
export function languageOfTexts(texts: readonly string[]): string | null {
  const counts = new Map<string, number>();
  let read = 0;
  for (const text of texts) {
    const part = text.slice(0, mostRead - read);
    read += part.length;
    const bounds = wordBounds(part);
    for (let at = 0; at < bounds.length; at += 2)
      for (const language of languages.get(part.slice(bounds[at], bounds[at + 1]).toLowerCase()) ?? [])
        counts.set(language, (counts.get(language) ?? 0) + 1);
    if (read >= mostRead) break;
  }
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first && first[1] >= least && first[1] >= 1.5 * (second?.[1] ?? 0) ? first[0] : null;
}
