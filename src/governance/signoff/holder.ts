import type { Principal, Workflow } from '../workflow/schema';
import type { SignOffPerson } from './schema';

/** What the list of people who sign off by e-mail lets them count as, beside their own address. */
const listed: readonly Principal[] = ['may:signoff', 'may:review.approve'];

/**
 * As whom the holder of a link counts: always as the guest with this address, so that a workflow can name them; and like
 * somebody who may approve where the list of people who sign off by e-mail has them. Only who may change the settings
 * changes that list, so no editor can approve through an address of their own. Anybody else looks and comments.
 */
export const guestPrincipals = (
  email: string,
  people: readonly Pick<SignOffPerson, 'email'>[],
): ReadonlySet<Principal> =>
  new Set([`guest:${email}`, ...(people.some((one) => one.email === email) ? listed : [])]);

/** Whether an approval by these principals can count in this workflow. */
export const canApprove = (
  principals: ReadonlySet<Principal>,
  { transitions }: Pick<Workflow, 'transitions'>,
): boolean =>
  transitions.some(({ decision, who }) => decision === 'approve' && who.some((one) => principals.has(one)));

/** The addresses that a workflow names as guests, each once. */
export const guestsOf = ({ transitions }: Pick<Workflow, 'transitions'>): string[] => [
  ...new Set(
    transitions
      .flatMap(({ who, needs }) => [...who, ...needs.flatMap(({ of }) => of)])
      .filter((one) => one.startsWith('guest:'))
      .map((one) => one.slice('guest:'.length).toLowerCase()),
  ),
];

/** The spellings of an address under which an admin user may have a seat: as it is, and without what follows a plus. */
export const seatAddresses = (email: string): string[] => [
  ...new Set([email, email.replace(/\+[^@]*(?=@)/, '')].map((one) => one.toLowerCase())),
];
