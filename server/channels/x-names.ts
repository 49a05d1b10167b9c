import { z } from 'zod';

/**
 * X has two names for what posts have. Its pages say `tweet.fields`, `referenced_tweets` and `edit_history_tweet_ids`; the schema that it
 * publishes (api.x.com/2/openapi.json, since 2.167) says `post.fields`, `referenced_posts` and `edit_history_post_ids`. It is asked by the
 * first, by the second where it does not know the first, and both are read.
 */
const newNames: Readonly<Record<string, string>> = {
  referenced_tweets: 'referenced_posts',
  edit_history_tweet_ids: 'edit_history_post_ids',
};
const oldNames = new Map(Object.entries(newNames).map(([old, now]) => [now, old]));

/** What posts are in relation to others is a field by the old names, and an expansion by the new ones. */
const expanded = new Set(Object.keys(newNames));

type Query = Readonly<Record<string, string>>;

/** The same question by the new names; null: it names nothing of posts. */
export function byNewNames({ 'tweet.fields': fields, ...rest }: Query): Query | null {
  if (fields === undefined) return null;
  const all = fields.split(',');
  const plain = all.filter((name) => !expanded.has(name));
  const related = all.flatMap((name) => newNames[name] ?? []);
  return {
    ...rest,
    ...(plain.length > 0 ? { 'post.fields': plain.join() } : {}),
    expansions: [...new Set(['edit_history_post_ids', ...related])].join(),
  };
}

const invalid = z.object({
  errors: z.array(z.object({ message: z.string().catch('') })),
});

/** Whether X refused a question because it does not know this name: “The query parameter [tweet.fields] is not one of […]”. */
export const isUnknownName = (answer: unknown): boolean =>
  invalid
    .safeParse(answer)
    .data?.errors.some(({ message }) => /query parameter \[?`?tweet\.fields/i.test(message)) ?? false;

/** An answer by the old names. */
export function inOldNames(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(inOldNames);
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [oldNames.get(name) ?? name, inOldNames(value)]),
  );
}
