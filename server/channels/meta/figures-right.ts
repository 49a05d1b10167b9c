import { z } from 'zod';
import { isAboutRights } from '../../../src/channels/outcomes/meta/outcome';
import type { TestReport } from '../../../src/channels/schema';
import type { Outgoing } from '../../http/outgoing';
import { graphCall, type GraphAccess } from './graph';

/** Where insights of the whole account stand, and what reading them needs. */
export interface FiguresAt {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly right: string;
  /** What is counted all the same: "likes and comments"; empty: nothing. */
  readonly without: string;
}

/** A row of the test: whether the token may read insights, and which right is missing where it may not. Posts go out either way. */
export async function figuresRight(
  http: Outgoing,
  access: GraphAccess,
  { path, query, right, without }: FiguresAt,
  now: () => number,
): Promise<TestReport['found']> {
  const answer = await graphCall(http, access, { path, query, answer: z.looseObject({}) }, now);
  const label = 'Figures of posts';
  if (answer.ok) return [{ label, value: 'may be read' }];
  if (!('refusal' in answer) || !isAboutRights(answer.refusal)) return [];
  const rest = without === '' ? 'Nothing is counted' : `Only ${without} are counted`;
  return [{ label, value: `the token lacks the permission ${right}. ${rest}; posts go out all the same` }];
}
