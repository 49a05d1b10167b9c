import type { Language, Paradigm, Part, Use } from '../paradigm';
import {
  adjectives,
  functionWords,
  homographs,
  irregularAdjectives,
  notVerbs,
  secondGroup,
  thirdGroup,
} from './words';
import { verbForms } from './verbs'; // prettier-ignore
import { own } from '../../../shared/own';

const adjectiveEnding =
  /.{2}(?:eux|if|able|ible|ique|esque|ien|iel|uel|onnel|rel|ional|ial|taire|aire|iste)$/;
/** Nouns with an ending of adjectives. */
const nouns = new Set(['canif', 'motif', 'objectif', 'tarif', 'actif', 'cheveux', 'jeux', 'lieux', 'feux', 'table', 'sable', 'câble',
  'bible', 'cible', 'boutique', 'technique', 'musique', 'critique', 'pratique', 'politique', 'brique', 'fabrique', 'logique', 'rubrique',
  'clinique', 'matériel', 'logiciel', 'chien', 'lien', 'soutien', 'entretien', 'quotidien', 'gardien', 'maintien', 'commentaire',
  'salaire', 'affaire', 'anniversaire', 'horaire', 'vocabulaire', 'exemplaire', 'formulaire', 'locataire', 'propriétaire', 'libraire',
  'honoraire', 'itinéraire', 'inventaire', 'partenaire', 'actionnaire', 'dictionnaire', 'questionnaire', 'paire', 'responsable',
  'statistique', 'électronique', 'informatique', 'appel', 'hôtel', 'sel', 'miel', 'ciel', 'autel', 'cartel', 'liste', 'piste']); // prettier-ignore
const nominalPlural = { bijou: 'bijoux', caillou: 'cailloux', chou: 'choux', genou: 'genoux', travail: 'travaux', vitrail: 'vitraux',
  œil: 'yeux', bal: 'bals', festival: 'festivals', carnaval: 'carnavals', récital: 'récitals', pneu: 'pneus', bleu: 'bleus',
  bail: 'baux', corail: 'coraux', monsieur: 'messieurs', madame: 'mesdames' } as Readonly<Record<string, string>>; // prettier-ignore
/** Plurals that are other words. */
const withoutPlural = new Set(['fil', 'mar', 'gen', 'pri', 'toujour', 'dan', 'san', 'moin', 'troi', 'foi', 'son', 'moi', 'envoi', 'tapi', 'repa']); // prettier-ignore

function partsOf(word: string): readonly Part[] {
  const lower = word.toLowerCase();
  if (functionWords.has(lower) || !/^\p{L}[\p{L}'’-]+$/u.test(word) || /ment$/.test(lower)) return /(?:abonne|comple|docu|événe|apparte|équipe|vête|monu|élé|ali|argu|paie|supplé)ment$/.test(lower) ? ['noun'] : []; // prettier-ignore
  if (nouns.has(lower)) return ['noun'];
  if (adjectives.has(lower) || irregularAdjectives.has(lower)) return ['adjective'];
  if (secondGroup.has(lower) || thirdGroup.has(lower)) return ['verb'];
  if (/.{2}er$/.test(lower)) return notVerbs.has(lower) || isTrade(lower) ? ['noun'] : ['verb'];
  if (/.(?:ir|oir|re)$/.test(lower))
    return /(?:ure|toire|oir|tre|bre|vre|ère|aire)$/.test(lower) ? ['noun'] : [];
  return adjectiveEnding.test(lower) ? ['adjective'] : ['noun'];
}

/** `pâtissier` is a person, `vérifier` is a deed. */
const isTrade = (word: string): boolean =>
  /ier$/.test(word) && !/(?:fier|[cdl]ier|plier|blier|prier|crier|trier|varier|marier|parier)$/.test(word);

function inflect(word: string, part: Part, use: Use): Paradigm {
  if (part === 'verb')
    return verbForms(word, use).filter(([, form]) => use === 'say' || form === word || !homographs.has(form));
  return part === 'adjective' ? adjectiveForms(word) : nounForms(word);
}

const nounForms = (word: string): Paradigm =>
  withoutPlural.has(word) ? [['singular', word]] : [['singular', word], ['plural', pluralOf(word)]]; // prettier-ignore

function pluralOf(word: string): string {
  const known = own(nominalPlural, word);
  if (known !== undefined) return known;
  if (/[sxz]$/.test(word)) return word;
  if (/(?:au|eu|œu)$/.test(word)) return `${word}x`;
  return /al$/.test(word) ? `${word.slice(0, -2)}aux` : `${word}s`;
}

function adjectiveForms(word: string): Paradigm {
  const known = irregularAdjectives.get(word);
  const [feminine = feminineOf(word), plural = pluralOf(word), feminines = `${feminine}s`] = known ?? [];
  const forms: Paradigm = [
    ['masculine', word],
    ['feminine', feminine],
    ['masculine-plural', plural],
    ['feminine-plural', feminines],
  ];
  const compared = word === 'bon' ? 'meilleur' : word === 'mauvais' ? 'pire' : null;
  const better = (form: string, end: string) => (compared === 'pire' ? `pire${end.replace('e', '')}` : compared ? compared + end : `plus ${form}`); // prettier-ignore
  return [
    ...forms,
    ['comparative', better(word, '')],
    ['comparative-feminine', better(feminine, 'e')],
    ['comparative-masculine-plural', better(plural, 's')],
    ['comparative-feminine-plural', better(feminines, 'es')],
  ];
}

function feminineOf(word: string): string {
  if (/e$/.test(word)) return word;
  if (/eux$/.test(word)) return `${word.slice(0, -1)}se`;
  if (/f$/.test(word)) return `${word.slice(0, -1)}ve`;
  if (/er$/.test(word)) return `${word.slice(0, -2)}ère`;
  return /(?:el|eil|ien|on)$/.test(word) ? `${word}${word.slice(-1)}e` : `${word}e`;
}

/** Everything before the first preposition agrees: `offres spéciales`, `pommes de terre`. A verb stands first. */
function headsOf(words: readonly string[], part: Part): readonly number[] | null {
  if (words.length === 1) return [0];
  const startsWithVerb = partsOf(words[0] ?? '').includes('verb');
  if (part === 'verb') return startsWithVerb ? [0] : null;
  if (part === 'adjective' || startsWithVerb) return null;
  const link = words.findIndex((word) => functionWords.has(word.toLowerCase()));
  const count = link < 0 ? words.length : link;
  return count === 0 || count > 2 ? null : Array.from({ length: count }, (_, index) => index);
}

export const french: Language = { partsOf, inflect, headsOf };
