import { createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto';

/** What signs the record and knows its own signatures. */
export interface Signer {
  /** Ed25519, SPKI in base64. */
  readonly publicKey: string;
  /** The signature in base64. */
  readonly sign: (text: string) => string;
  readonly isOurs: (text: string, signature: string | null) => boolean;
}

/** PKCS 8 of an Ed25519 key (RFC 8410) up to the 32 bytes of the key itself. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The key that signs the record, derived from Strapi's encryption key. It is stored nowhere: a key in the database could be
 * thrown away by whoever rewrites the record there, and a new one made. Null: Strapi has no encryption key.
 */
export function auditSigner(encryptionKey: string | undefined): Signer | null {
  if (!encryptionKey) return null;
  const seed = Buffer.from(hkdfSync('sha256', encryptionKey, '', 'presence audit signature', 32));
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key);
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
    isOurs: (text, signature) =>
      signature !== null && verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64')),
  };
}
