/** `#FreshFromTheOven`: words put together as networks link them. Empty where there is no letter: digits alone are linked nowhere. */
export function hashtag(words: string): string {
  const parts = words.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  const tag = parts.map((part, index) => (parts.length > 1 || index > 0 ? capital(part) : part)).join('');
  return /\p{L}/u.test(tag) ? `#${tag}` : '';
}

/** A hashtag of each of a list: what commas, semicolons, bars, line breaks or `#` part. Each once, at most `max`. */
export function hashtags(list: string, max: number): string {
  const tags = list
    .split(/[,;|\n#＃、]/u)
    .map(hashtag)
    .filter(Boolean);
  const seen = new Set<string>();
  return tags
    .filter((tag) => !seen.has(tag.toLowerCase()) && seen.add(tag.toLowerCase()))
    .slice(0, max)
    .join(' ');
}

const capital = (word: string): string => {
  const [first = ''] = word;
  return first.toUpperCase() + word.slice(first.length);
};
