import type { Paradigm, Use } from '../paradigm';
import { irregularAr, irregularParticiples, regular, regularAr } from './words';

const persons = ['yo', 'tú', 'él', 'nosotros', 'vosotros', 'ellos'] as const;

const tense = (name: string, stem: string, endings: readonly string[]): Paradigm =>
  endings.flatMap((ending, index) =>
    ending === '-' ? [] : [[`${name}-${persons[index] ?? ''}`, stem + ending] as const],
  );

const later = (verb: string): Paradigm => [
  ...tense('future', verb, ['é', 'ás', 'á', 'emos', 'éis', 'án']),
  ...tense('conditional', verb, ['ía', 'ías', 'ía', 'íamos', 'íais', 'ían']),
];

/** Regular verbs; others have no forms but their own. */
export function verbForms(verb: string, use: Use): Paradigm {
  if (/ar$/.test(verb) && !irregularAr.has(verb)) return withAr(verb, use);
  return regular.has(verb) ? withErOrIr(verb) : [['infinitive', verb]];
}

/**
 * The forms with the stress on the stem change their vowel in many verbs (`cuenta`) and are often nouns (`compra`): they are
 * looked for only of verbs whose ending shows that they do not (`optimizar`, `simplificar`, `gestionar`).
 */
function withAr(verb: string, use: Use): Paradigm {
  const stem = verb.slice(0, -2);
  const isClear =
    (use === 'say' && regularAr.has(verb)) || (verb.length >= 8 && /(?:izar|ificar|ionar)$/.test(verb));
  const soft = stem.replace(/c$/, 'qu').replace(/g$/, 'gu').replace(/z$/, 'c');
  const participle = `${stem}ado`;
  return [
    ['infinitive', verb],
    ...(isClear ? tense('present', stem, ['o', 'as', 'a', '-', '-', 'an']) : []),
    ...tense('present', stem, ['-', '-', '-', 'amos', 'áis', '-']),
    ...tense('preterite', stem, ['-', 'aste', 'ó', '-', 'asteis', 'aron']),
    ['preterite-yo', `${soft}é`],
    ...tense('imperfect', stem, ['aba', 'abas', 'aba', 'ábamos', 'abais', 'aban']),
    ...later(verb),
    ['gerund', `${stem}ando`],
    ['participle', participle],
    ['participle-plural', `${participle}s`],
    ...(isClear ? ([['participle-feminine', `${stem}ada`], ['participle-feminine-plural', `${stem}adas`]] as const) : []), // prettier-ignore
  ];
}

function withErOrIr(verb: string): Paradigm {
  const stem = verb.slice(0, -2);
  const isEr = /er$/.test(verb);
  const yo = /[ae]cer$/.test(verb) ? `${stem.slice(0, -1)}zco` : `${stem}o`;
  const participle = irregularParticiples.get(verb)?.[0] ?? `${stem}ido`;
  return [
    ['infinitive', verb],
    ['present-yo', yo],
    ...tense('present', stem, isEr ? ['-', 'es', 'e', 'emos', 'éis', 'en'] : ['-', 'es', 'e', 'imos', 'ís', 'en']),
    ...tense('preterite', stem, ['í', 'iste', 'ió', '-', 'isteis', 'ieron']),
    ...tense('imperfect', stem, ['ía', 'ías', 'ía', 'íamos', 'íais', 'ían']),
    ...later(verb),
    ['gerund', `${stem}iendo`],
    ['participle', participle],
    ['participle-plural', `${participle}s`],
  ];
} // prettier-ignore
