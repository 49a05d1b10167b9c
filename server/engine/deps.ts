import type { Account, ChannelAdapter } from '../../src/channels/channel';
import type { ChannelKind, ChannelState } from '../../src/channels/schema';
import type { Facts } from '../../src/publishing/gate';
import type { Connection } from '../stores/bulk';
import type { PublicationClaims } from '../stores/publication-claims';
import type { Finish, PublicationEnds } from '../stores/publication-ends';
import type { PublicationRow } from '../stores/publication-row';
import type { Rates } from './rates';

/** A channel with its secret and its state, as the engine needs it. */
export interface EngineChannel {
  readonly account: Account;
  readonly state: ChannelState;
  readonly reason: string;
}

/** What governance and the entry say at the moment of sending. */
export interface GateAnswer extends Omit<Facts, 'sealScheduled' | 'channel'> {
  readonly pageUrl: string | null;
}

/** Everything that the engine touches comes from outside: the rows, the channels, the clock, the dice. */
export interface EngineDeps {
  readonly ledger: Omit<PublicationClaims, 'upcoming'> & PublicationEnds;
  /** Names this process in leases; no two processes share it. */
  readonly instance: string;
  readonly now: () => number;
  readonly random: () => number;
  /** Runs once after some milliseconds; the answer calls it off. */
  readonly setTimer: (run: () => void, ms: number) => () => void;
  readonly adapter: (kind: ChannelKind) => ChannelAdapter | undefined;
  readonly channel: (key: string) => Promise<EngineChannel | null>;
  readonly gate: (row: PublicationRow) => Promise<GateAnswer>;
  /** The quotas of the networks. */
  readonly rates: Rates;
  /** The tracked form of an address. */
  readonly track: (row: PublicationRow, url: string) => Promise<string>;
  /** Runs in the transaction that writes the ends: what must never be missing beside them. */
  readonly inside: (written: readonly Finish[], connection: Connection) => Promise<void>;
  /** Runs after it: notices, numbers. */
  readonly after: (written: Finish) => Promise<void>;
  readonly log: { warn(message: string): void; error(message: string): void };
  /** How many deliveries side by side on one channel. */
  readonly width: (kind: ChannelKind) => number;
  /** Milliseconds that a lease lasts without a heartbeat. */
  readonly lease: number;
  /** The longest time between two looks, in milliseconds. */
  readonly pollEvery: number;
}

/** The sentence of something thrown. */
export const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
