import { noAnswerOutcome } from '../../../src/channels/outcomes/http';
import { linkedinOutcome } from '../../../src/channels/outcomes/linkedin';
import type { Answered, Outgoing } from '../../http/outgoing';
import type { Body } from '../../http/streamed';
import { Ended } from '../ended';
import { refusalOf, type LinkedinAccount } from './api';

interface Upload {
  /** As an answer of LinkedIn named it. */
  readonly url: string;
  readonly mime: string;
  readonly body: Body;
  /** Milliseconds. */
  readonly timeout: number;
}

/** Puts bytes where LinkedIn said that they go; where they are not taken, the delivery ends. Nothing is published by it. */
export async function putOnLinkedin(
  http: Outgoing,
  account: LinkedinAccount,
  { url, mime, body, timeout }: Upload,
  now: () => number,
): Promise<Answered> {
  const answer = await http.send({
    ...{ method: 'PUT', url, body, timeout },
    headers: {
      'content-type': mime,
      ...(isTheirs(url, account) ? { authorization: `Bearer ${account.accessToken}` } : {}),
    },
  });
  if (answer.kind !== 'answered') throw new Ended(noAnswerOutcome(answer, 'read'));
  if (answer.status < 200 || answer.status > 299)
    throw new Ended(linkedinOutcome(refusalOf(answer, now()), 'read', now()));
  return answer;
}

/** The token goes to LinkedIn alone, whatever address an answer names. */
function isTheirs(address: string, { settings }: LinkedinAccount): boolean {
  const { protocol, hostname, origin } = new URL(address);
  return (
    origin === new URL(settings.server).origin ||
    (protocol === 'https:' && (hostname === 'linkedin.com' || hostname.endsWith('.linkedin.com')))
  );
}
