import type { QuoteOf, Subject, SubjectRule } from '../../engine/rule';
import { foldPhrase } from '../../fold';
import type { BrandKit, Finding, Fix, Words } from '../../schema';
import { findingAt } from '../finding';
import { emptyTexts } from './empty-texts';
import { isOneOf, linksOf, type FoundLink } from './found-links';

type Policy = NonNullable<BrandKit['links']>;

interface Remark {
  readonly message: string;
  readonly words: Words;
  readonly fix?: Fix | null;
}

/** What links must be like. */
export function linkRules({ links: policy }: BrandKit): readonly SubjectRule[] {
  if (!policy) return [];
  return [
    ...(policy.httpsOnly ? [httpsRule(policy)] : []),
    ...(policy.forbidden.length + policy.allowed.length > 0 ? [domainRule(policy)] : []),
    ...(policy.utmOn.length > 0 && policy.own.length > 0 ? [utmRule(policy)] : []),
    textRule(policy),
    ...(policy.alive ? [aliveRule(policy)] : []),
  ];
}

/** A rule that says something of single links. */
function linkRule(
  facts: Omit<SubjectRule, 'kind' | 'find'>,
  remarkOn: (link: FoundLink, subject: Subject, quote: string) => Remark | null,
): SubjectRule {
  const { id: rule, severity } = facts;
  const find = (subject: Subject, quoteOf: QuoteOf): readonly Finding[] =>
    linksOf(subject).flatMap((link) => {
      const remark = remarkOn(link, subject, quoteOf(link.place));
      return remark ? findingAt(link.place, quoteOf, { rule, severity, ...remark }) : [];
    });
  return { ...facts, kind: 'subject', find };
}

const httpsRule = ({ severity }: Policy): SubjectRule =>
  linkRule(
    {
      id: 'link.http',
      severity,
      explanation: 'Links go over https: browsers warn of http, and everybody on the way can read it.',
      examples: { fail: ['[Rye](http://bakery.example/rye)'], pass: ['[Rye](https://bakery.example/rye)'] },
    },
    ({ href, protocol }, _subject, quote) => {
      if (protocol !== 'http') return null;
      const instead = href.replace(/^\s*http:/i, 'https:');
      const isOnce = quote.split(href).length === 2;
      return {
        message: `“${href}” goes over http. Link to ${instead}, if it answers there.`,
        words: { key: 'link.http', values: { href, instead } },
        fix: isOnce ? { label: 'Link to https', replacement: quote.replace(href, () => instead) } : null,
      };
    },
  );

const domainRule = ({ severity, forbidden, allowed, own }: Policy): SubjectRule => {
  const bad = forbidden[0]?.replace('*.', '') ?? 'elsewhere.example';
  const good = own[0] ?? allowed[0];
  return linkRule(
    {
      id: 'link.domain',
      severity,
      explanation: 'Links lead only to domains that the business chose.',
      examples: {
        fail: [`[Rye](https://${bad}/rye)`],
        pass: good ? [`[Rye](https://${good.replace('*.', '')}/rye)`] : ['[Rye](/rye)'],
      },
    },
    ({ href, host }) => {
      if (host === null) return null;
      if (isOneOf(host, forbidden))
        return {
          message: `“${href}” leads to ${host}, which we do not link to. Choose another page.`,
          words: { key: 'link.forbidden', values: { href, host } },
        };
      if (allowed.length === 0 || isOneOf(host, allowed) || isOneOf(host, own)) return null;
      return {
        message: `“${href}” leads to ${host}, which is not among the domains that we link to. Choose another page, or have the domain added.`,
        words: { key: 'link.not-allowed', values: { href, host } },
      };
    },
  );
};

const utmRule = ({ severity, own, utmOn, utmRequired }: Policy): SubjectRule => {
  const home = `https://${own[0]?.replace('*.', '') ?? 'bakery.example'}`;
  return linkRule(
    {
      id: 'link.utm',
      severity,
      scope: { channels: utmOn as NonNullable<SubjectRule['scope']>['channels'] & object },
      explanation: 'Links to our own site say where they were put, so that visits can be told apart.',
      examples: {
        fail: [`Order at ${home}/order`],
        pass: [`Order at ${home}/order?${utmRequired.map((name) => `${name}=x`).join('&')}`],
      },
    },
    ({ href, host, parameters }, { tags }) => {
      if (host === null || !isOneOf(host, own)) return null;
      const isTagged = tags !== null && isOneOf(host, tags.domains.map((domain) => `*.${domain}`)); // prettier-ignore
      const added = isTagged ? tags.names : [];
      const missing = utmRequired.filter((name) => !parameters.has(name) && !added.includes(name));
      if (missing.length === 0) return null;
      const names = missing.join(', ');
      return {
        message: `“${href}” lacks ${names}. Add what is missing to the address.`,
        words: { key: 'link.utm', values: { href, names } },
      };
    },
  );
};

const textRule = ({ severity, emptyTexts: more }: Policy): SubjectRule => {
  const empty = new Set([...emptyTexts, ...more].map((text) => foldPhrase(text).lower));
  return linkRule(
    {
      id: 'link.text',
      severity,
      explanation:
        'The text of a link says where it leads, also to somebody who hears only the links of a page.',
      examples: {
        fail: ['[Click here](https://bakery.example/rye)', '[](https://bakery.example/rye)'],
        pass: ['[How we bake rye](https://bakery.example/rye)'],
      },
    },
    ({ href, text, place }) => {
      const said = text.trim();
      if (place.field === 'link' && said === '') return null;
      if (said === '')
        return {
          message: `The link to “${href}” has no text. Say where it leads.`,
          words: { key: 'link.no-text', values: { href } },
        };
      const bare = foldPhrase(said).lower.replace(/[^\p{L}\p{N}]+$|^[^\p{L}\p{N}]+/gu, '');
      if (!empty.has(bare)) return null;
      return {
        message: `“${said}” does not say where the link leads. Name what is there.`,
        words: { key: 'link.empty-text', values: { said } },
      };
    },
  );
};

const aliveRule = ({ severity }: Policy): SubjectRule =>
  linkRule(
    {
      id: 'link.alive',
      severity,
      runs: 'server',
      explanation: 'Links lead to pages that answer. The server asks them, and remembers what they said.',
      examples: { fail: ['[Rye](https://dead.example/rye)'], pass: ['[Rye](https://alive.example/rye)'] },
    },
    ({ href }, { links }) =>
      links.get(href) === 'dead'
        ? {
            message: `“${href}” does not answer, or answers with an error. Correct the address, or remove the link.`,
            words: { key: 'link.dead', values: { href } },
          }
        : null,
  );
