import { z } from 'zod';
import { pinterestRules } from '../../../src/channels/rules/pins/pinterest';
import type { TestReport } from '../../../src/channels/schema';
import type { Outgoing } from '../../http/outgoing';
import { failedReport } from '../report';
import { pinterestCall, pinterestEnd, type PinterestAccount, type PinterestAnswer } from './api';
import { boardsOf, noBoard } from './boards';

const me = z.object({ username: z.string().min(1), account_type: z.string().catch('') });
export type PinterestUser = z.output<typeof me>;

/** Whose token it is. */
export const whoIsOnPinterest = (
  http: Outgoing,
  account: PinterestAccount,
  now: () => number,
): Promise<PinterestAnswer<PinterestUser>> =>
  pinterestCall(http, account, { path: '/user_account', answer: me }, now);

/** Asks whose token it is and which boards there are. Nothing is published. */
export async function testPinterest(
  http: Outgoing,
  account: PinterestAccount,
  now: () => number,
): Promise<TestReport> {
  const answer = await whoIsOnPinterest(http, account, now);
  if (!answer.ok) return failedReport(pinterestEnd(answer, 'read', now()));
  const { username, account_type: sort } = answer.value;
  const boards = await boardsOf(http, account, now);
  const found = [
    { label: 'Account', value: sort === '' ? username : `${username}, ${sort.toLowerCase()}` },
    ...boards.map(({ id, name }) => ({ label: 'Board', value: name ? `${name}, ${id}` : id })),
    { label: 'Description', value: `up to ${pinterestRules.text.characters?.max} characters` },
    { label: 'Pictures', value: `1 to ${pinterestRules.pictures.max}` },
  ];
  const { board } = account.settings;
  if (board === null && boards.length !== 1) return failedReport(noBoard(boards.length), found);
  const chosen = board === null ? boards[0] : boards.find(({ id }) => id === board);
  if (chosen === undefined)
    return {
      state: 'reauthorise',
      message: `${username} has no board ${board} that pins can go to. Enter one of those that are listed.`,
      found,
    };
  return {
    state: 'ready',
    message: `Signed in as ${username}. Pins go to the board ${chosen.name || chosen.id}.`,
    found,
  };
}
