/** Strapi's encryption; `encrypt` gives null where no key is configured, `decrypt` where the key is another one. */
export interface Encryption {
  encrypt(text: string): string | null;
  decrypt(text: string): string | null;
}

export type SecretBox = ReturnType<typeof secretBox>;

/** Values in and out of encryption. Reading never throws: a secret that cannot be read is a secret that is missing. */
export const secretBox = ({ encrypt, decrypt }: Encryption) => ({
  /** Null: there is no key to encrypt with. */
  seal: (value: unknown): string | null => encrypt(JSON.stringify(value)),

  open(sealed: string | null): unknown {
    if (sealed === null) return null;
    try {
      const text = decrypt(sealed);
      return text === null ? null : JSON.parse(text);
    } catch {
      return null;
    }
  },
});
