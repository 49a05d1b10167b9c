import { z } from 'zod';

/** Something that a rule on trial found, as it is kept. */
export const trialHit = z.object({
  index: z.number(),
  uid: z.string(),
  documentId: z.string(),
  locale: z.string().nullable(),
  title: z.string(),
  field: z.string(),
  before: z.string(),
  quote: z.string(),
  after: z.string(),
  message: z.string(),
  falseAlarm: z.boolean(),
});
export type TrialHit = Readonly<z.output<typeof trialHit>>;
