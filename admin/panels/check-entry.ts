import { ruleSetOf } from '../../src/brand/engine/rule-set';
import { checkerOf, type Checker } from '../../src/brand/engine/checker';
import type { Rule } from '../../src/brand/engine/rule';
import type { Finding } from '../../src/brand/schema';
import { readContent } from '../../src/content/read';
import type { EntryContent, EntryDocument } from '../../src/content/schema';
import type { BrandContext } from '../../src/governance/schema';

// The same code as the server's gate. It brings the Markdown parser along, so it is loaded on its own.

/** What an unsaved form says, and what of it a browser can tell. */
export interface FormCheck {
  readonly content: EntryContent;
  readonly findings: readonly Finding[];
}

export type FormChecker = (values: EntryDocument, locale: string | null) => FormCheck;

/** A checker remembers what it found in each block: one for as long as the rules are the same. */
const checkers = new WeakMap<BrandContext, Promise<Checker>>();

/** Makes ready what checking needs; afterwards a check is quick and happens at once. */
export async function formCheckOf(context: BrandContext): Promise<FormChecker> {
  const made = checkers.get(context) ?? makeChecker(context);
  checkers.set(context, made);
  const checker = await made;
  const { model, components, roles } = context;
  return (values, locale) => {
    const content = readContent(model, components, values, roles);
    return { content, findings: checker.check({ content, uid: model.uid, locale }) };
  };
}

const makeChecker = async (context: BrandContext): Promise<Checker> =>
  checkerOf(ruleSetOf(context.kit, await rulesOfPacks(context), context.ruleSettings ?? {}), {
    runs: 'everywhere',
  });

/** The rules of packs come with the first pack: most businesses have none. */
async function rulesOfPacks({ packs = [] }: BrandContext): Promise<readonly Rule[]> {
  if (packs.length === 0) return [];
  const { packRules } = await import('../../src/brand/vale/rules');
  return packs.flatMap(({ pack, locales }) => packRules(pack, { locales }));
}
