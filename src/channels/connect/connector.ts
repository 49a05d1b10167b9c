import type { Result } from '../../shared/result';
import type { ChannelKind } from '../schema';
import type { AccessOutcome } from './access';
import type { ConnectedSecret, Connection } from './connection';
import type { ConnectClient, ConnectNetwork } from './oauth/network';
import type { Granted } from './oauth/token-answer';
import type { FoundPlace } from './places';

/** A network's OAuth and the app as which Presence asks there. */
export interface Prepared {
  readonly network: ConnectNetwork;
  readonly client: ConnectClient;
}

/** The accounts among which a person chooses where a channel posts. */
export interface Places {
  /** The one in the settings; null: none, or the only one there is. */
  readonly chosen: string | null;
  /** A channel has to name one: where there is only one, it is taken as soon as the person allowed it. */
  readonly isNeeded: boolean;
  /** Whoever signs in has exactly one. */
  readonly isOne: boolean;
  /** They belong to one account, as boards do: whoever connected it stays the one that posts. */
  readonly areWithin?: boolean;
  list(secret: ConnectedSecret): Promise<Result<readonly FoundPlace[]>>;
  /** The settings that post there; null: nowhere yet. */
  at(place: string | null): object;
}

/** How access is given back at the network. */
export interface AccessEnding {
  /** Null: of this access nothing else lives. Else it ends with all that the person allowed the app, and this says whose that is. */
  grantOf(settings: unknown, secret: ConnectedSecret): string | null;
  end(
    settings: unknown,
    secret: ConnectedSecret,
  ): Promise<Extract<AccessOutcome, 'ended' | 'unreached' | 'refused' | 'by-hand'>>;
}

/** How accounts of one kind of channel are connected. One for each kind that can be. */
export interface Connector {
  readonly kind: ChannelKind;
  /** Whether each place has an app of its own, which is then kept with the token. */
  readonly hasAppPerPlace: boolean;
  /** Where accounts of these settings live. A token of one place is never given to another. */
  placeOf(settings: unknown): string;
  /** What is needed to send a person there; may make the app first. Refuses where there is none or nobody answers. */
  prepare(settings: unknown, redirectUri: string): Promise<Result<Prepared>>;
  /** What is needed to renew a connection; null where it cannot be. No call. */
  renewing(settings: unknown, known: Connection): Prepared | null;
  /** Whose account a token is, as a person reads it; empty where nobody says so now. */
  whoIs(settings: unknown, accessToken: string): Promise<string>;
  /** What the network tells of access beside the token: its rights, its end and whose it is. Left out: it tells nothing more. */
  looked?(settings: unknown, prepared: Prepared, granted: Granted): Promise<Result<Looked>>;
  /** Left out, or null: these settings leave no choice. */
  places?(settings: unknown): Places | null;
  /** What is sent along with the token. */
  proof?(settings: unknown, accessToken: string): string | null;
  /** Left out: the network has no call for it. */
  readonly ending?: AccessEnding;
}

/** Access with what the network told of it; `person`: their id there, empty where it is not told. */
export interface Looked {
  readonly granted: Granted;
  readonly person: string;
}
