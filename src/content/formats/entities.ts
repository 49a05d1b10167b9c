import { own } from '../../shared/own';

/** The named character references that editors write; the rest stay as they are. */
// prettier-ignore
const names: Readonly<Record<string, string>> = {
  amp: '&', AMP: '&', lt: '<', LT: '<', gt: '>', GT: '>', quot: '"', QUOT: '"', apos: "'",
  nbsp: '\u00a0', shy: '\u00ad', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009', zwnj: '\u200c', zwj: '\u200d',
  auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß',
  aacute: 'á', agrave: 'à', acirc: 'â', aring: 'å', aelig: 'æ', ccedil: 'ç', eacute: 'é', egrave: 'è', ecirc: 'ê', euml: 'ë',
  iacute: 'í', icirc: 'î', iuml: 'ï', ntilde: 'ñ', oacute: 'ó', ocirc: 'ô', oslash: 'ø', uacute: 'ú', ucirc: 'û',
  Aacute: 'Á', Agrave: 'À', Aring: 'Å', AElig: 'Æ', Ccedil: 'Ç', Eacute: 'É', Egrave: 'È', Ntilde: 'Ñ', Oslash: 'Ø',
  hellip: '…', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„',
  laquo: '«', raquo: '»', lsaquo: '‹', rsaquo: '›', bull: '•', middot: '·', deg: '°', times: '×', frac12: '½',
  copy: '©', reg: '®', trade: '™', euro: '€', pound: '£', cent: '¢', yen: '¥', sect: '§', para: '¶', plusmn: '±',
};

const reference = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/iy;

export interface Entity {
  /** What it stands for; null where we do not know the name. */
  readonly text: string | null;
  /** Code units in the source. */
  readonly length: number;
}

/** The character reference that begins at `at` (`&auml;`, `&#228;`, `&#xe4;`); null where none does. */
export function entityAt(source: string, at: number): Entity | null {
  reference.lastIndex = at;
  const found = reference.exec(source);
  if (!found) return null;
  const [whole, decimal, hex, name] = found;
  if (name !== undefined) return { text: own(names, name) ?? null, length: whole.length };
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
  return { text: isCharacter(point) ? String.fromCodePoint(point) : '\ufffd', length: whole.length };
}

const isCharacter = (point: number): boolean =>
  point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
