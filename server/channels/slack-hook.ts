import type { NoAnswer } from '../../src/channels/outcomes/http';
import type { SlackRefusal } from '../../src/channels/outcomes/slack';
import { hostOfSecret } from '../../src/channels/settings/chats/secret-url';
import type { Outgoing } from '../http/outgoing';

/** What became of one message: `ok`, a refusal, or no answer that Slack gives. */
export type SlackAnswer =
  | { readonly kind: 'ok' }
  | { readonly kind: 'refused'; readonly refusal: SlackRefusal }
  | { readonly kind: 'no-answer'; readonly noAnswer: NoAnswer };

/** Posts JSON to an incoming webhook. Slack answers in plain text: `ok`, or one word that says why not. */
export async function slackPost(http: Outgoing, url: string, body: string): Promise<SlackAnswer> {
  const headers = { 'content-type': 'application/json' };
  const answer = await http.send({ method: 'POST', url, headers, body, timeout: 15_000 });
  if (answer.kind !== 'answered') return { kind: 'no-answer', noAnswer: answer };
  const said = answer.isWhole ? answer.bytes.toString('utf8').trim() : '';
  if (answer.status === 200 && said === 'ok') return { kind: 'ok' };
  if (answer.status >= 200 && answer.status <= 299) {
    const message = `${hostOfSecret(url)} gave an answer that is not that of Slack.`;
    return { kind: 'no-answer', noAnswer: { kind: 'lost', message } };
  }
  const word = /^\w{1,60}$/.test(said) ? said : '';
  const refusal = { status: answer.status, word, retryAfter: answer.headers['retry-after'] };
  return { kind: 'refused', refusal };
}
