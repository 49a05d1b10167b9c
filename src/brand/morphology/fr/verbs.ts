import type { Paradigm, Use } from '../paradigm';
import { doublingVerbs, secondGroup, thirdGroup } from './words';

const imperfect = ['ais', 'ais', 'ait', 'ions', 'iez', 'aient'] as const;
const future = ['ai', 'as', 'a', 'ons', 'ez', 'ont'] as const;
const persons = ['je', 'tu', 'il', 'nous', 'vous', 'ils'] as const;

const tense = (name: string, stem: string, endings: readonly string[]): Paradigm =>
  endings.map((ending, index) => [`${name}-${persons[index] ?? ''}`, stem + ending] as const);

const participle = (form: string): Paradigm => [
  ['participle', form],
  ['participle-feminine', `${form}e`],
  ['participle-plural', `${form}s`],
  ['participle-feminine-plural', `${form}es`],
];

const later = (stem: string): Paradigm => [
  ...tense('future', stem, future),
  ...tense('conditional', stem, imperfect),
];

/** Regular verbs of the three groups; others have no forms but their own. */
export function verbForms(verb: string, use: Use): Paradigm {
  if (secondGroup.has(verb)) return second(verb.slice(0, -2));
  if (thirdGroup.has(verb)) return third(verb.slice(0, -2));
  return /er$/.test(verb) && !/^(?:aller|envoyer|renvoyer)$/.test(verb)
    ? first(verb, use)
    : [['infinitive', verb]];
}

/**
 * Many short forms are also nouns (`porte`, `restaurant`, `passions`): they are looked for only of verbs whose ending shows
 * that they were made of another word (`optimiser`, `personnaliser`, `simplifier`).
 */
function first(verb: string, use: Use): Paradigm {
  const stem = verb.slice(0, -2);
  const isClear = use === 'say' || (verb.length >= 8 && /(?:iser|ifier|onner)$/.test(verb));
  const silent = silentStem(verb);
  const soft = /g$/.test(stem) ? `${stem}e` : /c$/.test(stem) ? `${stem.slice(0, -1)}ç` : stem;
  const futureStem = /é[^aeiouyé]+er$/.test(verb) ? `${stem}er` : `${silent}er`;
  const [je, tu, il, , vous, ils] = [
    `${silent}e`,
    `${silent}es`,
    `${silent}e`,
    '',
    `${stem}ez`,
    `${silent}ent`,
  ];
  return [
    ['infinitive', verb],
    ...(isClear ? ([['present-il', il ?? ''], ['~present-je', je ?? ''], ['~present-tu', tu ?? '']] as const) : []), // prettier-ignore
    ['present-nous', `${soft}ons`],
    ['present-vous', vous ?? ''],
    ['present-ils', ils ?? ''],
    ...tense('imperfect', soft, imperfect).filter(([slot]) => isClear || !/nous|vous/.test(slot)),
    ...later(futureStem),
    ...(isClear ? ([['gerund', `${soft}ant`]] as const) : []),
    ...participle(`${stem}é`),
  ];
}

/** The stem before a silent e: `achèt-`, `appell-`, `essai-`. */
function silentStem(verb: string): string {
  const stem = verb.slice(0, -2);
  if (doublingVerbs.has(verb)) return stem + stem.slice(-1);
  if (/[ou]y$/.test(stem)) return `${stem.slice(0, -1)}i`;
  return stem.replace(/[eé]([^aeiouyéèêâîôû]|ch|gn|gu|qu|[bcdfgptv][lr])$/, 'è$1');
}

const second = (stem: string): Paradigm => [
  ['infinitive', `${stem}ir`],
  ...tense('present', stem, ['is', 'is', 'it', 'issons', 'issez', 'issent']),
  ...tense('imperfect', `${stem}iss`, imperfect),
  ...later(`${stem}ir`),
  ['gerund', `${stem}issant`],
  ...participle(`${stem}i`),
];

const third = (stem: string): Paradigm => [
  ['infinitive', `${stem}re`],
  ...tense('present', stem, ['s', 's', '', 'ons', 'ez', 'ent']),
  ...tense('imperfect', stem, imperfect),
  ...later(`${stem}r`),
  ['gerund', `${stem}ant`],
  ...participle(`${stem}u`),
];
