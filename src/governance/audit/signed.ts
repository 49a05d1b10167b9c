import type { AuditCheckpoint, AuditHead } from './schema';

// What is signed names what it is: a signature over a head must not pass for one over a checkpoint.

/** What the signature of a head is made over. */
export const headText = ({ number, hash, at }: Omit<AuditHead, 'signature'>): string =>
  `presence audit head\n${number}\n${hash}\n${at}`;

/** What the signature of a checkpoint is made over. */
export const checkpointText = ({ number, hash, at, rows }: Omit<AuditCheckpoint, 'signature'>): string =>
  `presence audit checkpoint\n${number}\n${hash}\n${at}\n${rows}`;

/** What the signature of an export is made over; `sha256` is of all bytes before the last line. */
export const exportText = (end: {
  readonly count: number;
  readonly number: number;
  readonly hash: string;
  readonly sha256: string;
}): string => `presence audit export\n${end.count}\n${end.number}\n${end.hash}\n${end.sha256}`;
