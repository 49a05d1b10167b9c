import type { LiteralRule, Verdict } from '../../engine/rule';
import { foldPhrase } from '../../fold';
import type { BrandKit, Severity } from '../../schema';
import type { InclusiveEntry, Reason } from './entry';
import { languageOf } from '../languages';
import { inCaseOf } from '../words/letter-case';
import { english } from './lists/en';
import { french } from './lists/fr';
import { german } from './lists/de';
import { spanish } from './lists/es';

const lists: readonly (readonly [locale: string, entries: readonly InclusiveEntry[]])[] = [
  ['en', english],
  ['de', german],
  ['fr', french],
  ['es', spanish],
];

/** The end of a sentence that begins with the word. */
const reasons: Readonly<Record<Reason, string>> = {
  gender: 'speaks of one gender where people of any gender are meant',
  disability: 'makes an illness or a disability a flaw, or all that a person is',
  age: 'puts people in a drawer by their age',
  origin: 'makes people strange, or small, by where they come from',
  colour: 'makes a colour of skin, or black and white, a judgement',
  servitude: 'plays with slavery',
  violence: 'is a picture of violence where none is meant',
  standing: 'makes people nothing but their need',
};

/** A rule for each word of our own lists that leaves people out, without those that the business does not want. */
export function inclusiveRules({ inclusive }: BrandKit): readonly LiteralRule[] {
  if (!inclusive) return [];
  const except = new Set(inclusive.except);
  return lists.flatMap(([locale, entries]) =>
    entries.filter(({ id }) => !except.has(id)).map((entry) => ruleOf(entry, locale, inclusive.severity)),
  );
}

function ruleOf(
  { id, why, words, fail, pass }: InclusiveEntry,
  locale: string,
  severity: Severity,
): LiteralRule {
  const forms = Object.entries(words).map(([avoid, prefer]) => ({
    avoid,
    prefer,
    text: foldPhrase(avoid).text,
  }));
  const instead = [...new Set(forms.flatMap(({ prefer }) => prefer ?? []))].slice(0, 3);
  return {
    kind: 'literal',
    id: `inclusive/${id}`,
    severity,
    scope: { locales: [locale] },
    explanation: `“${forms[0]?.avoid ?? id}” ${reasons[why]}.${instead.length > 0 ? ` Say “${instead.join('”, “')}”.` : ''}`,
    examples: { fail: [fail], pass: [pass] },
    phrases: forms.map(({ avoid }) => avoid),
    wholeWord: true,
    overlap: 'yields',
    // A German noun and an adjective may differ in their capital alone.
    concerns: ({ phrase, block, start, end }) => {
      if (languageOf(block.locale) !== locale) return false;
      const text = forms[phrase]?.text ?? '';
      return (
        !/^\p{Lu}/u.test(text) || locale !== 'de' || /^\p{Lu}/u.test(block.folded.text.slice(start, end))
      );
    },
    judge: ({ phrase, said }) =>
      verdictOn(said, forms[phrase]?.avoid ?? said, forms[phrase]?.prefer ?? null, why),
  };
}

function verdictOn(said: string, avoid: string, prefer: string | null, why: Reason): Verdict {
  if (prefer === null)
    return {
      message: `“${said}” ${reasons[why]}. Say it in another way.`,
      words: { key: `inclusive.${why}-rephrase`, values: { said } },
    };
  const instead = inCaseOf(said, avoid, prefer);
  return {
    message: `“${said}” ${reasons[why]}. Say “${instead}”.`,
    words: { key: `inclusive.${why}`, values: { said, instead } },
    replacements: [instead],
  };
}
