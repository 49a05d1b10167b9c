import { ruleSetOf } from '../../src/brand/engine/rule-set';
import { checkerOf, type Checker } from '../../src/brand/engine/checker';
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
const checkers = new WeakMap<BrandContext, Checker>();

function checkerFor(context: BrandContext): Checker {
  const known = checkers.get(context);
  if (known) return known;
  const made = checkerOf(ruleSetOf(context.kit, [], {}), { runs: 'everywhere' });
  checkers.set(context, made);
  return made;
}

/** Makes ready what checking needs; afterwards a check is quick and happens at once. */
export async function formCheckOf(context: BrandContext): Promise<FormChecker> {
  const checker = await Promise.resolve(checkerFor(context));
  const { model, components, roles } = context;
  return (values, locale) => {
    const content = readContent(model, components, values, roles);
    return { content, findings: checker.check({ content, uid: model.uid, locale }) };
  };
}
