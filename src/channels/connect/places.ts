import { z } from 'zod';
import { fail, ok, type Result } from '../../shared/result';
import { placeProblem } from './place-problem';
import { noPlace, otherAccount, placeGone, placeUnusable } from './refusals';

/** One of the accounts that a person may post as: a Page, an account of Instagram, a page of LinkedIn, a location of Google. */
export const place = z.object({
  /** As the network names it, and as the settings of the channel do. */
  id: z.string().min(1).max(300),
  name: z.string(),
  /** What tells it apart from others of this name; empty where nothing does. */
  about: z.string(),
  problem: placeProblem.nullable(),
});
export type Place = z.output<typeof place>;

/** Answer of `GET /channels/:key/places`. */
export const placesView = z.object({ chosen: z.string().nullable(), places: z.array(place) });
export type PlacesView = z.output<typeof placesView>;

/** What `PUT /channels/:key/place` is sent. */
export const placeChoice = z.object({ place: place.shape.id });

/** A place with the access that is its own; null: that of the person serves. */
export interface FoundPlace extends Place {
  readonly accessToken: string | null;
}

/** The place that a person chose, if they may post there. */
export function placeAt<T extends Place>(places: readonly T[], id: string): Result<T> {
  const found = places.find((one) => one.id === id);
  if (!found) return fail(placeGone);
  return found.problem === null ? ok(found) : fail(placeUnusable(found.name, found.problem));
}

/**
 * Where a channel posts after a person allowed it: where it did if that is still theirs, else at the only place there is. Null: they
 * have to choose. `isOne`: whoever signs in has one account, so another one than before is the wrong one.
 */
export function placeAfter<T extends Place>(
  places: readonly T[],
  chosen: string | null,
  isOne: boolean,
): Result<T | null> {
  const open = places.filter(({ problem }) => problem === null);
  const before = open.find(({ id }) => id === chosen);
  if (before) return ok(before);
  const [only] = open;
  if (only === undefined) return fail(noPlace(places));
  if (chosen !== null) return isOne ? fail(otherAccount(only.name)) : ok(null);
  return ok(open.length === 1 ? only : null);
}
