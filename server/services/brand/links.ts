import type { LinkState } from '../../../src/brand/engine/rule';
import type { Answer, Outgoing } from '../../http/outgoing';
import type { BrandLinksStore } from '../../stores/brand-links';

/** Milliseconds for which an answer counts. */
const hour = 3_600_000;
const lasts: Readonly<Record<LinkState, number>> = { alive: 24 * hour, dead: hour, unknown: hour };
/** Calls at once, and addresses that wait; more are asked for again by the next check. */
const atOnce = 4;
const mostWaiting = 2_000;
const forgottenAfter = 30 * 24 * hour;

export interface LinksDeps {
  readonly http: Outgoing;
  readonly store: BrandLinksStore;
  readonly onFailure: (error: unknown) => void;
  readonly now: () => number;
}

export type Links = ReturnType<typeof links>;

/**
 * Which addresses in texts are alive. What is known is said at once; what is not known, or no longer, is called in the
 * background. Addresses in private networks are never called, so nobody learns anything of them.
 */
export function links({ http, store, onFailure, now }: LinksDeps) {
  const waiting = new Set<string>();
  const asking = new Set<string>();
  const running = new Set<Promise<void>>();
  let hear: (urls: readonly string[]) => void = () => undefined;
  let isStopped = false;

  async function ask(url: string): Promise<void> {
    const state = await stateOf(http, url);
    await store.put({ url, state, at: now() });
    hear([url]);
  }

  function goOn(): void {
    while (!isStopped && running.size < atOnce && waiting.size > 0) {
      const [url = ''] = waiting;
      waiting.delete(url);
      asking.add(url);
      const run: Promise<void> = ask(url)
        .catch(onFailure)
        .finally(() => {
          asking.delete(url);
          running.delete(run);
          goOn();
        });
      running.add(run);
    }
  }

  return {
    /** What is known of these addresses now; those that are missing are being asked. */
    async states(urls: readonly string[]): Promise<ReadonlyMap<string, LinkState>> {
      const wanted = [...new Set(urls)].filter((url) => /^https?:\/\//i.test(url)).slice(0, 1_000);
      if (wanted.length === 0) return new Map();
      const known = new Map((await store.find(wanted)).map((one) => [one.url, one]));
      for (const url of wanted) {
        const one = known.get(url);
        const isFresh = one !== undefined && now() - one.at < lasts[one.state];
        if (!isFresh && !asking.has(url) && waiting.size < mostWaiting) waiting.add(url);
      }
      goOn();
      return new Map([...known].map(([url, { state }]) => [url, state]));
    },

    /** Who wants to know when something was learnt about addresses. */
    onKnown: (listener: (urls: readonly string[]) => void): void => void (hear = listener),

    /** When nothing is being asked and nothing waits. */
    async idle(): Promise<void> {
      while (running.size > 0) await Promise.all(running);
    },

    forgetOld: (): Promise<void> => store.deleteBefore(now() - forgottenAfter),

    async stop(): Promise<void> {
      isStopped = true;
      waiting.clear();
      await Promise.all(running);
    },
  };
}

async function stateOf(http: Outgoing, url: string): Promise<LinkState> {
  const call = (method: 'HEAD' | 'GET') =>
    http.send({ method, url, timeout: 10_000, maxBytes: 1_024, redirects: 5 });
  const head = judged(await call('HEAD'));
  // Many servers answer HEAD wrongly; only what GET says counts against a link.
  return head === 'dead' ? judged(await call('GET')) : head;
}

/** Sites that turn away programs (401, 403, 429) may be open to people: nobody can tell. */
function judged(answer: Answer): LinkState {
  switch (answer.kind) {
    case 'refused':
      return 'unknown';
    case 'unreachable':
    case 'lost':
      return 'dead';
    case 'answered':
      if (answer.status < 400) return 'alive';
      return [401, 403, 407, 429].includes(answer.status) ? 'unknown' : 'dead';
    default:
      return answer satisfies never;
  }
}
