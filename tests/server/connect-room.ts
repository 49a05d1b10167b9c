import type { PracticeServer } from '../network/practice/server';
import { bootStrapi, type App } from './boot';
import type { DatabaseKind } from './databases';
import { hire, type Answer, type Staff } from './staff';

/** What calls about connecting answer. */
export interface Told {
  readonly key: string;
  readonly kind: string;
  readonly state: string;
  readonly stateReason: string;
  readonly hasSecret: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly connected?: { readonly as: string; readonly until: number | null };
}
export interface Finished {
  readonly report: { readonly state: string; readonly message: string };
  readonly channel: Told;
  readonly error: {
    readonly message: string;
    readonly details: { readonly code: string; readonly missing?: readonly string[] };
  };
}

/** A Strapi with a person in it, beside the practice network. */
export interface ConnectRoom {
  readonly app: App;
  readonly owner: Staff;
  make(kind: string, settings: object): Promise<string>;
  begin(key: string): Promise<Answer<{ readonly address: string } & Finished>>;
  /** Presses a button on the page of the network, and goes on where it leads; `leave`: rights that are taken out there. */
  press(address: string, account: string, decision?: 'allow' | 'deny', leave?: string): Promise<string>;
  finish(attempt: string): Promise<Answer<Finished>>;
  /** All of it. */
  connect(key: string, account: string, leave?: string): Promise<Answer<Finished>>;
  channel(key: string): Promise<Told>;
  /** Details of the lines of the record that are of this kind, the newest first. */
  recorded(kind: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  stop(): Promise<void>;
}

/** Presses a button on the page of a network, with these changes to what it was opened with; the address that a person is sent back to. */
export async function pressed(address: string, changes: Readonly<Record<string, string>>): Promise<string> {
  const url = new URL(address);
  const form = { ...Object.fromEntries(url.searchParams), ...changes };
  const answer = await fetch(`${url.origin}${url.pathname}`, {
    ...{ method: 'POST', body: new URLSearchParams(form), redirect: 'manual' },
  });
  return answer.headers.get('location') ?? '';
}

/** Follows the way back into the admin panel; the key of the attempt. */
export async function cameBack(address: string): Promise<string> {
  const back = await fetch(address, { redirect: 'manual' });
  return new URL(back.headers.get('location') ?? '').searchParams.get('connect') ?? '';
}

/** With another code or state than the network gave. */
export function forged(address: string, changes: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(changes)) url.searchParams.set(name, value);
  return url.href;
}

/**
 * Comes back with a state that nobody gave out, with none, and to the address of another network: each is told to the person there, and
 * goes no further.
 */
export async function comesBackAsNobody(back: string, elsewhere: string): Promise<void> {
  for (const wrong of [
    forged(back, { state: 'x'.repeat(43) }),
    forged(back, { state: '' }),
    `${elsewhere}${new URL(back).search}`,
  ]) {
    const answer = await fetch(wrong, { redirect: 'manual' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('/plugins/presence/channels');
  }
}

/** Opens the room; `connect` are the apps of the business, `others` what else may be called. */
export async function connectRoom(
  db: DatabaseKind,
  practice: PracticeServer,
  connect: object,
  others: readonly string[] = [],
): Promise<ConnectRoom> {
  const allow = [`127.0.0.1:${practice.port}`, ...others];
  const app = await bootStrapi({
    db,
    presence: { engine: { enabled: false }, outgoing: { allow }, connect },
  });
  const owner = await hire(app, 'Rosa');
  const settings = await owner.call('GET', '/presence/settings');
  await owner.call('PUT', '/presence/settings', { ...settings.body, publicUrl: app.url });

  const room: ConnectRoom = {
    ...{ app, owner },
    async make(kind, given) {
      const made = await owner.call<Told>('POST', '/presence/channels', {
        ...{ kind, name: 'Bakery', settings: given },
      });
      expect(made.status).toBe(201);
      return made.body.key;
    },
    begin: (key) => owner.call('POST', `/presence/channels/${key}/connect`, {}),
    press: async (address, account, decision = 'allow', leave = '') =>
      cameBack(await pressed(address, { account, decision, ...(leave ? { leave } : {}) })),
    finish: (attempt) => owner.call('POST', `/presence/connects/${attempt}`, {}),
    async connect(key, account, leave) {
      const { body } = await room.begin(key);
      return room.finish(await room.press(body.address, account, 'allow', leave));
    },
    async channel(key) {
      const { body } = await owner.call<Told[]>('GET', '/presence/channels');
      const found = body.find((one) => one.key === key);
      if (!found) throw new Error(`There is no channel ${key}.`);
      return found;
    },
    async recorded(kind) {
      const { body } = await owner.call<{
        items: { kind: string; details: Record<string, unknown> }[];
      }>('GET', '/presence/audit?group=channels&pageSize=100');
      return body.items.filter((line) => line.kind === kind).map(({ details }) => details);
    },
    stop: () => app.stop(),
  };
  return room;
}
