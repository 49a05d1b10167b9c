import type { Person } from '../schema';
import type { Principal } from '../workflow/schema';

/** A person who looks or decides, with everything that a workflow can name them by. */
export interface Holder {
  readonly person: Person;
  readonly principals: ReadonlySet<Principal>;
}

/** Which of these principals the person is. */
export const principalsOf = ({ principals }: Holder, named: readonly Principal[]): Principal[] =>
  named.filter((one) => principals.has(one));

/** Whether two acts were those of one admin user, be it through a token or a signed link. Machines of nobody are nobody. */
export const isSamePerson = (a: Person, b: Person): boolean => {
  const [one, other] = [userOf(a), userOf(b)];
  return one !== null && one === other;
};

/** What a person is counted by: the admin user behind them, else the link or token that they hold. */
export const identityOf = (person: Person): string => {
  const user = userOf(person);
  return user === null ? `${person.kind}:${person.id}` : `user:${user}`;
};

const userOf = ({ kind, id, owner }: Person): string | null => (kind === 'user' ? id : (owner ?? null));
