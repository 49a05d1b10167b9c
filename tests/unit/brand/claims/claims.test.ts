import german from '../../../../admin/translations/findings.de.json';
import english from '../../../../admin/translations/findings.en.json';
import { holdsDisclaimer } from '../../../../src/brand/claims/disclaimer';
import { claimRules } from '../../../../src/brand/claims/rules';
import { checkerOf } from '../../../../src/brand/engine/checker';
import { contentOfCopy } from '../../../../src/brand/engine/copy-content';
import type { PictureFacts } from '../../../../src/brand/pictures/schema';
import { brandKit, type Finding } from '../../../../src/brand/schema';
import { readContent } from '../../../../src/content/read';
import { article, parts, photo } from '../../content/builders';

const number = 'Certified by AT-BIO-301, controlled once a year';
const organic = {
  key: 'organic',
  patterns: ['certified organic', 'organic* bread'],
  evidence: 'https://bakery.example/certificate.pdf',
  disclaimer: number,
  validUntil: '2026-12-31',
  reason: 'The certificate asks for its number.',
};

interface Said {
  readonly body: string;
  readonly channel?: 'email' | 'bluesky';
  readonly locale?: string;
  readonly today?: string | null;
  readonly picture?: readonly string[];
}

const filled = (sentence: string, values: Readonly<Record<string, string | number>> = {}): string =>
  sentence.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => String(values[name]));

function findings(claim: object, { body, channel, locale = 'en', today = '2026-11-26', picture }: Said): Finding[] {
  const rules = claimRules(brandKit.parse({ claims: [claim] }));
  const checker = checkerOf({ key: 'claims', rules, settings: {} });
  const texts = picture?.map((text) => ({ text, confidence: 90, region: { x: 0, y: 0, width: 1, height: 0.2 }, contrast: null }));
  const found = checker.check({
    content: channel
      ? contentOfCopy({ text: body, link: null, pictures: [], edited: true }, channel)
      : readContent(article, parts, { body, cover: picture ? photo() : null }),
    channel: channel ? { key: channel, kind: channel, name: 'Newsletter' } : null,
    locale,
    today,
    pictures: new Map(texts ? [['rye_1a2b', { texts } as unknown as PictureFacts]] : []),
  });
  expect(checker.faults()).toEqual([]);
  for (const { message, words } of found) {
    const key = `presence.finding.${words?.key ?? ''}` as keyof typeof english;
    expect(filled(english[key], words?.values)).toBe(message);
    expect(filled(german[key], words?.values)).toMatch(/^[^{}]+[.?]$/);
  }
  return found;
} // prettier-ignore

const told = (claim: object, said: Said): string[] =>
  findings(claim, said).map(({ words, severity, quote }) => `${words?.key ?? ''} ${severity}: ${quote}`);

