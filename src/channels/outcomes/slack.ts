import type { Outcome } from '../channel';
import { own } from '../../shared/own';
import { retryAfter, type Phase } from './http';
import { tooMany } from './limits';

/** A refusal of an incoming webhook: a status, and one word as plain text (docs.slack.dev, "Handling errors" of incoming webhooks). */
export interface SlackRefusal {
  readonly status: number;
  /** The word, such as `no_service`; empty where the body was something else. */
  readonly word: string;
  readonly retryAfter: string | undefined;
}

type Known = 'gone' | 'archived' | 'forbidden';

const words: Readonly<Record<string, Known>> = {
  no_service: 'gone',
  no_service_id: 'gone',
  no_active_hooks: 'gone',
  no_team: 'gone',
  team_disabled: 'gone',
  channel_not_found: 'gone',
  channel_is_archived: 'archived',
  invalid_token: 'forbidden',
  action_prohibited: 'forbidden',
  posting_to_general_channel_denied: 'forbidden',
};

/** What to do after a refusal of Slack. */
export function slackOutcome(
  { status, word, retryAfter: header }: SlackRefusal,
  phase: Phase,
  now: number,
): Outcome {
  const known = own(words, word);
  if (known === 'gone' || (status === 404 && known === undefined))
    return {
      kind: 'blocked',
      code: 'slack.webhook-gone',
      message:
        'Slack does not know this webhook any more: somebody removed it, its app or its channel. Make a new one in the app under Incoming Webhooks, and enter its address here.',
    };
  if (known === 'archived' || status === 410)
    return {
      kind: 'blocked',
      code: 'slack.channel-archived',
      message:
        'The channel was archived in Slack. Bring it back there, or make a webhook to another channel.',
    };
  if (known === 'forbidden' || status === 401 || status === 403)
    return {
      kind: 'reauthorise',
      code: 'slack.forbidden',
      message: `Slack does not let this webhook post (${word || `status ${status}`}). Ask an administrator of the workspace, or make a new webhook and enter its address here.`,
    };
  if (status === 429)
    return tooMany(
      {
        code: 'slack.too-many',
        what: 'Slack takes no more messages here',
        after: retryAfter(header, now) ?? null,
      },
      now,
    );
  if (status >= 500)
    return {
      kind: phase === 'write' ? 'unknown' : 'retry',
      code: 'slack.server-error',
      message: `Slack failed (status ${status}).`,
    };
  if (status >= 300 && status <= 399)
    return {
      kind: 'rejected',
      code: 'slack.redirect',
      message: `The address redirects (status ${status}), and redirects are not followed. Enter the address of the webhook as Slack shows it.`,
    };
  return {
    kind: 'rejected',
    code: 'slack.refused',
    message: `Slack refused this message (${word || `status ${status}`}). Change the text or the pictures and schedule it again.`,
  };
}
