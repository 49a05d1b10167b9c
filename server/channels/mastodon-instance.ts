import { z } from 'zod';
import type { Outgoing } from '../http/outgoing';
import { mastodonCall, type MastodonAccount, type MastodonAnswer } from './mastodon-api';

const most = z.int().min(1);

/** What a server takes (docs.joinmastodon.org/entities/Instance); what it leaves out is as an untouched server has it. */
const instance = z.object({
  domain: z.string().catch(''),
  title: z.string().catch(''),
  version: z.string().catch(''),
  configuration: z.object({
    statuses: z.object({
      max_characters: most.catch(500),
      max_media_attachments: most.catch(4),
      characters_reserved_per_url: most.catch(23),
    }),
    media_attachments: z
      .object({
        image_size_limit: most.catch(16 * 1_048_576),
        video_size_limit: most.catch(99 * 1_048_576),
        description_limit: most.catch(1_500),
        /** Empty: the server does not say. */
        supported_mime_types: z.array(z.string()).catch([]),
      })
      .catch({
        ...{ image_size_limit: 16 * 1_048_576, video_size_limit: 99 * 1_048_576 },
        ...{ description_limit: 1_500, supported_mime_types: [] },
      }),
  }),
});
export type MastodonInstance = z.output<typeof instance>;

const remembered = 3_600_000;

export type MastodonInstances = ReturnType<typeof mastodonInstances>;

/** What servers take, asked once an hour. */
export function mastodonInstances(http: Outgoing, now: () => number) {
  const known = new Map<string, { readonly at: number; readonly value: MastodonInstance }>();
  return async (account: MastodonAccount, fresh = false): Promise<MastodonAnswer<MastodonInstance>> => {
    const address = account.settings.instance;
    const held = known.get(address);
    if (held && !fresh && now() - held.at < remembered)
      return { ok: true, status: 200, value: held.value, limits: null };
    const answer = await mastodonCall(http, account, { path: '/api/v2/instance', answer: instance }, now);
    if (answer.ok) known.set(address, { at: now(), value: answer.value });
    return answer;
  };
}
