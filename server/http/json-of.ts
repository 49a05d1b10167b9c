import type { Answered } from './outgoing';

/** What an answer says in JSON; undefined where it is none. */
export function jsonOf({ bytes }: Pick<Answered, 'bytes'>): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
