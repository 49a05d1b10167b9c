import type { Account, ChannelAdapter, Delivery, Outcome, Recalled } from '../../src/channels/channel';
import { wellFormed } from '../../src/channels/count';
import { withAddresses, withLink } from '../../src/channels/counters/inline-links';
import { slackText } from '../../src/channels/counters/chats/slack';
import { noAnswerOutcome, type Phase } from '../../src/channels/outcomes/http';
import { slackOutcome } from '../../src/channels/outcomes/slack';
import { slackRules } from '../../src/channels/rules/chats/slack';
import { hostOfSecret } from '../../src/channels/settings/chats/secret-url';
import { slackSecret } from '../../src/channels/settings/chats/slack';
import type { Outgoing } from '../http/outgoing';
import { leaseLost } from './ended';
import { failedReport } from './report';
import { sentOf } from './sent';
import { slackPost, type SlackAnswer } from './slack-hook';

export interface SlackSources {
  readonly http: Outgoing;
  /** The address of a picture as the outside world reaches it: Slack fetches it. */
  readonly absolute: (url: string) => Promise<string>;
  readonly now: () => number;
}

const longest = slackRules.text.characters?.max ?? Infinity;

/**
 * Slack by an incoming webhook (docs.slack.dev/messaging/sending-messages-using-incoming-webhooks). It answers `ok` and no id: what was
 * posted can be neither found, changed nor deleted by it, so a doubt is a person's to settle, and taking back is done in Slack.
 */
export function slack({ http, absolute, now }: SlackSources): ChannelAdapter {
  const outcomeOf = (answer: Exclude<SlackAnswer, { kind: 'ok' }>, phase: Phase): Outcome =>
    answer.kind === 'refused'
      ? slackOutcome(answer.refusal, phase, now())
      : noAnswerOutcome(answer.noAnswer, phase);

  return {
    kind: 'slack',
    inDoubt: 'ask',

    /** Sends a message without words. Slack refuses it with `no_text` where the webhook is right, so nothing is posted. */
    async test(account) {
      const url = urlOf(account);
      if (url === null) return failedReport(noUrl);
      const answer = await slackPost(http, url, JSON.stringify({ text: '' }));
      const isThere = answer.kind === 'refused' && answer.refusal.word === 'no_text';
      if (!isThere && answer.kind !== 'ok') return failedReport(outcomeOf(answer, 'read'));
      const found = [
        { label: 'Server', value: hostOfSecret(url) },
        { label: 'Text', value: `up to ${longest} characters` },
        { label: 'Pictures', value: `up to ${slackRules.pictures.max}` },
      ];
      return { state: 'ready', message: 'The webhook is there. Messages can go out.', found };
    },

    async deliver(account, delivery) {
      const url = urlOf(account);
      if (url === null) return noUrl;
      const text = await textOf(delivery);
      if (text.length > longest)
        return {
          kind: 'rejected',
          code: 'slack.too-long',
          message: `Slack takes ${longest} characters, the message has ${text.length}. Shorten it and schedule it again.`,
        };
      const body = JSON.stringify(await payloadOf(text, delivery));
      if (!(await delivery.beat())) return leaseLost;
      const sent = sentOf(body);
      const answer = await slackPost(http, url, body);
      return answer.kind === 'ok'
        ? { kind: 'delivered', remoteId: delivery.publication, url: null, sent }
        : { ...outcomeOf(answer, 'write'), sent };
    },

    async recall(): Promise<Recalled> {
      return {
        kind: 'kept',
        code: 'slack.not-deletable',
        message:
          'A webhook of Slack cannot delete what it posted, so it was left there. Delete the message in Slack by hand.',
      };
    },
  };

  async function payloadOf(text: string, { copy }: Delivery): Promise<object> {
    if (copy.pictures.length === 0) return { text };
    const images = await Promise.all(
      copy.pictures.map(async ({ url, alt }) => ({
        type: 'image',
        image_url: await absolute(url),
        alt_text: wellFormed(alt.trim()),
      })),
    );
    const words = text === '' ? [] : [{ type: 'section', text: { type: 'mrkdwn', text } }];
    // `text` is what notifications and screen readers say.
    return { text: text || images.map((one) => one.alt_text).join('. '), blocks: [...words, ...images] };
  }
}

const textOf = async ({ copy, track }: Delivery): Promise<string> =>
  slackText(await withAddresses(wellFormed(withLink(copy.text, copy.link)), track));

const urlOf = ({ secret }: Account): string | null => slackSecret.safeParse(secret).data?.webhookUrl ?? null;

const noUrl = {
  kind: 'reauthorise',
  code: 'channel.no-secret',
  message:
    'The channel has no address of a webhook that can be read. Copy it from the Slack app under Incoming Webhooks, and enter it here.',
} as const satisfies Outcome;
