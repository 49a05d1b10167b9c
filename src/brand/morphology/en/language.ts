import type { Language, Paradigm, Part, Use } from '../paradigm';
import {
  compared, doubling, functionWords, homographs, irregularAdjectives, irregularNouns, irregularVerbs, particles, plainAdjectives,
  uncompared, verbs, verbsAndNouns, withoutPlural,
} from './words'; // prettier-ignore

const adjectiveEnding =
  /(?:[aei]ble|ful|less|ous|ive|[ti]al|nal|ral|ic|ical|ish|-free|-friendly|-priced|-quality|some)$/;
const nounEnding = /(?:tion|sion|ment|ness|ity|ship|ism|ist|ance|ence|ery|ware|hood|dom|eer|ette)$/;
const verbEnding = /.{3}(?:i[sz]e|ify)$/;
/** Ends like another kind of word than it is. */
const misleading = new Set(['olive', 'archive', 'motive', 'table', 'cable', 'syllable', 'vegetable', 'handful', 'music', 'clinic',
  'fabric', 'topic', 'public', 'traffic', 'dish', 'fish', 'wish', 'radish', 'perspective', 'initiative', 'incentive', 'trial',
  'tutorial', 'material', 'editorial', 'comic', 'mechanic', 'logic', 'objective', 'deal', 'meal', 'signal', 'journal', 'detective',
  'relative', 'alternative', 'executive', 'native', 'festival', 'potential', 'essential', 'commercial', 'critic', 'graphic',
  'statistic', 'tonic', 'picnic', 'collective', 'adjective', 'representative', 'original', 'professional', 'local']); // prettier-ignore
const notVerbs = new Set(['exercise', 'enterprise', 'franchise', 'merchandise', 'expertise', 'premise', 'paradise', 'otherwise',
  'likewise', 'concise', 'precise', 'treatise', 'turquoise', 'porpoise']); // prettier-ignore

function partsOf(word: string): readonly Part[] {
  const lower = word.toLowerCase();
  if (functionWords.has(lower) || !/^[a-z][a-z'’-]*$/.test(lower)) return [];
  if (compared.has(lower) || irregularAdjectives.has(lower) || plainAdjectives.has(lower)) return ['adjective'];
  if (verbsAndNouns.has(lower)) return ['noun', 'verb'];
  if (irregularVerbs.has(lower) || verbs.has(lower)) return ['verb'];
  if (irregularNouns.has(lower)) return ['noun'];
  if (verbEnding.test(lower) && !notVerbs.has(lower)) return ['verb'];
  if (misleading.has(lower)) return ['noun'];
  if (adjectiveEnding.test(lower)) return ['adjective'];
  // Participles and adverbs that we do not know: no guess.
  return /(?:ed|ing|ly|wards?|wise)$/.test(lower) && !nounEnding.test(lower) ? [] : ['noun'];
} // prettier-ignore

function inflect(word: string, part: Part, use: Use): Paradigm {
  if (part === 'noun') return noun(word);
  if (part === 'adjective') return adjective(word);
  return verb(word).filter(([, form]) => use === 'say' || form === word || !homographs.has(form));
}

function noun(word: string): Paradigm {
  const base: Paradigm = [['singular', word]];
  const lower = word.toLowerCase();
  const irregular = irregularNouns.get(lower)?.[0];
  if (irregular) return [...base, ['plural', likeFirst(word, irregular)]];
  return withoutPlural.has(lower) || /(?:[^aeiou]ics|ness)$/.test(lower) ? base : [...base, ['plural', withS(word)]];
} // prettier-ignore

const likeFirst = (word: string, form: string): string =>
  /^\p{Lu}/u.test(word) ? form.charAt(0).toUpperCase() + form.slice(1) : form;

function withS(word: string): string {
  if (/[^aeiou]y$/i.test(word)) return `${word.slice(0, -1)}ies`;
  if (/z$/i.test(word) && !/zz$/i.test(word)) return `${word}zes`;
  return /(?:s|x|ch|sh|zz)$/i.test(word) ? `${word}es` : `${word}s`;
}

function verb(word: string): Paradigm {
  const [past, participle = past] = irregularVerbs.get(word.toLowerCase()) ?? [];
  const present: Paradigm = [['infinitive', word], ['third', /o$/i.test(word) ? `${word}es` : withS(word)], ...ingOf(word).map((form) => ['gerund', form] as const)]; // prettier-ignore
  if (past) return [...present, ['past', past], ['participle', participle ?? past]];
  return [
    ...present,
    ...pastOf(word).flatMap(
      (form) =>
        [
          ['past', form],
          ['participle', form],
        ] as const,
    ),
  ];
}

/** Travelled and traveled are both right. */
const stemsOf = (word: string): readonly string[] => {
  const isShort = (word.match(/[aeiouy]+/gi) ?? []).length === 1;
  const last = word.slice(-1);
  const endsOpen = /[^aeiou][aeiou][bdfgklmnprtvz]$/i.test(word) || /^[aeiou][bdgmnprt]$|qu[aei][tpz]$/i.test(word);
  if (doubling.has(word.toLowerCase()) || (isShort && endsOpen)) return [word + last];
  return /[^aeiou][aeiou]l$/i.test(word) ? [word + last, word] : [word];
}; // prettier-ignore

function ingOf(word: string): readonly string[] {
  if (/ie$/i.test(word)) return [`${word.slice(0, -2)}ying`];
  if (/[^eoy]e$/i.test(word)) return [`${word.slice(0, -1)}ing`];
  return stemsOf(word).map((stem) => `${stem}ing`);
}

function pastOf(word: string): readonly string[] {
  if (/e$/i.test(word)) return [`${word}d`];
  if (/[^aeiou]y$/i.test(word)) return [`${word.slice(0, -1)}ied`];
  return stemsOf(word).map((stem) => `${stem}ed`);
}

function adjective(word: string): Paradigm {
  const lower = word.toLowerCase();
  const [better, best] = irregularAdjectives.get(lower) ?? [];
  if (better && best) return [['positive', word], ['comparative', better], ['superlative', best]]; // prettier-ignore
  if (!compared.has(lower) || uncompared.has(lower))
    return [['positive', word], ['comparative', `more ${word}`], ['superlative', `most ${word}`]]; // prettier-ignore
  const stem = /e$/.test(word)
    ? word.slice(0, -1)
    : /(?:[^aeiou]y|ey)$/.test(word)
      ? `${word.replace(/e?y$/, '')}i`
      : /^[^aeiou]+[aeiou][bdgmnpt]$/.test(lower)
        ? word + word.slice(-1)
        : word;
  return [['positive', word], ['comparative', `${stem}er`], ['superlative', `${stem}est`]]; // prettier-ignore
}

/** `sign up` changes its first word, `gift card` its last, `cup of tea` the one before `of`. */
function headsOf(words: readonly string[], part: Part): readonly number[] | null {
  const [first = '', second = ''] = words;
  if (words.length === 1) return [0];
  const startsWithVerb = partsOf(first).includes('verb') && particles.has(second.toLowerCase());
  if (part === 'verb') return startsWithVerb ? [0] : null;
  if (part === 'adjective' || startsWithVerb) return null;
  const link = words.findIndex((word) => functionWords.has(word.toLowerCase()));
  const head = link < 0 ? words.length - 1 : link - 1;
  return head < 0 || !partsOf(words[head] ?? '').includes('noun') ? null : [head];
} // prettier-ignore

export const english: Language = { partsOf, inflect, headsOf };
