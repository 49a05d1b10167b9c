import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ChannelKind } from '../../../../src/channels/schema';
import { checkerOf } from '../../../../src/brand/engine/checker';
import { contentOfCopy } from '../../../../src/brand/engine/copy-content';
import type { LinkState, Rule } from '../../../../src/brand/engine/rule';
import { withDictionaries } from '../../../../src/brand/house/spelling/dictionaries';
import type { Finding } from '../../../../src/brand/schema';
import { readContent } from '../../../../src/content/read';
import { article, parts, photo } from '../../content/builders';

/** The English dictionary, as the server hands it in. */
export function withEnglish(): void {
  const folder = dirname(require.resolve('dictionary-en'));
  const file = (name: string) => readFileSync(join(folder, name), 'utf8');
  withDictionaries([
    { locale: 'en', read: () => ({ locale: 'en', aff: file('index.aff'), dic: file('index.dic') }) },
  ]);
}

/** What stands between two lines of `---` are other fields: `title: Rye is back`. */
function documentOf(example: string): Record<string, unknown> {
  const [, head, body] = /^---\n([^]*?)\n---\n([^]*)$/.exec(example) ?? [null, '', example];
  const fields = Object.fromEntries(
    (head ?? '').split('\n').flatMap((line) => {
      const [name = '', value] = line.split(': ');
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return { ...fields, ...(fields.cover ? { cover: photo({ name: fields.cover }) } : {}), body };
}

/** What one rule says of an example: of a copy where the rule is for a channel, else of an entry's Markdown. */
export function findingsIn(example: string, rule: Rule): Finding[] {
  const checker = checkerOf({ key: rule.id, rules: [rule], settings: {} });
  const kind = rule.scope?.channels?.find((one): one is ChannelKind => one !== 'entry');
  const content = kind
    ? contentOfCopy({ text: example, link: null, pictures: [], edited: true }, kind)
    : readContent(article, parts, documentOf(example));
  const links = new Map<string, LinkState>(
    content.links.map(({ href }) => [href, href.includes('//dead.') ? 'dead' : 'alive']),
  );
  const findings = checker.check({
    content,
    links,
    uid: rule.scope?.uids?.[0] ?? article.uid,
    locale: rule.scope?.locales?.[0] ?? 'en',
    channel: kind ? { key: 'c1', kind, name: 'Bakery' } : null,
  });
  expect(checker.faults()).toEqual([]);
  return findings;
}