describe('a claim of the registry', () => {
  test.each<[string, object, Said, string[]]>([
    ['is fine with all that belongs to it', organic, { body: `Certified organic rye. ${number}.` }, []],
    ['needs its disclaimer', organic, { body: 'Certified organic rye.' }, ['claim.disclaimer error: Certified organic']],
    ['needs its disclaimer once', organic, { body: 'Certified organic rye, certified organic wheat.' }, ['claim.disclaimer error: Certified organic']],
    ['is known by each of its patterns', organic, { body: 'Our organically baked, or organic bread.' }, ['claim.disclaimer error: organic bread']],
    ['may have its disclaimer with a typing error', organic, { body: `Certified organic. Certifed by AT-BIO-301, controlled once a year.` }, []],
    ['may have its disclaimer in another paragraph', organic, { body: `Certified organic rye.\n\nBread.\n\n${number}` }, []],
    ['may have its disclaimer in a picture', organic, { body: 'Certified organic rye.', picture: [number] }, []],
    ['is found in a picture too', organic, { body: 'Rye.', picture: ['CERTIFIED ORGANIC'] }, ['claim.disclaimer error: ']],
    ['ends after its last day', organic, { body: `Certified organic rye. ${number}.`, today: '2027-01-01' }, ['claim.expired error: Certified organic']],
    ['holds on its last day', organic, { body: `Certified organic rye. ${number}.`, today: '2026-12-31' }, []],
    ['is not judged by days where nobody knows the day', organic, { body: `Certified organic rye. ${number}.`, today: null }, []],
    ['is only said where it is allowed', { ...organic, allowedChannels: ['entry'] }, { body: `Certified organic. ${number}.`, channel: 'email' }, ['claim.channel error: Certified organic']],
    ['may be kept from the website', { ...organic, allowedChannels: ['email'] }, { body: `Certified organic. ${number}.` }, ['claim.entry error: Certified organic']],
    ['is fine on a channel that is allowed', { ...organic, allowedChannels: ['email'] }, { body: `Certified organic. ${number}.`, channel: 'email' }, []],
    ['is only said in the languages that are allowed', { ...organic, allowedLocales: ['de'] }, { body: `Certified organic. ${number}.` }, ['claim.locale error: Certified organic']],
    ['is fine in a country of an allowed language', { ...organic, allowedLocales: ['en'] }, { body: `Certified organic. ${number}.`, locale: 'en-GB' }, []],
    ['is forbidden at each place', { ...organic, allowedChannels: ['email'] }, { body: 'Certified organic rye, certified organic wheat.' }, ['claim.entry error: Certified organic', 'claim.entry error: certified organic']],
    ['without a proof in the kit is a suggestion', { ...organic, evidence: null }, { body: `Certified organic. ${number}.` }, ['claim.evidence suggestion: Certified organic']],
    ['is not read in code or addresses', organic, { body: '`certified organic` https://x.example/certified organic-bread' }, []],
  ])('%s', (_, claim, said, expected) => {
    expect(told(claim, said)).toEqual(expected);
  }); // prettier-ignore

  test('its finding links the proof', () => {
    expect(findings(organic, { body: 'Certified organic.' })).toMatchObject([
      { rule: 'claim/organic', link: 'https://bakery.example/certificate.pdf' },
    ]);
  });

  test('its finding in a picture has the region of the line', () => {
    expect(findings(organic, { body: 'Rye.', picture: ['CERTIFIED ORGANIC'] })).toMatchObject([
      { place: { field: 'cover' }, region: { x: 0, y: 0, width: 1, height: 0.2 } },
    ]);
  });

  test('the examples of its rule hold', () => {
    const [rule] = claimRules(brandKit.parse({ claims: [organic] }));
    for (const example of rule?.examples?.fail ?? [])
      expect(told(organic, { body: example })).toHaveLength(1);
    for (const example of rule?.examples?.pass ?? []) expect(told(organic, { body: example })).toEqual([]);
    expect(rule?.examples?.fail).toHaveLength(1);
  });
});

describe('a disclaimer stands there, give or take small differences', () => {
  test.each<[string, boolean]>([
    [number, true],
    [`“CERTIFIED BY AT-BIO-301 – controlled once a year.”`, true],
    ['Certified by AT BIO 301, controled once a year', true],
    ['Certified by AT-BIO-301, controlled once each year', true],
    ['And: Certified\u00a0by AT-BIO-301,\ncontrolled once a year. Bread.', true],
    ['Certified by AT-BIO-301', false],
    ['Controlled once a year, certified by AT-BIO-301', false],
    ['Controlled by nobody, certified once by the year', false],
    ['', false],
  ])('%j: %s', (text, expected) => {
    expect(holdsDisclaimer(text, number)).toBe(expected);
  });

  test('a text of nothing but its words is read in bounded time', () => {
    const words = number.split(' ');
    const text = Array.from({ length: 200_000 }, (_, at) => words[(at * 7) % words.length]).join(' ');
    expect(holdsDisclaimer(text, number)).toBe(false);
  });
});
