import { currencySigns, signsOf } from '../../house/formats/currencies';
import { numberSource, readNumber, separatorsOf } from '../../house/formats/written-number';
import type { PlainFact } from '../fact';
import { anyWord, aroundOf, discountWords, type Around } from './around';

const space = '[ \\u00a0\\u202f]?';
const amount = `(${numberSource})(?:[.,][-–—]{1,2})?`;
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(${currencySigns})${space}${amount}(?![\\d.,]*\\d|${space}%)|(?<![\\p{L}\\p{N}.,])${amount}${space}(${currencySigns})(?![\\p{L}\\p{N}])`,
  'giu',
);

const tail = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${words.trim().split(/\s*\|\s*/).join('|')})[\\s:(–-]*$`, 'u'); // prettier-ignore

const was = tail(
  `was | were | instead of | before | previously | formerly | regular | regularly | usually | rrp | msrp | list price | statt | anstatt
   | uvp | bisher | vorher | vorher nur | ehemals | früher | sonst | regulär | normalpreis | au lieu de | avant | prix conseillé | antes | en vez de
   | en lugar de | precio habitual`,
);
const threshold = anyWord(
  `orders? (?:over|above|of|from) | spend | minimum | purchases? (?:over|above|of) | bestellwert | einkaufswert | mindestbestellwert
   | ab einem (?:einkauf|bestellwert|wert)(?: von)? | bestellungen (?:ab|über) | dès | d'achats? | commandes? de | compra mínima | pedidos? (?:de|superiores)`,
);
const shipping = anyWord(
  `shipping | delivery | postage | versand | versandkosten | lieferung | liefergebühr | porto | livraison | frais de port | envío | gastos de envío
   | deposit | pfand | kaution | consigne`,
);
const unit = /^\s?(?:\/|per |pro |je |par |por |a |an |each |le |la |el |al )\s?(?:\d+ ?)?(?:kg|g|gr|ml|l|lb|oz|kilo|litre|liter|person|personne|persona|stück|piece|pièce|pieza|unit|day|tag|jour|día|night|nacht|nuit|noche|hour|stunde|heure|hora|month|monat|mois|mes|year|jahr|an|año|m²|meter|mètre|metro|slice|scheibe|portion|head|kopf)\b/u; // prettier-ignore

/** Prices with their currency: `£3`, `€ 3,–`, `ab 4,50 €`. An amount that could be read in two ways is left out. */
export function readPrices(text: string, locale: string | null): readonly PlainFact[] {
  const own = separatorsOf(locale ?? 'en');
  const matches = [...text.matchAll(pattern)];
  return matches.flatMap((match, index): readonly PlainFact[] => {
    const [said, signBefore, numberBehind, numberBefore, signBehind] = match;
    const read = readNumber(numberBehind ?? numberBefore ?? '', own);
    if (!read || read.decimals.length > 2 || read.whole.length > 9) return [];
    const start = match.index;
    const end = start + said.length;
    const cents = Number(read.whole) * 100 + Number(read.decimals.padEnd(2, '0'));
    const neighbour = (at: number) => matches[at];
    const last = neighbour(index - 1);
    const around = aroundOf(text, start, end, [
      last ? last.index + last[0].length : 0,
      neighbour(index + 1)?.index ?? text.length,
    ]);
    const currency = currencyOf(signBefore ?? signBehind ?? '');
    return [
      { kind: 'price', start, end, said, value: `${cents} ${currency}`, part: `${partOf(around)} ${currency}` },
    ];
  }); // prettier-ignore
}

const currencies = ['EUR', 'USD', 'GBP', 'CHF', 'JPY', 'PLN', 'CZK', 'DKK', 'SEK', 'NOK', 'HUF', 'CAD', 'AUD', 'MXN', 'BRL', 'INR'] as const; // prettier-ignore

/** The first currency that is written with this sign: `$` stays one thing, whose dollars they may be. */
const currencyOf = (sign: string): string =>
  currencies.find((code) => signsOf(code).some((one) => one.toLowerCase() === sign.toLowerCase())) ?? sign.toUpperCase(); // prettier-ignore

/** What the amount is: the price, the price before, what is taken off, postage, a least order, the price of a unit. */
function partOf({ before, after }: Around): string {
  if (was.test(before)) return 'was';
  if (unit.test(after)) return 'unit';
  if (shipping.test(before.slice(-25)) || shipping.test(after.slice(0, 25))) return 'shipping';
  if (threshold.test(before.slice(-30)) || threshold.test(after.slice(0, 12))) return 'threshold';
  if (isOff(before, after)) return 'off';
  return 'price';
}

const isOff = (before: string, after: string): boolean => {
  const [first = '', second = '', third = ''] = after.trim().split(' ');
  return (
    discountWords.test(`${first} ${second === 'de' || first === 'de' ? `${second} ${third}` : ''}`) ||
    /(?:save|saves|spare|sparen(?: sie)?|spart|économisez|ahorra|ahorre|ahorre hasta|rabatt von|discount of|remise de|réduction de|descuento de|up to|bis zu|-|−)\s?$/u.test(before) // prettier-ignore
  );
};
