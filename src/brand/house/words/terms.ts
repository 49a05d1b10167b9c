import { foldPhrase } from '../../fold';
import { isWhole } from '../../engine/literals/trie';
import type { LiteralRule, Seen } from '../../engine/rule';
import type { BrandKit, BrandTerm } from '../../schema';
import { capitalised, inCaseOf } from './letter-case';
import { saidOf } from './names';

/** A rule for each term of the kit, with the forms that were written out when the kit was saved. */
export const termRules = (kit: BrandKit): readonly LiteralRule[] => kit.terms.map(termRule);

/** One of the forms of a term and what is said in its place. */
interface Form {
  /** As the kit writes it. */
  readonly avoid: string;
  readonly text: string;
  readonly lower: string;
  readonly prefer: string | null;
  readonly preferText: string;
  readonly preferLower: string;
}

function termRule(term: BrandTerm): LiteralRule {
  const { avoid, prefer, reason, severity, matchCase, wholeWord, locales, channels } = term;
  const forms = formsOf(term);
  const { lower } = foldPhrase(avoid);
  return {
    kind: 'literal',
    id: `brand.term/${lower}`,
    severity,
    scope: { locales, channels },
    explanation: prefer === null ? `“${avoid}” is not said.` : `“${prefer}” is said instead of “${avoid}”.`,
    examples: { fail: [avoid], pass: prefer === null ? [] : [prefer] },
    phrases: forms.map((form) => form.lower),
    wholeWord,
    overlap: 'yields',
    concerns: (seen) => {
      const form = forms[seen.phrase];
      if (!form || (matchCase && form.text !== saidOf(seen))) return false;
      return form.prefer === null || !isSaidAlready(form, seen);
    },
    judge: ({ phrase, said }) => {
      const form = forms[phrase];
      const instead =
        form === undefined || form.prefer === null ? null : inCaseOf(said, form.avoid, form.prefer);
      const why = reason === '' ? '' : ` ${reason}`;
      return instead === null
        ? {
            message: `Do not use “${said}”: choose another word.${why}`,
            words: { key: 'term.avoid', values: { said, why } },
          }
        : {
            message: `Write “${instead}” instead of “${said}”.${why}`,
            words: { key: 'term.prefer', values: { said, prefer: instead, why } },
            replacements: [instead],
          };
    },
  };
}

/** The term itself, then the forms that saving wrote out, then those that a person named; of equal ones the first counts. */
function formsOf({ avoid, prefer, expanded, forms }: BrandTerm): readonly Form[] {
  const all = [
    { form: avoid, prefer },
    ...expanded.map((one) => ({ form: one.form, prefer: one.prefer })),
    ...forms.map((form) => ({ form, prefer })),
  ];
  const kept = new Map<string, Form>();
  for (const { form, prefer: instead } of all) {
    const { text, lower } = foldPhrase(form);
    if (lower === '' || kept.has(lower)) continue;
    const right = foldPhrase(instead ?? '');
    kept.set(lower, {
      avoid: form,
      text,
      lower,
      prefer: instead,
      preferText: right.text,
      preferLower: right.lower,
    });
  }
  return [...kept.values()];
}

/** Whether the text already says what we prefer: “Lindner & Daughters” where “Lindner” is to be avoided. */
function isSaidAlready({ lower, preferText, preferLower }: Form, { block, start }: Seen): boolean {
  const { folded } = block;
  for (
    let offset = preferLower.indexOf(lower);
    offset >= 0;
    offset = preferLower.indexOf(lower, offset + 1)
  ) {
    const from = start - offset;
    const to = from + preferLower.length;
    if (from < 0 || folded.lower.slice(from, to) !== preferLower || !isWhole(folded.lower, from, to))
      continue;
    if (preferLower.length > lower.length) return true;
    const said = folded.text.slice(from, to);
    if (said === preferText || said === capitalised(preferText)) return true;
  }
  return false;
}
