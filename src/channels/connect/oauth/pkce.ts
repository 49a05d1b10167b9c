import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { base64urlOf } from '../../../shared/token/base64url';

/** The challenge of a verifier by S256 (RFC 7636, 4.2). */
export const challengeOf = (verifier: string): string => base64urlOf(sha256(utf8ToBytes(verifier)));
