/** Relative luminance of `#rrggbb`, as WCAG 2.2 defines it (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export const isColour = (hex: string): boolean => /^#[0-9a-f]{6}$/i.test(hex);

/** Contrast of two colours, 1 to 21, rounded down to a tenth so that nothing passes by rounding. */
export function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return Math.floor(((light + 0.05) / (dark + 0.05)) * 10) / 10;
}

/** What a contrast is enough for: any text, large text only (24 px, or 19 px bold), or no text. */
export const enoughFor = (ratio: number): 'text' | 'large' | 'none' =>
  ratio >= 4.5 ? 'text' : ratio >= 3 ? 'large' : 'none';
