import type { HoldInput, HoldView } from '../../src/publishing/operations/hold';
import type { Actor } from '../../src/shared/actor';
import { fail, ok, type Result } from '../../src/shared/result';
import { personOf } from '../actor';
import type { HoldRow, HoldsStore } from '../stores/holds';
import type { Deed } from './audit';
import type { NewNotice } from './notices';
import type { Transaction } from './transaction';

export interface HoldsDeps {
  readonly store: HoldsStore;
  /** Name of a channel that is connected, or of a campaign; null where there is none. */
  readonly nameOf: (scope: 'channel' | 'campaign', key: string) => Promise<string | null>;
  readonly audit: (deed: Deed) => Promise<void>;
  readonly notices: {
    raise(notice: NewNotice): Promise<void>;
    settle(about: { readonly code: string; readonly about: string }): Promise<void>;
  };
  readonly transaction: Transaction;
  /** Something may go out again. */
  readonly wake: () => void;
  readonly now: () => number;
  readonly uuid: () => string;
}

export type Holds = ReturnType<typeof holds>;

const code = 'publishing.held';

/**
 * The switch that stops publishing: everything, a channel or a campaign. Nothing that it covers is claimed or begun from the moment
 * at which it is written, by any instance. Once lifted, what is late goes on as its campaign says.
 */
export function holds({ store, nameOf, audit, notices, transaction, wake, now, uuid }: HoldsDeps) {
  const viewOf = async (row: HoldRow): Promise<HoldView> => {
    const { scope, target } = row;
    return { ...row, name: scope === 'all' || !target ? '' : ((await nameOf(scope, target)) ?? target) };
  };

  return {
    async list(): Promise<HoldView[]> {
      return Promise.all((await store.list()).map(viewOf));
    },

    /** Stopping what is stopped already changes nothing and answers with the hold that stands. */
    async stop({ scope, reason, ...input }: HoldInput, actor: Actor): Promise<Result<HoldView>> {
      const target = input.target ?? null;
      const name = scope === 'all' || !target ? '' : await nameOf(scope, target);
      if (name === null) return fail({ ...unknown(scope), path: 'target' });
      const key = uuid();
      const by = personOf(actor).name;
      const row = await transaction(async () => {
        const standing = await store.put({ key, scope, target, by, reason, at: now() });
        if (standing.key === key)
          await audit({ kind: 'publishing.hold', actor, details: { hold: key, scope, target, reason } });
        return standing;
      });
      if (row.key === key)
        await notices.raise({
          code,
          severity: 'warning',
          message: sentence({ scope, name, by, reason }),
          about: key,
          link: '/plugins/presence/publications',
          by: actor.kind === 'user' ? actor.id : null,
        });
      return ok(await viewOf(row));
    },

    async lift(key: string, actor: Actor): Promise<Result<null>> {
      const row = await store.byKey(key);
      const { scope, target } = row ?? {};
      const isLifted = await transaction(async () => {
        if (!row || !(await store.remove(key))) return false;
        await audit({ kind: 'publishing.lift', actor, details: { hold: key, scope, target } });
        return true;
      });
      if (!isLifted)
        return fail({ code: 'hold.not-found', message: 'It was lifted already. Reload the page.' });
      await notices.settle({ code, about: key });
      wake();
      return ok(null);
    },
  };
}

const unknown = (scope: HoldInput['scope']) =>
  ({
    code: 'hold.target-unknown',
    message: `This ${scope} does not exist any more, so there is nothing to stop. Reload the page.`,
  }) as const;

function sentence({
  scope,
  name,
  by,
  reason,
}: Pick<HoldView, 'name' | 'by' | 'reason'> & Pick<HoldInput, 'scope'>): string {
  const what =
    scope === 'all' ? 'Everything that would be published' : `Everything of the ${scope} “${name}”`;
  const why = reason === '' ? '' : ` (${reason})`;
  return `${what} is stopped by ${by}${why}. It goes on when somebody lifts this under Publications.`;
}
