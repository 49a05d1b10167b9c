import { sha256 } from '../content/canonical';

const digits = '234567abcdefghijklmnopqrstuvwxyz';

/**
 * The key under which a publication is stored at Bluesky: a valid TID (https://atproto.com/specs/tid), the same on
 * every try, so that the server itself refuses a second copy.
 *
 * A TID is a time in microseconds and ten free bits. One campaign makes many publications in the same millisecond, so
 * the lower 25 bits of the time (half a minute) and the ten free bits come from the publication's uuid: among a
 * thousand posts of one moment, two share a key with a chance of one in seventy thousand, and then the second is
 * refused, not lost (see `server/channels/bluesky.ts`).
 */
export function recordKeyOf(publication: string, createdAt: number): string {
  const bits = BigInt(`0x${sha256(publication).slice(0, 16)}`);
  const spread = bits & 0x1ffffffn;
  const free = (bits >> 25n) & 0x3ffn;
  const micros = (BigInt(Math.floor(createdAt)) * 1000n) & ~0x1ffffffn & 0x1fffffffffffffn;
  return base32(((micros | spread) << 10n) | free);
}

/** Thirteen digits, most significant first, so that keys sort as their times do. */
function base32(value: bigint): string {
  let text = '';
  for (let rest = value; text.length < 13; rest >>= 5n) text = (digits[Number(rest & 31n)] ?? '2') + text;
  return text;
}
