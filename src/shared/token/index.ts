import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { base64urlOf, bytesOf } from './base64url';

const macLength = 16;
const separator = '\u001f';

/** A signing key out of a secret of any length (HKDF-SHA256, RFC 5869), so that the secret itself signs nothing. */
export const signingKeyOf = (secret: string): Uint8Array =>
  hkdf(sha256, utf8ToBytes(secret), utf8ToBytes('presence'), utf8ToBytes('links.v1'), 32);

/**
 * Parts that came from us and nobody changed: base64url of a 128-bit HMAC-SHA256 and the parts themselves, which anybody can read.
 * `purpose` is signed too, so that a token for one thing opens no other.
 */
export function signToken(key: Uint8Array, purpose: string, parts: readonly string[]): string {
  if (parts.some((part) => part.includes(separator)))
    throw new RangeError('A part of a token may not contain U+001F.');
  const payload = utf8ToBytes(parts.join(separator));
  return base64urlOf(concatBytes(macOf(key, purpose, payload), payload));
}

/** The parts of a token made by `signToken` with this key and purpose; null for anything else. */
export function readToken(key: Uint8Array, purpose: string, token: string): string[] | null {
  const bytes = bytesOf(token);
  if (!bytes || bytes.length < macLength) return null;
  const payload = bytes.subarray(macLength);
  if (!isSame(bytes.subarray(0, macLength), macOf(key, purpose, payload))) return null;
  return textOf(payload).split(separator);
}

/** Signs with the first key and reads with any, so that a new key can be put before the old one. */
export interface Tokens {
  sign(purpose: string, parts: readonly string[]): string;
  read(purpose: string, token: string): string[] | null;
}

/** The tokens of one installation. At least one secret; the first one signs. */
export function tokensOf(secrets: readonly string[]): Tokens {
  const keys = secrets.map(signingKeyOf);
  const [first] = keys;
  if (!first) throw new RangeError('Signing links needs at least one secret.');
  return {
    sign: (purpose, parts) => signToken(first, purpose, parts),
    read(purpose, token) {
      for (const key of keys) {
        const parts = readToken(key, purpose, token);
        if (parts) return parts;
      }
      return null;
    },
  };
}

const macOf = (key: Uint8Array, purpose: string, payload: Uint8Array): Uint8Array =>
  hmac(sha256, key, concatBytes(utf8ToBytes(`${purpose}\0`), payload)).subarray(0, macLength);

/** Takes the same time wherever the first difference is. */
function isSame(left: Uint8Array, right: Uint8Array): boolean {
  let difference = left.length ^ right.length;
  for (let index = 0; index < left.length; index++) difference |= (left[index] ?? 0) ^ (right[index] ?? 0);
  return difference === 0;
}

/** Only signed bytes come here, so they are the UTF-8 that `signToken` wrote. */
const textOf = (bytes: Uint8Array): string => decodeURIComponent(bytesToHex(bytes).replace(/../g, '%$&'));
