import { signOffPeople, type SignOffPerson } from '../../../../src/governance/signoff/schema';
import type { Actor } from '../../../../src/shared/actor';
import { invalidRequest } from '../../../../src/shared/issues';
import { fail, ok, type Result } from '../../../../src/shared/result';
import type { OptionsStore } from '../../../stores/options';
import type { Audit } from '../../audit';
import { cached } from '../../cached';
import type { Transaction } from '../../transaction';

const option = 'signoff-people';

export interface SignOffPeopleDeps {
  readonly options: OptionsStore;
  readonly audit: Pick<Audit, 'record'>;
  readonly transaction: Transaction;
  /** The one spelling of an address; null where it is none. */
  readonly addressOf: (email: string) => string | null;
  readonly now: () => number;
}

export type SignOffPeopleService = ReturnType<typeof signOffPeopleService>;

/** Who may approve by e-mail without a seat: a list that only who may change the settings changes. */
export function signOffPeopleService(deps: SignOffPeopleDeps) {
  const held = cached(async (): Promise<readonly SignOffPerson[]> => {
    const stored = await deps.options.get(option);
    return stored === null || stored === undefined ? [] : signOffPeople.parse(stored).people;
  }, deps.now);

  return {
    list: (): Promise<readonly SignOffPerson[]> => held.get(),

    /** Saves the whole list or nothing. The record keeps the names of who came and who went, no addresses. */
    async save(next: unknown, actor: Actor): Promise<Result<readonly SignOffPerson[]>> {
      const parsed = signOffPeople.safeParse(next);
      if (!parsed.success) return fail(invalidRequest(parsed.error));
      const people = parsed.data.people.map((one) => ({ ...one, email: deps.addressOf(one.email) }));
      const bad = people.findIndex(({ email }) => email === null);
      if (bad >= 0) return fail(badAddress(`people[${bad}].email`));
      const list = people.map(({ email, ...one }) => ({ ...one, email: email ?? '' }));
      const before = await held.get();
      await deps.transaction(async () => {
        await deps.options.set(option, { people: list });
        await deps.audit.record({
          kind: 'signoff.people',
          actor,
          details: { added: namesOf(list, before), removed: namesOf(before, list) },
        });
      });
      held.forget();
      return ok(list);
    },
  };
}

/** The names of those in the first list whose address is not in the second. */
const namesOf = (list: readonly SignOffPerson[], others: readonly SignOffPerson[]): string[] =>
  list.filter(({ email }) => others.every((one) => one.email !== email)).map(({ name }) => name);

const badAddress = (path: string) =>
  ({
    code: 'audience.address-invalid',
    message: 'This is not an e-mail address. Check it for typing errors.',
    path,
  }) as const;
