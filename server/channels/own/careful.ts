/** How long somebody is waited for. */
export interface Patience {
  readonly ms: number;
  /** Runs once after some milliseconds; the answer calls it off. */
  readonly setTimer: (run: () => void, ms: number) => () => void;
}

const over = new Error('no answer in time');

/** What the work gives, or `deadline.over` where it takes too long; what comes later is not heard any more. */
export async function deadline<T>(work: () => Promise<T>, { ms, setTimer }: Patience): Promise<T> {
  let off = (): void => undefined;
  const late = new Promise<never>((_, reject) => {
    off = setTimer(() => reject(over), ms);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    off();
  }
}
deadline.over = over;

/** The text without what is in the secret of an account. */
export function hidden(text: string, secret: unknown): string {
  const parts = typeof secret === 'object' && secret !== null ? Object.values(secret) : [];
  return parts
    .filter((part): part is string => typeof part === 'string' && part.length >= 4)
    .flatMap((part) => [part, encodeURIComponent(part)])
    .reduce((shown, part) => shown.replaceAll(part, '…'), text);
}
