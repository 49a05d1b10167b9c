import { z } from 'zod';
import { blueskyOutcome } from '../../src/channels/outcomes/bluesky';
import { noAnswerOutcome } from '../../src/channels/outcomes/http';
import { channelRules } from '../../src/channels/rules';
import type { TestReport } from '../../src/channels/schema';
import type { Outgoing } from '../http/outgoing';
import type { BlueskyAccount, BlueskySession, BlueskySessions } from './bluesky-session';
import { xrpc } from './bluesky-xrpc';
import { failedReport } from './report';

/** Logs in, which is the only proof of a password, and tells whose account it is. Nothing is published. */
export async function testBluesky(
  http: Outgoing,
  sessions: BlueskySessions,
  account: BlueskyAccount | null,
  now: () => number,
): Promise<TestReport> {
  if (!account)
    return {
      state: 'reauthorise',
      message: 'Enter an app password: in Bluesky, Settings, Privacy and security, App passwords.',
      found: [],
    };
  const earlier = await sessions.current(account);
  const signedIn = await sessions.signIn(account);
  if (!signedIn.ok) {
    const outcome =
      'refusal' in signedIn
        ? blueskyOutcome(signedIn.refusal, 'read', now())
        : noAnswerOutcome(signedIn.noAnswer, 'read');
    const isClosed =
      outcome.kind === 'reauthorise' && earlier !== null && (await isClosedAccount(http, earlier));
    return isClosed ? closedReport : failedReport(outcome);
  }
  const { did, handle, service } = signedIn.value;
  const profile = await xrpc(http, {
    service,
    method: 'com.atproto.repo.getRecord',
    query: { repo: did, collection: 'app.bsky.actor.profile', rkey: 'self' },
    answer: z.object({ value: z.object({ displayName: z.string().optional() }) }),
  });
  const displayName = profile.ok ? profile.value.value.displayName : undefined;
  const { text, pictures } = channelRules.bluesky;
  return {
    state: 'ready',
    message: `Signed in as @${handle}. Posts can go out.`,
    found: [
      { label: 'Account', value: `@${handle}` },
      ...(displayName ? [{ label: 'Name', value: displayName }] : []),
      { label: 'Server', value: new URL(service).host },
      { label: 'Text', value: `up to ${text.graphemes?.max} characters` },
      {
        label: 'Pictures',
        value: `up to ${pictures.max}, ${Math.floor((pictures.bytes?.max ?? 0) / 1024)} KB each`,
      },
    ],
  };
}

/** For an app password the server answers to a closed account as to a wrong password; its public status tells them apart. */
async function isClosedAccount(http: Outgoing, { did, service }: BlueskySession): Promise<boolean> {
  const status = await xrpc(http, {
    service,
    method: 'com.atproto.sync.getRepoStatus',
    query: { did },
    answer: z.object({ active: z.boolean() }),
  });
  return status.ok && !status.value.active;
}

const closedReport: TestReport = {
  state: 'blocked',
  message: 'Bluesky has closed this account. Sign in at Bluesky to see why, then test the channel again.',
  found: [],
};
