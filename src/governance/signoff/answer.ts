import { z } from 'zod';

/** What the form of the page brings; a form field that stands there once comes as text, several as a list. */
const posted = z.object({
  page: z.string().max(30_000).default(''),
  decision: z.enum(['approve', 'request-changes', 'comment']).nullable().catch(null),
  confirm: z.literal('yes').nullable().catch(null),
  comment: z
    .string()
    .transform((text) => text.replace(/\r\n?/g, '\n').trim().slice(0, 2_000))
    .catch(''),
  checklist: z
    .preprocess(
      (value) => (typeof value === 'string' ? [value] : value),
      z.array(z.string().max(200)).max(20),
    )
    .catch([]),
});

/** One press on the page. `decision` null: a form that no button sent. */
export type Posted = z.output<typeof posted>;

/** Reads a form; what is not one comes out as a press on nothing. */
export const postedOf = (body: unknown): Posted =>
  posted.safeParse(body).data ?? { page: '', decision: null, confirm: null, comment: '', checklist: [] };

/** What is missing before the press counts: each names the field to go to. */
export type Missing = 'decision' | 'confirm' | 'comment' | 'checklist';

/**
 * What a person still has to do. An approval needs the tick that says so, which no program sets, and each point of the
 * checklist; asking for changes and commenting need words.
 */
export function missingIn(
  { decision, confirm, comment, checklist }: Posted,
  action: { readonly checklist: readonly string[]; readonly comment: 'required' | 'optional' } | null,
): Missing[] {
  if (decision === null) return ['decision'];
  const needsWords = decision !== 'approve' || action?.comment === 'required';
  const points = decision === 'comment' ? [] : (action?.checklist ?? []);
  return [
    ...(points.every((point) => checklist.includes(point)) ? [] : (['checklist'] as const)),
    ...(decision === 'approve' && confirm === null ? (['confirm'] as const) : []),
    ...(needsWords && comment === '' ? (['comment'] as const) : []),
  ];
}
