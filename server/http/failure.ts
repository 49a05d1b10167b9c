import { isAxiosError } from 'axios';

/** Why a request has no answer. The difference decides whether it may be sent again. */
export type Failure =
  /** We do not call such addresses. */
  | { readonly kind: 'refused'; readonly message: string }
  /** No connection was made: the other side has seen nothing. */
  | { readonly kind: 'unreachable'; readonly message: string }
  /** The other side may have acted on it: the answer is missing. */
  | { readonly kind: 'lost'; readonly message: string };

/** Sorted by the error's code, never by its words; the sentence names the host only, because addresses can hold secrets. */
export function failureOf(error: unknown, host: string, timeout: number): Failure {
  const code = codeOf(error);
  if (code === null) return refusedAddress(host);
  if (timedOut.has(code))
    return { kind: 'lost', message: `${host} did not answer within ${Math.round(timeout / 1_000)} s.` };
  if (unknownName.has(code))
    return { kind: 'unreachable', message: `The name ${host} is not known. Check the address.` };
  if (noConnection.has(code))
    return { kind: 'unreachable', message: `${host} cannot be reached (${code}). Is it running?` };
  if (isCertificate(code))
    return { kind: 'unreachable', message: `${host} has no valid certificate (${code}).` };
  return { kind: 'lost', message: `The connection to ${host} broke off (${code}).` };
}

const refusedAddress = (host: string): Failure => ({ kind: 'refused', message: notCalled(host) });

/** Why an address in a private network gets no call. */
export const notCalled = (host: string): string =>
  `${host} is in a private network and is not called. If it is yours, add it to outgoing.allow in the plugin's config.`;

/** The filter's refusals are the only connection errors without a code: those of Node and axios all carry one. */
export function codeOf(error: unknown): string | null {
  const inner = isAxiosError(error) && error.code === undefined ? error.cause : error;
  if (typeof inner !== 'object' || inner === null || !('code' in inner)) return null;
  return typeof inner.code === 'string' ? inner.code : null;
}

const timedOut = new Set(['ERR_CANCELED', 'ECONNABORTED', 'ETIMEDOUT']);
const unknownName = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_FAIL']);
const noConnection = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'EHOSTDOWN']);

const isCertificate = (code: string): boolean =>
  /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH$|EPROTO$)/.test(code);
