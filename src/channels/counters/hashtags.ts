/** How many hashtags a text has; every sign with a letter or a digit behind it counts, as a network that refuses too many may see it. */
export const hashtagsOf = (text: string): number => text.match(/[#＃][\p{L}\p{M}\p{N}_]+/gu)?.length ?? 0;

/** The text with at most so many hashtags: the signs of those behind them are left out. */
export function withHashtags(text: string, max: number): string {
  let count = 0;
  return text.replace(/[#＃]+(?=[\p{L}\p{M}\p{N}_]+)/gu, (sign) => {
    count += 1;
    return count > max ? '' : sign;
  });
}
