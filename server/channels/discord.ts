import { z } from 'zod';
import type {
  Account,
  ChannelAdapter,
  Corrected,
  Correction,
  Delivery,
  Outcome,
  Published,
  Recalled,
} from '../../src/channels/channel';
import { wellFormed } from '../../src/channels/count';
import { discordText } from '../../src/channels/counters/chats/discord';
import { withAddresses, withLink } from '../../src/channels/counters/inline-links';
import { discordOutcome } from '../../src/channels/outcomes/discord';
import { noAnswerOutcome } from '../../src/channels/outcomes/http';
import { discordRules } from '../../src/channels/rules/chats/discord';
import { discordSecret } from '../../src/channels/settings/chats/discord';
import { hostOfSecret } from '../../src/channels/settings/chats/secret-url';
import type { Outgoing } from '../http/outgoing';
import { streamedForm } from '../http/streamed';
import { wantedBy } from '../pictures/renditions/wanted';
import type { Videos } from '../videos/open';
import { preparedVideo, type PreparedVideo } from '../videos/prepared';
import { corrected, goneSince, notCorrected } from './correct/corrected';
import { discordCall, discordValue, type DiscordAnswer } from './discord-hook';
import { Ended, leaseLost, outcomeOf } from './ended';
import { notDone, notSignedIn } from './not-done';
import type { PictureSource } from './pictures';
import { preparedPicture } from './prepared-picture';
import { failedReport } from './report';

export interface DiscordSources {
  readonly http: Outgoing;
  readonly pictures: PictureSource;
  readonly videos: Videos;
  readonly now: () => number;
}

const snowflake = z.string().regex(/^\d+$/);
const hook = z.object({
  id: snowflake,
  name: z.string().nullish(),
  guild_id: snowflake.nullish(),
  channel_id: snowflake.nullish(),
});
const message = z.object({ id: snowflake, channel_id: snowflake });

const longest = discordRules.text.characters?.max ?? Infinity;

/**
 * Discord by a webhook of one channel (docs.discord.com/developers/resources/webhook). It knows no key of ours and lists nothing, so a
 * message whose answer was lost is a person's to look for; once its id is known it can be deleted.
 */
