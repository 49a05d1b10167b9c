import german from '../../../../admin/translations/findings.de.json';
import english from '../../../../admin/translations/findings.en.json';
import { checkerOf, type SubjectInput } from '../../../../src/brand/engine/checker';
import { contentOfCopy } from '../../../../src/brand/engine/copy-content';
import { factRules } from '../../../../src/brand/facts/rules';
import type { PictureFacts } from '../../../../src/brand/pictures/schema';
import { brandKit, type Finding } from '../../../../src/brand/schema';
import { readContent } from '../../../../src/content/read';
import { article, parts, photo } from '../../content/builders';

const kit = brandKit.parse({
  names: [{ name: 'Lindner & Daughters' }],
  facts: { kinds: ['price', 'percentage', 'date', 'phone', 'url', 'coupon', 'product'], products: ['rye loaf', 'Seeded Roll'] },
}); // prettier-ignore
const checker = checkerOf({ key: 'facts', rules: factRules(kit), settings: {} });

interface Said {
  readonly entry?: string;
  readonly mail?: string;
  readonly post?: string;
  /** Lines of text in the entry's picture, with their confidence. */
  readonly picture?: readonly (string | readonly [string, number])[];
  readonly locale?: string;
  readonly today?: string;
}

function subjectsOf({ entry = '', mail, post, picture, locale = 'en', today = '2026-11-26' }: Said): SubjectInput[] {
  const content = readContent(article, parts, { body: entry, cover: picture ? photo() : null });
  const texts = (picture ?? []).map((line, index) => {
    const [text, confidence] = typeof line === 'string' ? [line, 92] : line;
    return { text, confidence, region: { x: 0, y: index / 10, width: 1, height: 0.1 }, contrast: null };
  });
  const pictures = new Map([['rye_1a2b', { texts } as unknown as PictureFacts]]);
  const copy = (text: string, kind: 'email' | 'bluesky', name: string): SubjectInput => ({
    content: contentOfCopy({ text, link: null, pictures: [], edited: true }, kind),
    channel: { key: kind, kind, name },
    locale,
    today,
    pictures,
  });
  return [
    { content, locale, today, pictures },
    ...(mail === undefined ? [] : [copy(mail, 'email', 'Newsletter')]),
    ...(post === undefined ? [] : [copy(post, 'bluesky', 'Bluesky')]),
  ];
} // prettier-ignore

const filled = (sentence: string, values: Readonly<Record<string, string | number>> = {}): string =>
  sentence.replace(/\{([a-z]+)\}/g, (_, name: string) => String(values[name]));

/** Both languages say it: the English exactly as the message does. */
function expectWords({ message, words }: Finding): void {
  const key = `presence.finding.${words?.key ?? ''}` as keyof typeof english;
  expect(filled(english[key], words?.values)).toBe(message);
  expect(filled(german[key], words?.values)).toMatch(/^[^{}]+[.?]$/);
}

const together = (said: Said): Finding[] => {
  const found = checker.checkTogether(subjectsOf(said));
  expect(checker.faults()).toEqual([]);
  found.forEach(expectWords);
  return found;
};
const told = (said: Said): string[] =>
  together(said).map(
    ({ rule, channel, message }) => `${rule} ${channel ?? 'entry'}: ${message.split('. Which')[0]}`,
  );

