import { z } from 'zod';
import { jsonOf } from '../../../server/practice/bodies';
import {
  asJson,
  type PracticeAnswer,
  type PracticeNetwork,
  type Refusal,
} from '../../../server/practice/network';
import { noCounts, type PracticeShelf } from '../../../server/practice/shelf';

interface Sources {
  readonly shelf: PracticeShelf;
  /** Whose board a key opens; null: nobody's. */
  readonly accountOf: (key: string) => string | null;
  readonly now: () => number;
}

const network = 'board';
const notice = z.object({ title: z.string().default(''), text: z.string().min(1).max(280) }).partial();
const path = /^\/board\/notices(?:\/([\w-]+))?$/;

/** The bakery's notice board (examples/bakery/site/server/board.mjs), as a network on which things go wrong. */
export const boardPractice = ({ shelf, accountOf, now }: Sources): PracticeNetwork => ({
  kind: network,
  deedOf: ({ method, url }) => (path.test(url.pathname) ? (method === 'GET' ? 'read' : 'publish') : null),
  refusal,

  async answer(request) {
    const id = path.exec(request.url.pathname)?.[1];
    const account = accountOf(String(request.headers.authorization ?? '').replace(/^Bearer /, ''));
    if (account === null) return asJson(401, { error: 'wrong key' });
    if (id === undefined) {
      const all = await shelf.list({ network, account, limit: 1_000 });
      return asJson(200, { notices: all.map(({ text }) => ({ text })) });
    }
    const known = await shelf.byKey(network, account, id);
    const hangs = known !== null && known.deletedAt === null;
    if (request.method !== 'PUT' && !hangs) return asJson(404, { error: 'does not hang' });
    if (request.method === 'DELETE') {
      await shelf.change(network, id, { deletedAt: now() });
      return asJson(200, { id });
    }
    const given = notice.safeParse(jsonOf(request));
    if (!given.success || given.data.text === undefined) return asJson(422, { error: 'too long' });
    const { text } = given.data;
    if (known) await shelf.change(network, id, { text, deletedAt: null });
    else
      await shelf.put({
        ...{ network, id, account, key: id, text, media: [], counts: noCounts },
        ...{ content: {}, createdAt: now(), editedAt: null, deletedAt: null },
      });
    return asJson(200, { id });
  },
});

function refusal(what: Refusal, resetAt: number | null): PracticeAnswer {
  switch (what) {
    case 'signed-out':
      return asJson(401, { error: 'wrong key' });
    case 'server-error':
      return asJson(500, { error: 'failed' });
    case 'too-many': {
      const headers = resetAt === null ? {} : { 'retry-after': new Date(resetAt).toUTCString() };
      return asJson(429, { error: 'busy' }, headers as Record<string, string>);
    }
    default:
      return what satisfies never;
  }
}
