import { z } from 'zod';
import type { ChannelRules } from '../../../src/channels/rules/rules';
import type { TestReport } from '../../../src/channels/schema';
import type { Outgoing } from '../../http/outgoing';
import { failedReport } from '../report';
import { figuresRight, type FiguresAt } from './figures-right';
import { graphCall, graphOutcome } from './graph';
import type { MetaProfile } from './sessions';

const me = z.object({ id: z.string(), username: z.string().catch('') });
const limit = z.object({
  data: z.array(
    z.object({
      quota_usage: z.int().min(0),
      config: z
        .object({ quota_total: z.int().min(0) })
        .optional()
        .catch(undefined),
    }),
  ),
});

/** How many posts of the 24 hours are used up. `at` is the path below the profile. */
export const publishingLimit = (http: Outgoing, profile: MetaProfile, at: string, now: () => number) =>
  graphCall(
    http,
    profile,
    { path: `/${profile.user}/${at}`, query: { fields: 'quota_usage,config' }, answer: limit },
    now,
  );

interface TestedBy {
  /** Path of the posts of a day, below the profile. */
  readonly limitAt: string;
  readonly rules: ChannelRules;
  readonly validUntil: number | null;
  readonly figures: FiguresAt;
}

/** Asks whose token it is and how many posts are left, which only a token that may publish is told. Nothing is published. */
export async function testTwoStep(
  http: Outgoing,
  profile: MetaProfile,
  { limitAt, rules, validUntil, figures }: TestedBy,
  now: () => number,
): Promise<TestReport> {
  const query = { fields: 'id,username' };
  const whose = await graphCall(http, profile, { path: `/${profile.user}`, query, answer: me }, now);
  if (!whose.ok) return failedReport(graphOutcome(whose, 'read', now()));
  const used = await publishingLimit(http, profile, limitAt, now);
  if (!used.ok) return failedReport(graphOutcome(used, 'read', now()));
  const [quota] = used.value.data;
  const name = `@${whose.value.username || whose.value.id}`;
  return {
    state: 'ready',
    message: `Signed in as ${name}. Posts can go out.`,
    found: [
      { label: 'Profile', value: name },
      { label: 'Text', value: `up to ${rules.text.characters?.max} characters` },
      { label: 'Pictures', value: `up to ${rules.pictures.max}, or one video` },
      ...(quota?.config
        ? [{ label: 'Posts in 24 hours', value: `${quota.quota_usage} of ${quota.config.quota_total}` }]
        : []),
      ...(validUntil === null
        ? []
        : [{ label: 'The token ends', value: new Date(validUntil).toISOString().slice(0, 10) }]),
      ...(await figuresRight(http, profile, figures, now)),
    ],
  };
}
