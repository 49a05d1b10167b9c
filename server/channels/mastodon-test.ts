import { z } from 'zod';
import { mastodonOutcome } from '../../src/channels/outcomes/mastodon';
import { noAnswerOutcome } from '../../src/channels/outcomes/http';
import type { TestReport } from '../../src/channels/schema';
import { mastodonScopes } from '../../src/channels/settings/mastodon';
import type { Outgoing } from '../http/outgoing';
import { mastodonCall, type MastodonAccount, type MastodonAnswer } from './mastodon-api';
import type { MastodonInstances } from './mastodon-instance';
import { failedReport } from './report';

const me = z.object({
  acct: z.string(),
  display_name: z.string().catch(''),
  followers_count: z.int().catch(0),
});
/** Since Mastodon 4.3 a server tells what a token may do; older ones do not. */
const app = z.object({ scopes: z.array(z.string()).optional().catch(undefined) });

/** Asks whose token it is, what it may do, and what the server takes. Nothing is published. */
export async function testMastodon(
  http: Outgoing,
  instances: MastodonInstances,
  account: MastodonAccount | null,
  now: () => number,
): Promise<TestReport> {
  if (!account)
    return {
      state: 'reauthorise',
      message:
        'Connect the channel in its form. Or enter an access token: in Mastodon, Preferences, Development, New application, then “Your access token”.',
      found: [],
    };
  const call = <T>(path: string, answer: z.ZodType<T>) => mastodonCall(http, account, { path, answer }, now);
  const known = await call('/api/v1/accounts/verify_credentials', me);
  if (!known.ok) return refused(known, now());
  const server = await instances(account, true);
  if (!server.ok) return refused(server, now());
  const application = await call('/api/v1/apps/verify_credentials', app);
  const scopes = application.ok ? application.value.scopes : undefined;
  const missing = scopes ? mastodonScopes.filter((scope) => !covers(scopes, scope)) : [];
  const { domain, version, configuration } = server.value;
  const host = domain || new URL(account.settings.instance).host;
  const name = `@${known.value.acct.includes('@') ? known.value.acct : `${known.value.acct}@${host}`}`;
  const found = [
    { label: 'Account', value: name },
    ...(known.value.display_name ? [{ label: 'Name', value: known.value.display_name }] : []),
    { label: 'Followers', value: String(known.value.followers_count) },
    { label: 'Server', value: version ? `${host}, Mastodon ${version}` : host },
    { label: 'Text', value: `up to ${configuration.statuses.max_characters} characters` },
    { label: 'Pictures', value: `up to ${configuration.statuses.max_media_attachments}` },
    ...(scopes ? [{ label: 'The token may', value: scopes.join(', ') }] : []),
  ];
  if (missing.length > 0)
    return {
      state: 'reauthorise',
      message: `The access token may not do everything: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing. Connect the channel again, or make a new application in Mastodon with these scopes and enter its token here.`,
      found,
    };
  return { state: 'ready', message: `Signed in as ${name}. Posts can go out.`, found };
}

/** `write` covers `write:statuses`. */
const covers = (scopes: readonly string[], scope: string): boolean =>
  scopes.includes(scope) || scopes.includes(scope.split(':')[0] ?? scope);

const refused = (answer: Exclude<MastodonAnswer<unknown>, { ok: true }>, now: number): TestReport =>
  failedReport(
    'refusal' in answer
      ? mastodonOutcome(answer.refusal, 'read', now)
      : noAnswerOutcome(answer.noAnswer, 'read'),
  );
