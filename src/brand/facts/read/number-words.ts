import { languageOf, type Language } from '../../house/languages';

const small: Readonly<Record<Language, readonly [upTo19: string, tens: string, hundred: string]>> = {
  en: ['one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen', 'twenty thirty forty fifty sixty seventy eighty ninety', 'hundred'],
  de: ['ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn', 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig', 'hundert'],
  fr: ['un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf', 'vingt trente quarante cinquante soixante soixante-dix quatre-vingt quatre-vingt-dix', 'cent'],
  es: ['uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve', 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa', 'cien'],
}; // prettier-ignore

const made = new Map<Language, ReadonlyMap<string, number>>();

/** The words for 1 to 100 in English, German, French and Spanish (English for other languages). */
export function numberWords(locale: string | null): ReadonlyMap<string, number> {
  const language = languageOf(locale) ?? 'en';
  const known = made.get(language);
  if (known) return known;
  const [units, tens, hundred] = small[language];
  const upTo19 = units.split(' ');
  const words = new Map<string, number>(upTo19.map((word, index) => [word, index + 1]));
  tens.split(' ').forEach((ten, index) => {
    const value = (index + 2) * 10;
    words.set(ten, value);
    upTo19.forEach((unit, at) => {
      // French counts on from sixty and from eighty: soixante-quinze, quatre-vingt-onze.
      const isTeen = language === 'fr' && (value === 60 || value === 80);
      if (at < 9 ? !(language === 'fr' && (value === 70 || value === 90)) : isTeen)
        for (const word of joined(language, ten, unit)) words.set(word, value + at + 1);
    });
  });
  for (const word of [hundred, `one ${hundred}`, `ein${hundred}`]) words.set(word, 100);
  if (language === 'fr') words.set('quatre-vingts', 80);
  made.set(language, words);
  return words;
}

function joined(language: Language, ten: string, unit: string): readonly string[] {
  if (language === 'en') return [`${ten}-${unit}`, `${ten} ${unit}`];
  if (language === 'de') return [`${unit}und${ten}`];
  if (language === 'fr') return [`${ten}-${unit}`, `${ten} ${unit}`, `${ten} et ${unit}`, `${ten}-et-${unit}`];
  return ten === 'veinte' ? [`veinti${unit}`, veinti[unit] ?? ''].filter(Boolean) : [`${ten} y ${unit}`];
} // prettier-ignore

const veinti: Readonly<Record<string, string>> = { dos: 'veintidós', tres: 'veintitrés', seis: 'veintiséis' };