export function discord({ http, pictures, videos, now }: DiscordSources): ChannelAdapter {
  return {
    kind: 'discord',
    inDoubt: 'ask',

    async test(account) {
      const url = urlOf(account);
      if (url === null) return failedReport(noUrl);
      const answer = await discordCall(http, url, { method: 'GET', answer: hook }, now);
      if (!answer.ok) return failedReport(outcomeOfAnswer(answer));
      const name = answer.value.name ?? '';
      const found = [
        { label: 'Server', value: hostOfSecret(url) },
        ...(name ? [{ label: 'Posts as', value: name }] : []),
        { label: 'Text', value: `up to ${longest} characters` },
        { label: 'Pictures', value: `up to ${discordRules.pictures.max}, or one video` },
      ];
      return { state: 'ready', message: 'The webhook is there. Messages can go out.', found };
    },

    async deliver(account, delivery) {
      const url = urlOf(account);
      return url === null ? noUrl : outcomeOf(() => delivered(url, delivery));
    },

    recall: (account, sent) => recalled(urlOf(account), sent),

    async correct(account, correction) {
      const url = urlOf(account);
      return url === null ? notSignedIn(noUrl) : outOf(url, correction);
    },
  };

  async function delivered(url: string, delivery: Delivery): Promise<Outcome> {
    const { copy, track, beat } = delivery;
    // Where it will stand, and whether the webhook is still there before any picture is made.
    const known = discordValue(
      await discordCall(http, url, { method: 'GET', answer: hook }, now),
      'read',
      now(),
    );
    const content = await contentOf(copy, track);
    if (content.length > longest)
      throw new Ended({
        kind: 'rejected',
        code: 'discord.too-long',
        message: `Discord takes ${longest} characters, the message has ${content.length}. Shorten it and schedule it again.`,
      });
    const film = copy.video ? await preparedVideo(copy.video, videos, discordRules, { beat }) : null;
    const form = film ? filmForm(content, film, copy.video?.alt ?? '') : await formOf(content, copy.pictures);
    if (!(await beat())) return leaseLost;
    const body = form ? { form } : { json: payload(content) };
    const answer = await discordCall(
      http,
      url,
      { method: 'POST', path: '?wait=true', ...body, answer: message },
      now,
    );
    const broken = answer.ok ? null : film?.broken();
    if (broken) return broken;
    const { id, channel_id } = discordValue(answer, 'write', now());
    const at = known.guild_id ? `https://discord.com/channels/${known.guild_id}/${channel_id}/${id}` : null;
    const limits = answer.ok && answer.limits.length > 0 ? { limits: answer.limits } : {};
    return { kind: 'delivered', remoteId: id, url: at, ...limits };
  }

  async function formOf(content: string, list: Delivery['copy']['pictures']): Promise<FormData | null> {
    if (list.length === 0) return null;
    const form = new FormData();
    const files: { readonly name: string; readonly file: Blob }[] = [];
    for (const picture of list) {
      const { bytes, mime } = await preparedPicture(picture, pictures, wantedBy(discordRules));
      const name = `picture-${files.length + 1}.${mime === 'image/gif' ? 'gif' : 'jpg'}`;
      files.push({ name, file: new Blob([new Uint8Array(bytes)], { type: mime }) });
    }
    const attachments = files.map(({ name }, id) => ({
      // A snowflake, which is written as text.
      id: String(id),
      filename: name,
      ...described(list[id]?.alt ?? ''),
    }));
    form.set('payload_json', JSON.stringify({ ...payload(content), attachments }));
    for (const [index, { name, file }] of files.entries()) form.set(`files[${index}]`, file, name);
    return form;
  }

  /** Pictures of a message stay where an edit does not name them. */
  async function outOf(url: string, { copy, track, remoteId }: Correction): Promise<Corrected> {
    const content = await contentOf(copy, track);
    const call = {
      method: 'PATCH',
      path: `/messages/${encodeURIComponent(remoteId)}`,
      json: payload(content),
      answer: message,
    } as const;
    const answer = await discordCall(http, url, call, now);
    if (answer.ok) return corrected('Discord');
    if ('refusal' in answer && answer.refusal.code === unknownMessage) return goneSince;
    return notCorrected(answer, outcomeOfAnswer(answer), 'Discord', now());
  }

  async function recalled(url: string | null, { remoteId }: Published): Promise<Recalled> {
    if (url === null) return notSignedIn(noUrl, stillThere.still);
    const path = `/messages/${encodeURIComponent(remoteId)}`;
    const answer = await discordCall(http, url, { method: 'DELETE', path, answer: z.null() }, now);
    if (answer.ok) return { kind: 'recalled', code: '', message: 'The message was deleted on Discord.' };
    if ('refusal' in answer && answer.refusal.code === unknownMessage)
      return { kind: 'gone', code: '', message: 'The message was not there any more.' };
    return notDone(answer, outcomeOfAnswer(answer), stillThere, now());
  }

  function outcomeOfAnswer(answer: Extract<DiscordAnswer<unknown>, { ok: false }>): Outcome {
    return 'refusal' in answer
      ? discordOutcome(answer.refusal, 'read', now())
      : noAnswerOutcome(answer.noAnswer, 'read');
  }
}

const contentOf = async (copy: Delivery['copy'], track: Delivery['track']): Promise<string> =>
  discordText(await withAddresses(wellFormed(withLink(copy.text, copy.link)), track));

/** A message with one file, which is read while it is sent. */
const filmForm = (content: string, { name, mime, length, chunks }: PreparedVideo, alt: string) =>
  streamedForm(
    {
      payload_json: JSON.stringify({
        ...payload(content),
        attachments: [{ id: '0', filename: name, ...described(alt) }],
      }),
    },
    { ...{ field: 'files[0]', name, type: mime }, length, chunks },
  );

function described(alt: string): { readonly description?: string } {
  const description = wellFormed(alt.trim());
  return description ? { description } : {};
}

/** Nobody is pinged by what an entry says (docs.discord.com/developers/resources/message, Allowed Mentions Object). */
const payload = (content: string) => ({ content, allowed_mentions: { parse: [] } });

const unknownMessage = 10_008;

const stillThere = {
  code: 'discord.still-there',
  still: 'The message is still on Discord.',
  inDoubt: 'Whether the message is still on Discord is not known.',
};

const urlOf = ({ secret }: Account): string | null =>
  discordSecret.safeParse(secret).data?.webhookUrl ?? null;

const noUrl = {
  kind: 'reauthorise',
  code: 'channel.no-secret',
  message:
    'The channel has no address of a webhook that can be read. Copy it from the settings of the Discord channel under Integrations, and enter it here.',
} as const satisfies Outcome;
