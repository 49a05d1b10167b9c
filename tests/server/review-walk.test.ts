import fc from 'fast-check';
import { databases } from './boot';
import { article, signOffRoom, type SignOffRoom } from './signoff-room';
import { call, machine, type Answer, type Staff } from './staff';

const steps = 200;
const seed = Number(process.env['PRESENCE_SEED'] ?? Date.now() % 1_000_000);

const people = ['emil', 'nora', 'rosa'] as const;

type Act =
  | {
      readonly by: (typeof people)[number];
      readonly act: 'save' | 'publish' | 'save and publish' | 'unpublish' | 'discard' | 'clone';
    }
  | { readonly by: (typeof people)[number]; readonly act: 'decide'; readonly kind: string }
  | { readonly by: 'machine'; readonly act: 'put' | 'put draft' | 'post' }
  | { readonly by: 'guest'; readonly act: 'approve' | 'changes' | 'approve again' }
  | { readonly by: 'plugin'; readonly act: 'publish' | 'update' | 'publish all' };

const often = <T>(...weighted: readonly (readonly [times: number, value: T])[]): fc.Arbitrary<T> =>
  fc.constantFrom(...weighted.flatMap(([times, value]) => Array.from({ length: times }, () => value)));

/** Decisions and publishing are frequent, so that much gets out, and everything else often enough to get in between. */
const acts: fc.Arbitrary<Act & { entry: number }> = fc
  .tuple(
    fc.nat(2),
    fc.oneof(
      {
        weight: 8,
        arbitrary: fc.record({
          by: fc.constantFrom(...people),
          act: fc.constant('decide'),
          kind: often([4, 'submit'], [6, 'approve'], [1, 'request-changes'], [1, 'withdraw']),
        }),
      },
      {
        weight: 6,
        arbitrary: fc.record({
          by: fc.constantFrom(...people),
          act: often(
            [2, 'save'],
            [6, 'publish'],
            [1, 'save and publish'],
            [1, 'unpublish'],
            [1, 'discard'],
            [1, 'clone'],
          ),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          by: fc.constant('guest'),
          act: often([4, 'approve'], [1, 'changes'], [2, 'approve again']),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          by: fc.constant('machine'),
          act: fc.constantFrom('put', 'put draft', 'post'),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          by: fc.constant('plugin'),
          act: fc.constantFrom('publish', 'update', 'publish all'),
        }),
      },
    ),
  )
  .map(([entry, act]) => ({ ...act, entry }) as Act & { entry: number });