describe('what does not agree is reported where it stands', () => {
  test.each<[string, Said, string[]]>([
    ['a discount in the picture and in the e-mail', { picture: ['20 %', 'OFF'], mail: 'Save 15 % this week.' }, ['fact.percentage email: “15 %” here, but “20 %” in the picture rye.jpg']],
    ['a lower price said with “less”', { picture: ['20%'], mail: 'Every loaf costs 15 % less. Come early.' }, ['fact.percentage email: “15 %” here, but “20%” in the picture rye.jpg']],
    ['a discount in the entry and in the picture', { entry: 'Save 15 % this week.', picture: ['20 %'] }, ['fact.percentage entry: “20 %” in this picture, but “15 %” in the entry']],
    ['a discount in words', { entry: 'Twenty percent off.', mail: 'Save 25 %' }, ['fact.percentage email: “25 %” here, but “Twenty percent” in the entry']],
    ['a price', { entry: 'Bread for €4.50.', mail: 'Bread for €4.80.' }, ['fact.price email: “€4.80” here, but “€4.50” in the entry']],
    ['a price before', { entry: 'Was €6, now €4.50.', mail: 'Now €4.50 instead of €7.' }, ['fact.price email: “€7” here, but “€6” in the entry']],
    ['the price of a product among others', { entry: 'Rye loaf €4.50, seeded roll €1.20.', mail: 'Rye loaf: €4.80, and rolls.' }, ['fact.product email: rye loaf: “€4.80” here, but “€4.50” in the entry']],
    ['a discount on a product', { entry: '20 % off every rye loaf, 10 % off the seeded roll', post: '15 % off the seeded roll!' }, ['fact.product bluesky: seeded roll: “15 %” here, but “10 %” in the entry']],
    ['the one price, where only one text names the product', { entry: 'The rye loaf is €4.50.', post: 'Now €4.80!' }, ['fact.price bluesky: “€4.80” here, but “€4.50” in the entry']],
    ['a day', { entry: 'Open day on 3 March.', mail: 'Open day on 4 March 2026.' }, ['fact.date email: “4 March 2026” here, but “3 March” in the entry']],
    ['the last day of a range', { entry: 'Open from 3 to 7 March.', mail: 'Only until 8 March!' }, ['fact.date email: “8 March” here, but “3 to 7 March” in the entry']],
    ['a year', { entry: 'On 3 March 2026', mail: 'On 3 March 2027' }, ['fact.date email: “3 March 2027” here, but “3 March 2026” in the entry']],
    ['a phone number', { entry: 'Call +43 1 234 5678', mail: 'Call 01 234 5679' }, ['fact.phone email: “01 234 5679” here, but “+43 1 234 5678” in the entry']],
    ['a code', { entry: 'Use code SPRING20.', picture: ['CODE SPRING25'] }, ['fact.coupon entry: “SPRING25” in this picture, but “SPRING20” in the entry']],
    ['an address of the same site', { entry: 'See https://bakery.example/rye', mail: 'See https://bakery.example/rey' }, ['fact.url email: “https://bakery.example/rey” here, but “https://bakery.example/rye” in the entry']],
    ['two copies, where the entry says nothing', { entry: 'Bread!', mail: 'Save 20 %', post: 'Save 15 %' }, ['fact.percentage bluesky: “15 %” here, but “20 %” in the copy for Newsletter']],
    ['each copy that differs from the entry', { entry: 'Save 20 %', mail: 'Save 15 %', post: 'Save 10 %' }, ['fact.percentage email: “15 %” here, but “20 %” in the entry', 'fact.percentage bluesky: “10 %” here, but “20 %” in the entry']],
    ['the copy, not the one that agrees with the entry', { entry: 'Save 20 %', mail: 'Save 15 %', post: 'Save 20 %' }, ['fact.percentage email: “15 %” here, but “20 %” in the entry']],
    ['German', { locale: 'de', entry: '20 % Rabatt bis 7. März, ab 4,50 €', mail: 'Fünfzehn Prozent Nachlass bis 08.03.2026, ab 4,80 Euro' }, ['fact.price email: “4,80 Euro” here, but “4,50 €” in the entry', 'fact.percentage email: “Fünfzehn Prozent” here, but “20 %” in the entry', 'fact.date email: “08.03.2026” here, but “7. März” in the entry']],
    ['French', { locale: 'fr', entry: '20 % de réduction jusqu’au 7 mars', mail: '15 % de remise jusqu’au 7 mars' }, ['fact.percentage email: “15 %” here, but “20 %” in the entry']],
    ['Spanish', { locale: 'es', entry: '20 % de descuento hasta el 7 de marzo', mail: '20 % de descuento hasta el 8 de marzo' }, ['fact.date email: “8 de marzo” here, but “7 de marzo” in the entry']],
  ])('%s', (_, said, expected) => {
    expect(told(said).sort()).toEqual([...expected].sort());
  }); // prettier-ignore
});

