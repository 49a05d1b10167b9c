import type { BlockRule, Hit } from '../../engine/rule';
import { factsOfBlock } from '../gather';
import type { Fact } from '../fact';
import type { ProductReader } from '../read/products';

/** A discount and two prices that do not compute: `was 20 €, now 15 €, 50 % off`. */
export const discountRule = (productsIn: ProductReader): BlockRule => ({
  kind: 'block',
  id: 'fact.discount',
  severity: 'suggestion',
  explanation: 'A discount is what lies between the price before and the price now.',
  examples: {
    fail: ['Was 20 €, now 15 €: 50 % off.'],
    pass: ['Was 20 €, now 15 €: 25 % off.', 'Save up to 50 %: was 20 €, now 15 €.'],
  },
  find: (block) => {
    const facts = factsOfBlock(block, productsIn);
    const [before, ...moreBefore] = facts.filter(({ part }) => part.startsWith('was '));
    const [now, ...moreNow] = facts.filter(({ part }) => part.startsWith('price '));
    if (!before || !now || moreBefore.length > 0 || moreNow.length > 0) return [];
    const [was, is] = [centsOf(before), centsOf(now)];
    if (was <= is || before.part.slice(4) !== now.part.slice(6)) return [];
    return facts.filter(isDiscount).flatMap((fact): Hit | readonly Hit[] => {
      const lead = block.text.slice(Math.max(0, fact.start - 14), fact.start);
      if (/(?:up to|bis zu|jusqu['’]à|hasta(?: un)?)\s*$/i.test(lead)) return [];
      const isShare = fact.kind === 'percentage';
      const saved = isShare ? ((was - is) / was) * 100 : was - is;
      const said = isShare ? Number(fact.value) : centsOf(fact);
      // Shops round: a point up or down is no mistake.
      if (Math.abs(saved - said) < (isShare ? 1.01 : 1)) return [];
      const right = isShare ? `${Math.round(saved)} %` : (saved / 100).toFixed(2);
      return {
        start: fact.start,
        end: fact.end,
        message: `From ${before.said} to ${now.said} is a discount of ${right}, not of ${fact.said}. Which number is right?`,
        words: { key: 'fact.discount', values: { before: before.said, now: now.said, right, said: fact.said } },
      };
    });
  },
}); // prettier-ignore

const isDiscount = ({ kind, part }: Fact): boolean =>
  part === 'off' || (kind === 'price' && part.startsWith('off '));

const centsOf = ({ value }: Fact): number => Number(value.split(' ')[0]);
