import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** An account on the server, and the password that a channel signs in with. */
export interface BlueskyUser {
  readonly did: string;
  readonly handle: string;
  readonly password: string;
  readonly appPassword: string;
}

export interface BlueskyServer {
  readonly pdsUrl: string;
  readonly plcUrl: string;
  readonly pid: number;
  /** A new account with an app password; `name` becomes `name.test`. */
  account(name: string): Promise<BlueskyUser>;
  /** Any call as any client would make it: what our own code says about the server proves nothing. */
  call(method: string, options?: BlueskyCall): Promise<{ status: number; body: Record<string, unknown> }>;
  /** Every record of a collection, read page by page. */
  records(did: string, collection?: string): Promise<{ uri: string; value: Record<string, unknown> }[]>;
  /** Writes a record as its account: a like, a reply, a profile. */
  write(user: BlueskyUser, collection: string, record: object, rkey?: string): Promise<string>;
  /** Closes an account, as the network's moderators do. */
  takeDown(did: string): Promise<void>;
  revokeAppPassword(user: BlueskyUser): Promise<void>;
  stop(): Promise<void>;
}

export interface BlueskyCall {
  readonly query?: Readonly<Record<string, string>>;
  readonly input?: object;
  readonly token?: string;
  readonly admin?: boolean;
}

/** Starts the real server as a child process on free ports, or on those given. It ends with this process. */
export async function startBluesky(
  options: { readonly pds?: number; readonly plc?: number; readonly rateLimits?: boolean } = {},
): Promise<BlueskyServer> {
  const args = [
    ...(options.pds ? ['--pds', String(options.pds)] : []),
    ...(options.plc ? ['--plc', String(options.plc)] : []),
    ...(options.rateLimits ? ['--rate-limits'] : []),
  ];
  const script = resolve(process.cwd(), 'tests/network/bluesky.mjs');
  const child = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (chunk) => (complaints += String(chunk)));
  const ended = once(child, 'exit');
  const lines = createInterface(child.stdout);
  const first = await Promise.race([once(lines, 'line'), ended.then(() => null)]);
  if (!first) throw new Error(`The Bluesky server did not start:\n${complaints}`);
  lines.close();
  const { pdsUrl, plcUrl, adminPassword, pid } = JSON.parse(String(first[0]));

  const call: BlueskyServer['call'] = async (method, { query = {}, input, token, admin } = {}) => {
    const address = new URL(`/xrpc/${method}`, pdsUrl);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    const basic = Buffer.from(`admin:${adminPassword}`).toString('base64');
    const authorization = admin ? `Basic ${basic}` : token ? `Bearer ${token}` : null;
    const response = await fetch(address, {
      method: input ? 'POST' : 'GET',
      headers: {
        ...(authorization ? { authorization } : {}),
        ...(input ? { 'content-type': 'application/json' } : {}),
      },
      ...(input ? { body: JSON.stringify(input) } : {}),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
  };
  const must: typeof call = async (method, options) => {
    const answer = await call(method, options);
    if (answer.status !== 200)
      throw new Error(`${method} answered ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  };
  const tokenOf = async (user: BlueskyUser): Promise<string> => {
    const input = { identifier: user.handle, password: user.password };
    return String((await must('com.atproto.server.createSession', { input })).body['accessJwt']);
  };

  return {
    pdsUrl,
    plcUrl,
    pid,
    call,
    async account(name) {
      const handle = `${name}.test`;
      const password = `${name}-password`;
      const input = { handle, email: `${name}@mail.test`, password };
      const { body } = await must('com.atproto.server.createAccount', { input });
      const token = String(body['accessJwt']);
      const made = await must('com.atproto.server.createAppPassword', { token, input: { name: 'presence' } });
      return { did: String(body['did']), handle, password, appPassword: String(made.body['password']) };
    },
    async records(did, collection = 'app.bsky.feed.post') {
      const found: { uri: string; value: Record<string, unknown> }[] = [];
      let cursor: string | undefined;
      do {
        const query = { repo: did, collection, limit: '100', ...(cursor ? { cursor } : {}) };
        const { body } = await must('com.atproto.repo.listRecords', { query });
        found.push(...(body['records'] as typeof found));
        cursor = body['cursor'] as string | undefined;
      } while (cursor);
      return found;
    },
    async write(user, collection, record, rkey) {
      const token = await tokenOf(user);
      const value = { $type: collection, createdAt: '2026-01-01T00:00:00.000Z', ...record };
      const input = { repo: user.did, collection, record: value, ...(rkey ? { rkey } : {}) };
      return String((await must('com.atproto.repo.createRecord', { token, input })).body['uri']);
    },
    async takeDown(did) {
      const subject = { $type: 'com.atproto.admin.defs#repoRef', did };
      const input = { subject, takedown: { applied: true, ref: 'test' } };
      await must('com.atproto.admin.updateSubjectStatus', { admin: true, input });
    },
    async revokeAppPassword(user) {
      const token = await tokenOf(user);
      await must('com.atproto.server.revokeAppPassword', { token, input: { name: 'presence' } });
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