describe('what agrees, or cannot be compared, is no finding', () => {
  test.each<[string, Said]>([
    ['the same price, written in another way', { entry: 'Bread for €4.50.', mail: 'Bread for 4.50 EUR', picture: ['€ 4.50'] }],
    ['a share of something else', { picture: ['20 %', 'OFF'], mail: 'Now with 30 % less sugar.' }],
    ['the same share in words', { entry: 'Twenty percent off.', mail: '20% off' }],
    ['the same day without its year', { entry: 'On 3 March 2026', mail: 'On Tuesday, March 3rd' }],
    ['the same number without its country', { entry: 'Call +43 (0)1 234 5678', mail: 'Call (01) 234 5678' }],
    ['the same address with UTM', { entry: 'https://www.bakery.example/rye/', mail: 'https://bakery.example/rye?utm_source=mail' }],
    ['a code in small letters', { entry: 'Use code SPRING20.', mail: 'Your code: spring20' }],
    ['a fact that a copy leaves out', { entry: 'Save 20 % until 7 March with code SPRING20.', mail: 'Bread is cheaper.' }],
    ['a fact that only a copy has', { entry: 'Bread is cheaper.', mail: 'Save 20 % until 7 March with code SPRING20.' }],
    ['one of several prices', { entry: 'Loaves for €4.50 and €5.20.', mail: 'Loaves from €4.50' }],
    ['another of several prices: nobody can tell', { entry: 'Loaves for €4.50 and €5.20.', mail: 'Loaves for €4.80' }],
    ['a price and the price before', { entry: 'Bread for €15.', mail: 'Bread: was €20, now €15.' }],
    ['a price in one text that is the price before in another', { entry: 'Bread for €20.', mail: 'Now €15 instead of €20.' }],
    ['a price and postage', { entry: 'Bread for €15.', mail: 'Delivery is €3.90.' }],
    ['a price and a least order', { entry: 'Bread for €15.', mail: 'Free for orders over €40.' }],
    ['a price and the price of a kilo', { entry: 'Bread for €4.50.', mail: 'That is €6.90/kg.' }],
    ['prices of two products', { entry: 'Rye loaf €4.50.', mail: 'Seeded roll €1.20.' }],
    ['prices in two currencies', { entry: 'Bread for €4.50.', mail: 'Bread for £4.20.' }],
    ['a discount and a share of something', { entry: 'Save 20 % on bread.', mail: 'Our bread is 80 % rye.' }],
    ['shares of two things', { entry: '80 % rye', mail: '20 % wheat' }],
    ['all natural and a discount', { entry: '100 % natural', picture: ['20 %'] }],
    ['a deadline and a day', { entry: 'Order until 3 March.', mail: 'Open day on 7 March.' }],
    ['several days', { entry: 'Courses on 3 March and 10 March.', mail: 'Course on 17 March.' }],
    ['the day of founding', { entry: 'Open day on 3 March.', mail: 'Baking since 4 May 1987.' }],
    ['several phone numbers', { entry: 'Shop 01 234 5678, office 01 234 5699', mail: 'Call 01 999 8888' }],
    ['addresses of two sites', { entry: 'https://bakery.example/rye', mail: 'https://partner.example/rye' }],
    ['what is in code', { entry: 'Save 20 %.', mail: 'Save 20 %.', post: 'See 15-percent-off.example/x' }],
    ['a line that was hardly readable', { entry: 'Save 15 %', picture: [['20 % OFF', 40]] }],
    ['words without numbers', { entry: 'Bread.', mail: 'Bread!', picture: ['Bread'] }],
    ['nothing at all', {}],
  ])('%s', (_, said) => {
    expect(told(said)).toEqual([]);
  }); // prettier-ignore
});

