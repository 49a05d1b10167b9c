import type { BlockRule, SubjectRule, Subject, TogetherRule } from '../engine/rule';
import type { BrandKit, Finding, Severity, Words } from '../schema';
import { compare, kindOf } from './compare';
import type { Fact, FactKind } from './fact';
import { voicesOf, type PlacedFact, type Voice } from './gather';
import { productReader } from './read/products';
import { discountRule } from './within/discount';
import { weekdayRule } from './within/weekday';

/** Facts in the entry, its copies and the text in their pictures: whether they agree. None where the kit does not ask. */
export function factRules(kit: BrandKit): readonly (TogetherRule | SubjectRule | BlockRule)[] {
  const { facts } = kit;
  if (!facts) return [];
  const productsIn = productReader([...facts.products, ...kit.names.map(({ name }) => name)]);
  const heard = new WeakMap<readonly Subject[], readonly Voice[]>();
  const voicesIn = (subjects: readonly Subject[]): readonly Voice[] => {
    const voices = heard.get(subjects) ?? voicesOf(subjects, productsIn);
    heard.set(subjects, voices);
    return voices;
  };
  const kinds = [...new Set(facts.kinds)];
  return [
    ...kinds.map((kind) => agreementRule(kind, facts.severity, voicesIn)),
    ...(kinds.includes('date') ? [weekdayRule(facts.severity)] : []),
    ...(kinds.includes('price') || kinds.includes('percentage') ? [discountRule(productsIn)] : []),
  ];
}

const texts: Readonly<Record<FactKind, { readonly explanation: string; readonly fail: string; readonly pass: string }>> = {
  price: { explanation: 'A price is the same in the entry, in every copy and in the pictures.', fail: 'Rye loaf: 4,50 €.\n---\nRye loaf: 4,80 €.', pass: 'Rye loaf: 4,50 €.\n---\nOnly € 4.50!' },
  percentage: { explanation: 'A discount is the same in the entry, in every copy and in the pictures.', fail: 'Save 20 % this week.\n---\nSave 15 % this week.', pass: 'Save 20 % this week.\n---\n20% off' },
  date: { explanation: 'A day is the same in the entry, in every copy and in the pictures.', fail: 'Open day on 3 March.\n---\nOpen day on 4 March.', pass: 'Open day on 3 March 2026.\n---\nOpen day on 3 March.' },
  phone: { explanation: 'A phone number is the same in the entry, in every copy and in the pictures.', fail: 'Call +43 1 234 5678.\n---\nCall +43 1 234 5679.', pass: 'Call +43 1 234 5678.\n---\nCall (01) 2345678.' },
  url: { explanation: 'A web address is the same in the entry, in every copy and in the pictures.', fail: 'See https://bakery.example/rye.\n---\nSee https://bakery.example/rey.', pass: 'See https://bakery.example/rye.\n---\nSee bakery.example/rye/?utm_source=mail.' },
  coupon: { explanation: 'A coupon code is the same in the entry, in every copy and in the pictures.', fail: 'Use code SPRING20.\n---\nUse code SPRING25.', pass: 'Use code SPRING20.\n---\nYour code: spring20' },
  product: { explanation: 'The price of a product that is named is the same wherever it is named.', fail: 'Lindner & Daughters bread: 4,50 €.\n---\n4,80 € for Lindner & Daughters bread.', pass: 'Lindner & Daughters bread: 4,50 €.\n---\nLindner & Daughters bread is back.' },
}; // prettier-ignore

/** Examples hold the entry and its copies with `---` between them. */
function agreementRule(
  kind: FactKind,
  severity: Severity,
  voicesIn: (subjects: readonly Subject[]) => readonly Voice[],
): TogetherRule {
  const { explanation, fail, pass } = texts[kind];
  const plainKinds = kind === 'product' ? (['price', 'percentage'] as const) : ([kind] as const);
  return {
    kind: 'together',
    id: `fact.${kind}`,
    severity,
    explanation,
    examples: { fail: [fail], pass: [pass] },
    find: (subjects) => {
      const voices = voicesIn(subjects);
      return plainKinds.flatMap((plain) =>
        voices.flatMap((voice, index) =>
          againstEarlier(plain, kind, voices.slice(0, index), voice, severity),
        ),
      );
    },
  };
}

/** Each thing is held against the first that says something of it: the entry, where it does. */
function againstEarlier(
  plain: Fact['kind'],
  kind: FactKind,
  earlier: readonly Voice[],
  voice: Voice,
  severity: Severity,
): readonly Finding[] {
  const settled = new Set<string>();
  return earlier.flatMap((other) =>
    [...compare(plain, other.facts, voice.facts)].flatMap(([topic, differs]) => {
      if (settled.has(topic)) return [];
      settled.add(topic);
      return differs && isOf(kind, differs) ? findingOf(kind, severity, voice, differs.here, other, differs.other) : []; // prettier-ignore
    }),
  );
}

const isOf = (kind: FactKind, { here, other }: { readonly here: Fact; readonly other: Fact }): boolean =>
  kind === (kindOf(here) === 'product' && kindOf(other) === 'product' ? 'product' : here.kind);

function findingOf(
  kind: FactKind,
  severity: Severity,
  voice: Voice,
  here: PlacedFact,
  elsewhere: Voice,
  other: PlacedFact,
): Finding {
  const { place, quote, region, product } = here;
  const start = product === null || kind !== 'product' ? '' : `${other.product ?? product}: `;
  const message = `${start}“${here.said}” ${voice.kind === 'picture' ? 'in this picture' : 'here'}, but “${other.said}” ${whereOf(elsewhere)}. Which one is right? Write it in both.`;
  const words: Words = {
    key: `fact.differs.${voice.kind === 'picture' ? 'picture' : 'text'}.${elsewhere.kind}`,
    values: { about: start, said: here.said, other: other.said, name: elsewhere.name },
  };
  return {
    rule: `fact.${kind}`,
    severity,
    message,
    words,
    place,
    quote,
    fix: null,
    ...(region ? { region } : {}),
    other: {
      channel: elsewhere.channel,
      place: other.place,
      quote: other.quote,
      ...(other.region ? { region: other.region } : {}),
    },
    ...(voice.channel === null ? {} : { channel: voice.channel }),
  };
}

const whereOf = ({ kind, name }: Voice): string =>
  kind === 'entry' ? 'in the entry' : kind === 'copy' ? `in the copy for ${name}` : `in the picture ${name}`;
