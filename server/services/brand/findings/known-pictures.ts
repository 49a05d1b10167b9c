import { pictureKeyOf, type PictureFacts } from '../../../../src/brand/pictures/schema';
import type { BrandKit } from '../../../../src/brand/schema';
import type { ContentPicture } from '../../../../src/content/schema';

/** Whoever measures pictures. */
export interface PictureMeasuring {
  /** `known`: what was measured before, at once. `measure`: also what was not, which takes a while. */
  readonly factsOf: (
    pictures: readonly ContentPicture[],
    kit: BrandKit,
    how: 'measure' | 'known',
  ) => Promise<ReadonlyMap<string, PictureFacts>>;
}

export interface KnownPicturesDeps {
  /** Runs something outside of the transaction that is open, because it goes on after its end. */
  readonly outside: (run: () => void) => void;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** Pictures that wait to be measured; what is beyond is asked for again by the next check. */
const mostWaiting = 500;

export type KnownPictures = ReturnType<typeof knownPictures>;

/** What is known of pictures now; what is not is measured behind, one after the other. */
export function knownPictures({ outside, onFailure }: KnownPicturesDeps) {
  let measuring: PictureMeasuring = { factsOf: () => Promise.resolve(new Map()) };
  let hear: (keys: readonly string[]) => void = () => undefined;
  const waiting = new Map<string, { readonly picture: ContentPicture; readonly kit: BrandKit }>();
  const listeners = new Set<() => void>();
  let running: Promise<void> | null = null;
  let isStopped = false;

  async function measureAll(): Promise<void> {
    for (let next = first(); next && !isStopped; next = first()) {
      const [key, { picture, kit }] = next;
      await measuring
        .factsOf([picture], kit, 'measure')
        .then(() => hear([key]))
        .catch((error: unknown) => onFailure('measuring a picture', error));
      waiting.delete(key);
      for (const told of listeners) told();
    }
  }

  const first = () => [...waiting][0];

  return {
    async of(pictures: readonly ContentPicture[], kit: BrandKit): Promise<ReadonlyMap<string, PictureFacts>> {
      const known = await measuring.factsOf(pictures, kit, 'known');
      for (const picture of pictures) {
        const key = pictureKeyOf(picture);
        if (picture.hash === null || known.has(key) || waiting.size >= mostWaiting) continue;
        if (!waiting.has(key)) waiting.set(key, { picture, kit });
      }
      if (waiting.size > 0 && !running && !isStopped)
        outside(() => {
          running = measureAll().finally(() => (running = null));
        });
      return known;
    },

    measureBy: (one: PictureMeasuring): void => void (measuring = one),

    /** Who wants to know when pictures were measured; told their keys. */
    onKnown: (listener: (keys: readonly string[]) => void): void => void (hear = listener),

    /** When none of these (`pictureKeyOf`) waits to be measured any more, or when `limit` milliseconds have passed. */
    measured(keys: readonly string[], limit: number): Promise<void> {
      const areKnown = (): boolean => isStopped || keys.every((key) => !waiting.has(key));
      if (areKnown()) return Promise.resolve();
      return new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(clock);
          listeners.delete(look);
          resolve();
        };
        const look = (): void => void (areKnown() && end());
        const clock = setTimeout(end, limit);
        listeners.add(look);
      });
    },

    /** When nothing is being measured any more. */
    idle: async (): Promise<void> => void (await running),

    async stop(): Promise<void> {
      isStopped = true;
      waiting.clear();
      for (const told of listeners) told();
      await running;
    },
  };
}
