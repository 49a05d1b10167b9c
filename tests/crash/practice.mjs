// The practice network as it stands outside of the fault run: Mastodon and a receiver of webhooks, with faults ordered by the dice.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../network/practice/main.mjs', import.meta.url));

/** What may happen to a request, as `server/practice/faults.ts` knows it; `n` gives a whole number from 0 to below its limit. */
const faults = [
  ({ n }) => ({ kind: 'latency', ms: 200 + n(11_800) }),
  () => ({ kind: 'too-many' }),
  ({ n }) => ({ kind: 'too-many', retryAfter: 1 + n(4) }),
  ({ n }) => ({ kind: 'quota', seconds: 1 + n(4) }),
  ({ accepted }) => ({ kind: 'server-error', accepted }),
  ({ accepted }) => ({ kind: 'server-error', status: 504, accepted }),
  ({ accepted }) => ({ kind: 'cut', accepted }),
  () => ({ kind: 'cut', accepted: true }),
  () => ({ kind: 'duplicate' }),
  () => ({ kind: 'html', accepted: true }),
  () => ({ kind: 'error-in-200', accepted: true }),
  () => ({ kind: 'truncated', accepted: true }),
  () => ({ kind: 'huge', bytes: 6_000_000, accepted: true }),
  () => ({ kind: 'redirect' }),
  () => ({ kind: 'token-expired' }),
];

export async function startPractice(random) {
  const child = spawn(process.execPath, [script, '--unlimited'], { stdio: ['pipe', 'pipe', 'inherit'] });
  process.on('exit', () => child.kill('SIGKILL'));
  const [line] = await once(createInterface(child.stdout), 'line');
  const { url } = JSON.parse(line);
  const ask = async (method, path, body) => {
    const response = await fetch(`${url}/_practice/${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  let { token } = await ask('POST', 'tokens', { account: 'bakery' });
  const receiver = await ask('POST', 'receivers', { account: 'partner' });
  const ordered = new Map();
  const n = (limit) => Math.floor(random() * limit);
  let next = 0;
  return {
    url,
    token: () => token,
    receiver,
    ordered,
    posts: (network) => ask('GET', `posts?network=${network}`),
    /** The next fault, for one of the networks: each in turn, so that a run meets all of them. */
    async order() {
      const fault = faults[next++ % faults.length]({ n, accepted: random() < 0.5 });
      const network = random() < 0.5 ? 'mastodon' : 'webhook';
      // A yes that is none is only a fault of what publishes.
      const on = random() < 0.8 || 'accepted' in fault ? 'publish' : 'any';
      ordered.set(fault.kind, (ordered.get(fault.kind) ?? 0) + 1);
      await ask('POST', 'faults', { network, on, fault });
    },
    /** The access token is not known any more; there is a new one in its place. */
    async rotate() {
      ({ token } = await ask('POST', 'tokens/rotate', { token }));
    },
    /** The next pictures are worked on for a while before they can be posted. */
    async slowMedia() {
      if ((await ask('GET', 'faults')).some(({ on }) => on === 'upload')) return;
      ordered.set('slow-media', (ordered.get('slow-media') ?? 0) + 1);
      const fault = { kind: 'slow-media', polls: 1 + n(5) };
      await ask('POST', 'faults', { network: 'mastodon', on: 'upload', fault });
    },
    /** How many that were ordered for what is published have not happened yet. */
    pending: async () => (await ask('GET', 'faults')).filter(({ on }) => on !== 'upload').length,
    heal: () => ask('DELETE', 'faults'),
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}
