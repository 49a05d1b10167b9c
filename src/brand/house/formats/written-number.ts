/** A number as somebody wrote it. */
export interface WrittenNumber {
  /** Digits before the separator of decimals, without separators of groups. */
  readonly whole: string;
  /** Digits behind it; empty where there are none. */
  readonly decimals: string;
  /** Separators as they stand; empty where there are none. */
  readonly group: string;
  readonly decimal: string;
}

/** How a language writes numbers. */
export interface Separators {
  readonly decimal: string;
  readonly group: string;
}

/** Digits with separators between them; spaces only where three digits follow. */
export const numberSource = "\\d+(?:[.,'’]\\d+|[ \\u00a0\\u202f]\\d{3}(?!\\d))*";

/**
 * What a number means. One separator with three digits behind it may be either: then it means what the language's own
 * signs say, and null where they say nothing.
 */
export function readNumber(said: string, own: Separators): WrittenNumber | null {
  const signs = [...said.matchAll(/\D/g)].map(({ 0: sign }) => sign);
  const [first = '', ...more] = signs;
  const last = signs.at(-1) ?? '';
  const tail = said.slice(said.lastIndexOf(last) + 1);
  if (first === '') return { whole: said, decimals: '', group: '', decimal: '' };
  const isGrouped = (text: string, sign: string): boolean =>
    text.split(sign).every((part, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(part));
  if (signs.every((sign) => same(sign) === same(first))) {
    const asGroup = isGrouped(said, first);
    const canBeDecimal = more.length === 0 && /[.,]/.test(first);
    if (asGroup && !(canBeDecimal && first === own.decimal && first !== own.group)) {
      const isClear = more.length > 0 || !/[.,]/.test(first) || first === own.group;
      return isClear ? { whole: said.replace(/\D/g, ''), decimals: '', group: first, decimal: '' } : null;
    }
    return canBeDecimal
      ? { whole: said.split(first)[0] ?? '', decimals: tail, group: '', decimal: first }
      : null;
  }
  const head = said.slice(0, said.length - tail.length - 1);
  return /[.,]/.test(last) && isGrouped(head, first)
    ? { whole: head.replace(/\D/g, ''), decimals: tail, group: first, decimal: last }
    : null;
}

/** Spaces and apostrophes of all kinds are one. */
const same = (sign: string): string => (/\s/.test(sign) ? ' ' : sign === '’' ? "'" : sign);

/** The number with these separators; groups only where it had groups. */
export function writeNumber(
  { whole, decimals, group }: WrittenNumber,
  own: Separators,
  grouped = group !== '',
): string {
  const parted = grouped
    ? whole.replace(/\B(?=(\d{3})+$)/g, own.group === ' ' ? '\u00a0' : own.group)
    : whole;
  return decimals === '' ? parted : `${parted}${own.decimal}${decimals}`;
}

/** Whether two numbers are written with the same signs. */
export const isSameWriting = (a: string, b: string): boolean =>
  [...a].map(same).join('') === [...b].map(same).join('');

/** Asking the machine's tables takes longer than reading a paragraph. */
const known = new Map<string, Separators>();

/** The separators that a language has in any country, from the machine's tables. */
export function separatorsOf(locale: string): Separators {
  const kept = known.get(locale);
  if (kept) return kept;
  const parts = partsOf(locale);
  const find = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const made = { decimal: find('decimal') || '.', group: same(find('group') || '') };
  if (known.size < 200) known.set(locale, made);
  return made;
}

function partsOf(locale: string): Intl.NumberFormatPart[] {
  try {
    return new Intl.NumberFormat(locale.replaceAll('_', '-')).formatToParts(1234567.5);
  } catch {
    return new Intl.NumberFormat('en').formatToParts(1234567.5);
  }
}
