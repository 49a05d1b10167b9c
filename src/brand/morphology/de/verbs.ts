import type { Paradigm } from '../paradigm';
import { adjectiveEndings } from './adjectives';
import { strongVerbs, weakVerbs } from './words';

const separable =
  /^(?:zurück|zusammen|weiter|bereit|teil|fest|nach|frei|aus|auf|los|mit|vor|bei|ein|weg|her|hin|ab|an|zu)(?=.{4})/;
const inseparable = /^(?:emp|ent|ver|zer|miss|be|er)(?=[^aeiouäöü]?[^aeiouäöü]?[lr]?[aeiouäöü].{2})/; // prettier-ignore
const looksPrefixed = new Set(['beugen', 'beichten', 'ernten', 'erden', 'beten', 'betteln', 'versen']);
const withGe = new Set(['gehören', 'gebrauchen', 'gelangen', 'gestalten', 'gewähren', 'genehmigen', 'gefährden', 'gewöhnen', 'garantieren']); // prettier-ignore

const isKnown = (verb: string): boolean =>
  strongVerbs.has(verb) || weakVerbs.has(verb) || strongRow(verb) !== null || withGe.has(verb);

/** Row of a strong verb, also behind an inseparable prefix: `versprechen`, `bekommen`. */
function strongRow(verb: string): { readonly prefix: string; readonly row: readonly string[] } | null {
  const own = strongVerbs.get(verb);
  if (own) return { prefix: '', row: own };
  const prefix = /^(?:emp|ent|ver|zer|miss|be|er|ge|über|unter)/.exec(verb)?.[0];
  const row = prefix ? strongVerbs.get(verb.slice(prefix.length)) : undefined;
  return prefix && row ? { prefix, row } : null;
}

/** Forms of a verb; those in which a separable prefix stands apart are left out. */
export function verbForms(verb: string): Paradigm {
  const prefix = separable.exec(verb)?.[0];
  const rest = prefix ? verb.slice(prefix.length) : '';
  if (!prefix || strongVerbs.has(verb) || !isKnown(rest)) return plainForms(verb);
  const forms = plainForms(rest).map(([slot, form]) => [slot, prefix + form] as const);
  return [...forms, ['zu', `${prefix}zu${rest}`]];
}

function plainForms(verb: string): Paradigm {
  const strong = strongRow(verb);
  return strong ? strongForms(verb, strong.prefix, strong.row) : weakForms(verb);
}

function strongForms(verb: string, prefix: string, row: readonly string[]): Paradigm {
  const [third = '', past = '', participle = ''] = row;
  const isWeakPast = past.endsWith('te');
  const vowelStays = verb.startsWith(prefix + third.slice(0, 3));
  const done = prefix === '' ? participle : prefix + participle.replace(/^ge(?!nossen)/, '');
  return [
    ['infinitive', verb],
    ['second', prefix + secondOf(third)],
    ['third', prefix + third],
    ...(vowelStays ? ([['~plural-second', prefix + third]] as const) : []),
    ['past', prefix + past],
    ['past-plural', prefix + past + (isWeakPast ? 'n' : 'en')],
    ...participles(done),
  ];
}

function secondOf(third: string): string {
  if (/(?:[sß]t|ß)$/.test(third)) return third;
  return /[äi](?:l|m)?t$/.test(third) && /^(?:hält|rät|gilt|tritt|lädt)$/.test(third) ? `${third}st` : third.replace(/t$/, 'st'); // prettier-ignore
}

const participles = (form: string): Paradigm => [
  ['participle', form],
  ...adjectiveEndings.map((ending) => [`participle-${ending}`, form + ending] as const),
];

function weakForms(verb: string): Paradigm {
  const stem = verb.replace(/(?:(?<=e[lr])n|en)$/, '');
  const isForeign = /ieren$/.test(verb);
  const hasPrefix = !looksPrefixed.has(verb) && (inseparable.test(verb) || withGe.has(verb));
  const between = /(?:[td]|[^aeiouäöülrh](?:n|m)|ch[nm])$/.test(stem) && !/(?:mm|nn)$/.test(stem) ? 'e' : '';
  const past = `${stem}${between}te`;
  const isClear = isForeign || hasPrefix;
  return [
    ['infinitive', verb],
    ...(isClear ? ([['first', /[^i]el$/.test(stem) ? `${stem.slice(0, -2)}le` : `${stem}e`]] as const) : []),
    ['second', `${stem}${between}${/[sßzx]$/.test(stem) ? 't' : 'st'}`],
    ['third', `${stem}${between}t`],
    ['~plural-second', `${stem}${between}t`],
    ['past', past],
    ['past-plural', `${past}n`],
    ...participles(`${isClear ? '' : 'ge'}${stem}${between}t`),
  ];
} // prettier-ignore