describe('a finding stands at the right place', () => {
  test('in a copy: its channel, its field and the words', () => {
    const [finding] = together({ entry: 'Save 20 %', mail: 'This week: save 15 % on bread.' });
    expect(finding).toMatchObject({ channel: 'email', quote: '15 %', place: { field: 'text', start: 16, end: 20 }, fix: null, severity: 'error' }); // prettier-ignore
  });

  test('in a picture: the picture, and the line in it', () => {
    const [finding] = together({ entry: 'Save 15 % today', picture: ['Bread', '20 %'] });
    expect(finding).toMatchObject({ quote: '', place: { field: 'cover' }, region: { x: 0, y: 0.1, width: 1, height: 0.1 } }); // prettier-ignore
    expect(finding?.channel).toBeUndefined();
  });

  test('two lines of a picture are read as one', () => {
    expect(told({ entry: '20 % off the rye loaf', picture: ['Rye loaf', '25 %'] })).toEqual([
      'fact.product entry: rye loaf: “25 %” in this picture, but “20 %” in the entry',
    ]);
  });
});

describe('within one text', () => {
  const alone = (entry: string, locale = 'en', today = '2026-11-26') =>
    checker
      .check({ ...subjectsOf({ entry, locale }).at(0), today } as SubjectInput)
      .map((finding) => {
        expectWords(finding);
        return finding;
      })
      .map(({ rule, quote }) => `${rule} ${quote}`);

  test.each<[string, string, string[]]>([
    ['en', 'On Monday, 3 March 2026 we open.', ['fact.weekday Monday, 3 March 2026']],
    ['en', 'On Tuesday, 3 March 2026 we open.', []],
    ['en', 'On 3 March 2026 (Tue) and 4 March 2026 (Fri)', ['fact.weekday 4 March 2026 (Fri']],
    ['de', 'Am Montag, dem 3. März 2026', ['fact.weekday Montag, dem 3. März 2026']],
    ['de', 'Di., 3.3.2026', []],
    ['fr', 'Le lundi 3 mars 2026', ['fact.weekday lundi 3 mars 2026']],
    ['es', 'El lunes, 3 de marzo de 2026', ['fact.weekday lunes, 3 de marzo de 2026']],
    ['en', 'On Sunday, 3 March', ['fact.weekday Sunday, 3 March']],
    ['en', 'On Monday, 3 March', []],
    ['en', 'On Wednesday, March 3rd', []],
  ])('a day of the week belongs to its date, %s: %s', (locale, entry, expected) => {
    expect(alone(entry, locale)).toEqual(expected);
  });

  test.each<[string, string[]]>([
    ['Was €20, now €15: 50 % off.', ['fact.discount 50 %']],
    ['Was €20, now €15: 25 % off.', []],
    ['Was €30, now €20: 33 % off.', []],
    ['Was €20, now €15: save €4!', ['fact.discount €4']],
    ['Was €20, now €15: save €5!', []],
    ['Save up to 50 %: was €20, now €15.', []],
    ['Was €20, now €15 or £13: 50 % off.', []],
    ['Our bread, now €15: 50 % off.', []],
  ])('prices and discount compute: %s', (entry, expected) => {
    expect(alone(entry)).toEqual(expected);
  });
});

test('a kit that does not ask compares nothing', () => {
  expect(factRules(brandKit.parse({}))).toEqual([]);
  expect(factRules(brandKit.parse({ facts: { kinds: ['phone'] } })).map(({ id }) => id)).toEqual(['fact.phone']);
}); // prettier-ignore

describe('the examples of the rules hold', () => {
  const examples = (kind: 'fail' | 'pass') =>
    factRules(brandKit.parse({ facts: { kinds: kit.facts?.kinds }, names: kit.names })).flatMap((rule) =>
      (rule.examples?.[kind] ?? []).map((example) => [rule.id, example, rule] as const),
    );
  const foundIn = (example: string, rule: ReturnType<typeof factRules>[number]) => {
    const [entry = '', mail] = example.split('\n---\n');
    const one = checkerOf({ key: rule.id, rules: [rule], settings: {} });
    const subjects = subjectsOf({ entry, ...(mail === undefined ? {} : { mail }) });
    return [...one.checkTogether(subjects), ...subjects.flatMap((subject) => one.check(subject))];
  };
  test.each(examples('fail'))('%s finds: %s', (id, example, rule) => {
    expect(foundIn(example, rule).map((finding) => finding.rule)).toEqual([id]);
  });
  test.each(examples('pass'))('%s passes: %s', (_, example, rule) => {
    expect(foundIn(example, rule)).toEqual([]);
  });
});
