// The world outside of the crash test: a real Bluesky server behind a line that can be watched, and a receiver of webhooks. Both are
// slow by chance, so that a kill meets requests on their way, at the server, and on their way back.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const listening = async (server) => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${server.address().port}`;
};

const textOf = async (stream) => {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** What came, and whether the line broke in the middle of it. */
async function readAll(stream) {
  const chunks = [];
  try {
    for await (const chunk of stream) chunks.push(chunk);
    return { bytes: Buffer.concat(chunks), isWhole: true };
  } catch {
    return { bytes: Buffer.concat(chunks), isWhole: false };
  }
}

/**
 * A line to a server: writes wait on their way there and back. `fault` may break one: `before` it is there, `after`, or with the
 * answer of a gateway in place of the server's (`gateway`). `onWrite` sees each as it is sent; `refuse` may answer in the server's place.
 */
export function slowLine(
  target,
  { isWrite, wait, onAnswer, fault = () => null, onWrite = () => undefined, refuse = () => null },
) {
  return http.createServer(async (request, response) => {
    const body = await textOf(request).catch(() => null);
    if (body === null) return;
    const refusal = refuse(request);
    if (refusal)
      return void response
        .writeHead(refusal.status, { 'content-type': 'application/json' })
        .end(JSON.stringify(refusal.body));
    const write = isWrite(request);
    const broken = write ? fault() : null;
    if (write) onWrite(request, String(body));
    if (write) await wait();
    if (broken === 'before') return void response.socket?.resetAndDestroy();
    const onward = http.request(`${target}${request.url}`, {
      method: request.method,
      headers: { ...request.headers, host: new URL(target).host },
    });
    onward.on('response', async (answer) => {
      const { bytes, isWhole } = await readAll(answer);
      if (write) await wait();
      if (broken === 'after') return void response.socket?.resetAndDestroy();
      if (broken === 'gateway')
        return void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
      response.writeHead(answer.statusCode, answer.headers);
      if (!isWhole) return void response.write(bytes, () => response.destroy());
      response.end(bytes, () => write && onAnswer());
    });
    onward.on('error', () => response.destroy());
    onward.end(body);
  });
}

/** `onAnswer` is called whenever an answer to a write was sent back; `pause` gives the milliseconds to wait at a place. */
export async function startOutside({ onAnswer, pause, fault }) {
  const script = fileURLToPath(new URL('../network/bluesky.mjs', import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(child.stdout), 'line');
  const { pdsUrl } = JSON.parse(line);
  const wait = () => new Promise((done) => setTimeout(done, pause()));

  const xrpc = async (method, { query = {}, input, token } = {}) => {
    const address = new URL(`/xrpc/${method}`, pdsUrl);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    const response = await fetch(address, {
      method: input ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      ...(input ? { body: JSON.stringify(input) } : {}),
    });
    const text = await response.text();
    const body = text === '' ? {} : JSON.parse(text);
    if (!response.ok) throw new Error(`${method}: ${response.status} ${JSON.stringify(body)}`);
    return body;
  };
  const account = await xrpc('com.atproto.server.createAccount', {
    input: { handle: 'bakery.test', email: 'bakery@mail.test', password: 'sourdough' },
  });
  const { password } = await xrpc('com.atproto.server.createAppPassword', {
    token: account.accessJwt,
    input: { name: 'presence' },
  });

  const isWrite = ({ method, url }) => method === 'POST' && url.includes('Record');
  /** Access tokens that ran out, and the one that was used last. The server's own live for two hours. */
  const expired = new Set();
  let used = null;
  const refuse = ({ url, headers }) => {
    const token = headers.authorization;
    if (token === undefined || url.includes('refreshSession')) return null;
    used = token;
    return expired.has(token)
      ? { status: 400, body: { error: 'ExpiredToken', message: 'Token has expired' } }
      : null;
  };
  const line_ = slowLine(pdsUrl, { isWrite, wait, onAnswer, fault, refuse });

  const received = [];
  const receiver = http.createServer(async (request, response) => {
    const body = String(await textOf(request).catch(() => ''));
    await wait();
    received.push({ id: request.headers['webhook-id'], body });
    await wait();
    response.writeHead(204).end(() => onAnswer());
  });

  const [service, webhookUrl] = [await listening(line_), await listening(receiver)];
  return {
    bluesky: {
      kind: 'bluesky',
      name: 'Bluesky',
      settings: { service, identifier: 'bakery.test' },
      secret: { appPassword: password },
    },
    webhook: {
      kind: 'webhook',
      name: 'Partner',
      settings: { url: webhookUrl },
      secret: { signingSecret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` },
    },
    received,
    /** The session that was used last runs out. */
    async expire() {
      if (used === null) return;
      // Two tokens of the same second are the same.
      const { iat } = JSON.parse(Buffer.from(used.split('.')[1], 'base64url').toString());
      await new Promise((done) => setTimeout(done, Math.max(0, (iat + 2) * 1_000 - Date.now())));
      expired.add(used);
    },
    /** The app password is revoked, with every session made from it, and a new one is made: the secret that the account takes now. */
    async rotate() {
      const token = account.accessJwt;
      const input = { name: 'presence' };
      await xrpc('com.atproto.server.revokeAppPassword', { token, input });
      const made = await xrpc('com.atproto.server.createAppPassword', { token, input });
      await this.expire();
      return { appPassword: made.password };
    },
    /** Every post of the account, read from the server itself. */
    async posts() {
      const found = [];
      let cursor;
      do {
        const query = {
          repo: account.did,
          collection: 'app.bsky.feed.post',
          limit: '100',
          ...(cursor ? { cursor } : {}),
        };
        const page = await xrpc('com.atproto.repo.listRecords', { query });
        found.push(...page.records);
        cursor = page.cursor;
      } while (cursor);
      return found;
    },
    async stop() {
      for (const server of [line_, receiver]) {
        server.closeAllConnections();
        server.close();
      }
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
