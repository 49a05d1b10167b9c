import type { Consent, Contact } from '../../src/audience/schema';
import type { ConsentsStore } from '../stores/consents';

interface ConsentingDeps {
  readonly consents: Pick<ConsentsStore, 'add' | 'of'>;
  /** SHA-256 as hex. */
  readonly hash: (text: string) => string;
  readonly now: () => number;
  readonly uuid: () => string;
}

export type Consenting = ReturnType<typeof consenting>;

/** Writes down what happened to a person's consent. */
export function consenting({ consents, hash, now, uuid }: ConsentingDeps) {
  async function note(
    { key, email }: Contact,
    kind: Consent['kind'],
    text: string,
    source: string,
  ): Promise<void> {
    // Salted for each row: whoever knows the address can prove the row, nobody can look for rows of one address.
    const salt = uuid();
    const address_hash = `${salt}.${hash(salt + email)}`;
    await consents.add({ key: uuid(), contact: key, address_hash, kind, at: now(), text, source });
  }
  return {
    note,

    /** With the sentence that the person saw when they signed up. */
    async confirmed(contact: Contact): Promise<void> {
      const asked = (await consents.of(contact.key)).findLast(({ kind }) => kind === 'asked');
      await note(contact, 'confirmed', asked?.text ?? '', asked?.source ?? '');
    },
  };
}
