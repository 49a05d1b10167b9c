import type { Principal, Stage, Transition, Workflow } from '../schema';

/** Picks the name in the language that is asked for. */
export type Words = (english: string, german: string) => string;

/** A workflow to begin with, and for whom it is, in both languages. */
export interface Template {
  readonly key: string;
  readonly about: { readonly en: string; readonly de: string };
  readonly make: (words: Words) => Workflow;
}

/** The owner of the business: Strapi's super admin. */
export const owner: Principal = 'role:strapi-super-admin';
export const submitters: Principal = 'may:review.submit';
export const approvers: Principal = 'may:review.approve';

const timeless = { days: null, remind: null, escalate: [], lock: 'none' as const };

export const draft = (words: Words): Stage => ({
  key: 'draft',
  name: words('Draft', 'Entwurf'),
  colour: 'neutral',
  meaning: 'draft',
  ...timeless,
});

/** Where somebody looks at it: at most so many working days, with a reminder one day before where there is room. */
export const inReview = (
  key: string,
  name: string,
  days: number | null,
  more: Partial<Stage> = {},
): Stage => ({
  key,
  name,
  colour: 'primary',
  meaning: 'review',
  ...timeless,
  days,
  remind: days !== null && days > 1 ? 1 : null,
  ...more,
});

export const approved = (words: Words, more: Partial<Stage> = {}): Stage => ({
  key: 'approved',
  name: words('Approved', 'Freigegeben'),
  colour: 'success',
  meaning: 'approved',
  ...timeless,
  ...more,
});

type Given = Pick<Transition, 'key' | 'decision' | 'from' | 'to' | 'who'> & Partial<Transition>;

/** A transition that asks for nothing beyond what is given. */
export const step = (given: Given): Transition => ({
  when: [],
  needs: [],
  fourEyes: false,
  checklist: [],
  comment: given.decision === 'request-changes' ? 'required' : 'optional',
  ...given,
});
