import type { CopyPicture } from '../../../src/channels/schema';
import type { Outcome } from '../../../src/channels/channel';
import { noAnswerOutcome, retryAfter, type NoAnswer, type Phase } from '../../../src/channels/outcomes/http';
import type { ChannelRules } from '../../../src/channels/rules/rules';
import type { Outgoing } from '../../http/outgoing';
import type { Rendition } from '../../pictures/renditions/encode';
import { wantedBy } from '../../pictures/renditions/wanted';
import type { LoadedPicture, PictureSource } from '../pictures';
import { Ended } from '../ended';
import { preparedPicture } from '../prepared-picture';

/** Where a network loads a picture from, or that it cannot, because nobody outside reaches this server. */
type ServedAddress = { readonly url: string } | { readonly atHome: string };

/** What our own adapters have, for those of an app. */
export interface OwnSources {
  /** Calls no private address that `outgoing.allow` does not name, and never throws. */
  readonly http: Outgoing;
  readonly pictures: PictureSource;
  /** The address of a picture as the outside world reaches it. */
  readonly absolute: (url: string) => Promise<string>;
  readonly served: (picture: Pick<CopyPicture, 'hash' | 'shape'>, type: string) => Promise<ServedAddress>;
  readonly now: () => number;
}

/** What the adapter of an app is made with. */
export interface OwnTools {
  readonly http: Outgoing;
  readonly pictures: {
    /** The file as it lies in the media library. */
    load(hash: string): Promise<LoadedPicture>;
    /** As the rules of the type take it: small enough, without metadata. Ends the delivery where there is none. */
    prepared(picture: Pick<CopyPicture, 'hash' | 'shape'>): Promise<Rendition>;
    /** The address of the file as the outside world reaches it. */
    address(picture: Pick<CopyPicture, 'url'>): Promise<string>;
    /** An address of a day from which a network loads it as `prepared` makes it, or that nobody outside reaches this server. */
    served(picture: Pick<CopyPicture, 'hash' | 'shape'>): Promise<ServedAddress>;
  };
  readonly now: () => number;
  /** What to do after a request without an answer; `write`: it would have published. */
  noAnswer(answer: NoAnswer, phase: Phase): Outcome;
  /** `Retry-After` in milliseconds from now; undefined where it says nothing. */
  retryAfter(header: string | undefined): number | undefined;
  /** Thrown, it ends a delivery, a look or a test with this outcome. */
  ended(outcome: Outcome): Error;
}

/** The tools for a type; what they stand on is there once Presence is composed, which may be after the type was registered. */
export const ownTools = (type: string, rules: ChannelRules, sources: () => OwnSources): OwnTools => ({
  http: { send: (request) => sources().http.send(request) },
  pictures: {
    load: (hash) => sources().pictures.load(hash),
    prepared: (picture) => preparedPicture(picture, sources().pictures, wantedBy(rules)),
    address: ({ url }) => sources().absolute(url),
    served: (picture) => sources().served(picture, type),
  },
  now: () => sources().now(),
  noAnswer: noAnswerOutcome,
  retryAfter: (header) => retryAfter(header, sources().now()),
  ended: (outcome) => new Ended(outcome),
});