describe.each(databases())(
  `editors, reviewers, machines, plugins and link holders on %s (seed ${seed})`,
  (db) => {
    let room: SignOffRoom;
    let token: string;
    const ids: string[] = [];
    /** Titles that somebody approved who had not written since the approval before, by our own book. */
    const approved = new Map<string, Set<string>>();
    const writers = new Map<string, Set<string>>();
    const drafts = new Map<string, string>();
    const links = new Map<string, string[]>();
    let count = 0;

    beforeAll(async () => {
      room = await signOffRoom(db);
      token = await machine(room.app, 'Importer');
      for (const at of [1, 2, 3]) {
        const title = `Entry ${at}`;
        const id = await room.submitted({ title });
        ids.push(id);
        approved.set(id, new Set());
        writers.set(id, new Set(['emil']));
        drafts.set(id, title);
        links.set(id, []);
      }
    });
    afterAll(() => room.stop());

    const base = `/content-manager/collection-types/${article}`;
    const rest = (method: string, path: string, data: object) =>
      call(room.app, token, method, `/api/articles${path}`, { data });
    const documents = () => room.app.strapi.documents(article);
    const titleOf = async (documentId: string, status: 'draft' | 'published'): Promise<string | null> => {
      const found = await documents().findOne({ documentId, locale: 'en', status });
      return found ? String(found['title']) : null;
    };

    async function run(step: Act, documentId: string): Promise<void> {
      const title = `Text ${(count += 1)}`;
      if (step.by === 'machine') {
        if (step.act === 'put') await rest('PUT', `/${documentId}`, { title });
        if (step.act === 'put draft') await rest('PUT', `/${documentId}?status=draft`, { title });
        if (step.act === 'post') await rest('POST', '', { title });
        return;
      }
      if (step.by === 'guest') return answer(step.act, documentId);
      if (step.by === 'plugin') {
        const refused = (): undefined => undefined;
        if (step.act === 'publish') await documents().publish({ documentId, locale: 'en' }).catch(refused);
        if (step.act === 'publish all') await documents().publish({ documentId, locale: '*' }).catch(refused);
        if (step.act === 'update')
          await documents()
            .update({ documentId, locale: 'en', data: { title } as object, status: 'published' })
            .catch(refused);
        return;
      }
      const by: Staff = room[step.by];
      const act = (name: string, fields = {}) =>
        by.call('POST', `${base}/${documentId}/actions/${name}?locale=en`, fields);
      if (step.act === 'decide') return decide(step.by, documentId, step.kind);
      if (step.act === 'save') await by.call('PUT', `${base}/${documentId}?locale=en`, { title });
      if (step.act === 'publish') await act('publish');
      if (step.act === 'save and publish') await act('publish', { title });
      if (step.act === 'clone') await by.call('POST', `${base}/clone/${documentId}?locale=en`, { title });
      if (step.act === 'unpublish' || step.act === 'discard') await act(step.act);
    }

    /** Somebody said yes to what the draft says now: we write it into our own book. */
    async function note(documentId: string): Promise<void> {
      approved.get(documentId)!.add((await titleOf(documentId, 'draft')) ?? '');
      writers.set(documentId, new Set());
    }

    async function decide(who: (typeof people)[number], documentId: string, kind: string): Promise<void> {
      const { seal } = await room.panel(documentId);
      const decided: Answer = await room[who].call('POST', '/presence/entry/decision', {
        ...{ entry: { uid: article, documentId, locale: 'en' }, kind, seal, comment: 'Because.' },
      });
      if (kind !== 'approve' || decided.status !== 200) return;
      expect(['nora', 'rosa']).toContain(who);
      expect(writers.get(documentId)).not.toContain(who);
      await note(documentId);
    }

    /** By a new link, or by one that was used before, which has no effect. */
    async function answer(act: 'approve' | 'changes' | 'approve again', documentId: string): Promise<void> {
      const known = links.get(documentId)!;
      const approvals = async () =>
        (await room.panel(documentId)).decisions.filter(({ kind }) => kind === 'approve').length;
      const before = await approvals();
      if (act === 'approve again') {
        const used = known[0];
        if (used) await room.answer(used, 'approve');
        expect(await approvals()).toBe(before);
        return;
      }
      if (!['in-review', 'approved'].includes((await room.panel(documentId)).stage)) return;
      const asked = await room.ask(room.emil, documentId);
      if (asked.status !== 200) return;
      const text = (await room.smtp.mails.at(-1)?.parsed())?.text ?? '';
      const link = /http\S+\/presence\/signoff\/[\w-]+/.exec(text)?.[0] ?? '';
      const answered = await room.answer(link, act === 'approve' ? 'approve' : 'request-changes', {
        comment: 'Because.',
      });
      // What the review does not take leaves the link as it was: it may be answered later.
      if (answered.status === 303) known.unshift(link);
      if ((await approvals()) > before) await note(documentId);
    }

    it(`let nobody see what was not approved, in ${steps} steps`, async () => {
      let [seen, at] = [0, 0];
      for (const { entry, ...step } of fc.sample(acts, { numRuns: steps, seed })) {
        at += 1;
        const documentId = ids[entry]!;
        await run(step as Act, documentId);
        // The others are looked at from time to time: a step is about one.
        for (const id of at % 10 === 0 ? ids : [documentId]) {
          const now = (await titleOf(id, 'draft')) ?? '';
          if (now !== drafts.get(id)) {
            drafts.set(id, now);
            writers.get(id)!.add(step.by);
          }
          const visible = await titleOf(id, 'published');
          if (visible === null) continue;
          seen += 1;
          expect(approved.get(id)).toContain(visible);
        }
      }
      const all = await documents().findMany({ status: 'published', locale: 'en' });
      for (const one of all) expect(ids).toContain(one.documentId);
      expect(seen).toBeGreaterThan(0);
      expect([...links.values()].flat().length).toBeGreaterThan(0);
      const scan = await room.rosa.call<{ found: number }>('POST', '/presence/drift/scan');
      expect(scan.body.found).toBe(0);
    }, 240_000);
  },
);
