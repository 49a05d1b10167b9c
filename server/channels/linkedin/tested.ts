import type { TestReport } from '../../../src/channels/schema';
import { linkedinRules } from '../../../src/channels/rules/linkedin';
import { versionOf } from '../../../src/channels/health/version';
import { isPage } from '../../../src/channels/settings/linkedin';
import type { Outgoing } from '../../http/outgoing';
import { failedReport } from '../report';
import { linkedinEnd, type LinkedinAccount } from './api';
import { myself, noAuthor, pageName, pagesOf } from './author';

/** So long before LinkedIn may switch the version off, a test says that the plugin should be updated. */
const early = 90 * 86_400_000;

/** Asks whose token it is and as whom it may post. Nothing is published. */
export async function testLinkedin(
  http: Outgoing,
  account: LinkedinAccount,
  now: () => number,
): Promise<TestReport> {
  const { author } = account.settings;
  const version = versionOf('linkedin', account.settings);
  const endsAt = version?.endsAt ?? Infinity;
  const day = endsAt < Infinity ? new Date(endsAt).toISOString().slice(0, 10) : null;
  const limits = [
    { label: 'Text', value: `up to ${linkedinRules.text.characters?.max} characters` },
    { label: 'Pictures', value: `up to ${linkedinRules.pictures.max}` },
    { label: 'Version of the API', value: `${version?.name}${day ? `, until ${day} at least` : ''}` },
  ];
  const ready = (name: string): string =>
    endsAt - now() > early
      ? `Signed in as ${name}. Posts can go out.`
      : `Signed in as ${name}. Posts can go out. From ${day} on LinkedIn may switch off the version of its API that this release of Presence speaks: update the plugin before.`;

  if (!isPage(account.settings)) {
    const answer = await myself(http, account, now);
    if (!answer.ok) return failedReport(linkedinEnd(answer, 'read', now()));
    const { name, author: own } = answer.value;
    const found = [{ label: 'Person', value: `${name}, ${own}` }, ...limits];
    if (author !== null && author !== own)
      return {
        state: 'reauthorise',
        message: `The access is that of ${name || own}, not of ${author}. Connect the channel as that person, or correct who posts.`,
        found,
      };
    return { state: 'ready', message: ready(name || own), found };
  }

  const answer = await pagesOf(http, account, now);
  if (!answer.ok) return failedReport(linkedinEnd(answer, 'read', now()));
  const pages: { readonly urn: string; readonly name: string }[] = [];
  for (const urn of answer.value.slice(0, 10))
    pages.push({ urn, name: await pageName(http, account, urn, now) });
  const found = [
    ...pages.map(({ urn, name }) => ({ label: 'Page', value: name ? `${name}, ${urn}` : urn })),
    ...limits,
  ];
  const chosen = author ?? (answer.value.length === 1 ? answer.value[0] : undefined);
  if (chosen === undefined) return failedReport(noAuthor(answer.value.length), found);
  if (!answer.value.includes(chosen))
    return {
      state: 'reauthorise',
      message: `The person who connected this channel may not post as ${chosen}. They have to be administrator or content administrator of the page; or enter one of those that are listed.`,
      found,
    };
  return { state: 'ready', message: ready(pages.find(({ urn }) => urn === chosen)?.name || chosen), found };
}
