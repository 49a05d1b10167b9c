import type { Language, Paradigm, Part, Use } from '../paradigm';
import { verbForms } from './verbs';
import { adjectives, functionWords, homographs, notVerbs, regular, withSuperlative } from './words';

const adjectiveEnding =
  /.{2}(?:oso|ivo|[aei]ble|ional|ural|ente|ante|ísimo|ástico|ético|ético|ístico|ánico|ógico|ático|ésico)$/;
/** Nouns with an ending of adjectives. */
const nouns = new Set(['archivo', 'motivo', 'objetivo', 'dispositivo', 'aperitivo', 'adjetivo', 'cable', 'sable', 'cliente', 'gente',
  'mente', 'ambiente', 'presidente', 'agente', 'gerente', 'diente', 'puente', 'fuente', 'accidente', 'corriente', 'serpiente',
  'restaurante', 'estudiante', 'diamante', 'elefante', 'instante', 'volante', 'guante', 'gigante', 'fabricante', 'comerciante',
  'participante', 'habitante', 'visitante', 'cantante', 'variante', 'semejante', 'reposo', 'calabozo', 'gozo', 'plástico', 'lunático',
  'antes', 'delante', 'adelante', 'durante', 'mediante', 'siguiente', 'oyente', 'paciente', 'continente', 'recipiente', 'expediente',
  'ingrediente', 'componente', 'exponente', 'coso', 'oso', 'inmueble', 'mueble', 'profesional', 'lógico', 'mágico', 'doble']); // prettier-ignore
/** Plurals that are other words. */
const withoutPlural = new Set(['esposo', 'bien', 'celo', 'gafa', 'lente', 'cos', 'ante', 'tra', 'jama', 'martes', 'meno', 'do', 'tre', 'sei']); // prettier-ignore

function partsOf(word: string): readonly Part[] {
  const lower = word.toLowerCase();
  if (adjectives.has(lower)) return ['adjective'];
  if (functionWords.has(lower) || !/^\p{L}[\p{L}-]+$/u.test(word) || /[^e]mente$/.test(lower)) return [];
  if (nouns.has(lower)) return ['noun'];
  if (notVerbs.has(lower)) return ['noun'];
  if (/.{2}ar$/.test(lower)) return ['verb'];
  if (/.{2}[eií]r$/.test(lower)) return regular.has(lower) ? ['verb'] : [];
  if (/.{2}(?:arse|erse|irse)$/.test(lower)) return [];
  return adjectiveEnding.test(lower) ? ['adjective'] : ['noun'];
}

function inflect(word: string, part: Part, use: Use): Paradigm {
  if (part === 'verb')
    return verbForms(word, use).filter(([, form]) => use === 'say' || form === word || !homographs.has(form));
  if (part === 'adjective') return adjectiveForms(word);
  return withoutPlural.has(word) ? [['singular', word]] : [['singular', word], ['plural', pluralOf(word)]]; // prettier-ignore
}

const plainVowel: Readonly<Record<string, string>> = { á: 'a', é: 'e', í: 'i', ó: 'o', ú: 'u' };

/** `pan` becomes `panes`, `luz` `luces`, `promoción` `promociones`, `lunes` stays. */
function pluralOf(word: string): string {
  if (/[aeiouáéó]$/.test(word)) return `${word}s`;
  if (/z$/.test(word)) return `${word.slice(0, -1)}ces`;
  if (/[íú]$/.test(word)) return `${word}es`;
  if (/[áéíóú][ns]$/.test(word)) return `${word.slice(0, -2)}${plainVowel[word.slice(-2, -1)] ?? ''}${word.slice(-1)}es`;
  if (/[sx]$/.test(word)) return (word.match(/[aeiouáéíóú]+/g) ?? []).length === 1 ? `${word}es` : word;
  if (/[bcfgkmptv]$/.test(word)) return `${word}s`;
  return word === 'joven' ? 'jóvenes' : word === 'imagen' ? 'imágenes' : word === 'margen' ? 'márgenes' : `${word}es`;
} // prettier-ignore

function adjectiveForms(word: string): Paradigm {
  const feminine = /o$/.test(word) ? `${word.slice(0, -1)}a` : word;
  const better = word === 'bueno' ? 'mejor' : word === 'malo' ? 'peor' : null;
  const more = (form: string, plural: boolean) => (better ? better + (plural ? 'es' : '') : `más ${form}`);
  const masculines = pluralOf(word);
  const feminines = pluralOf(feminine);
  return [
    ['masculine', word],
    ['feminine', feminine],
    ['masculine-plural', masculines],
    ['feminine-plural', feminines],
    ['comparative', more(word, false)],
    ['comparative-feminine', more(feminine, false)],
    ['comparative-masculine-plural', more(masculines, true)],
    ['comparative-feminine-plural', more(feminines, true)],
    ...superlatives(word),
  ];
}

function superlatives(word: string): Paradigm {
  if (!withSuperlative.has(word)) return [];
  const bare = word.replace(/[oe]$/, '').replace(/[áéíóú]/g, (vowel) => plainVowel[vowel] ?? vowel);
  const stem = bare
    .replace(/c$/, 'qu')
    .replace(/g$/, 'gu')
    .replace(/^bluen$|^buen$/, 'buen');
  return (['o', 'a', 'os', 'as'] as const).map((end) => [`superlative-${end}`, `${stem}ísim${end}`] as const);
}

/** Everything before the first preposition agrees: `ofertas especiales`, `tarjetas de regalo`. A verb stands first. */
function headsOf(words: readonly string[], part: Part): readonly number[] | null {
  if (words.length === 1) return [0];
  const startsWithVerb = partsOf(words[0] ?? '').includes('verb');
  if (part === 'verb') return startsWithVerb ? [0] : null;
  if (part === 'adjective' || startsWithVerb) return null;
  const link = words.findIndex((word) => functionWords.has(word.toLowerCase()));
  const count = link < 0 ? words.length : link;
  return count === 0 || count > 2 ? null : Array.from({ length: count }, (_, index) => index);
}

export const spanish: Language = { partsOf, inflect, headsOf };
