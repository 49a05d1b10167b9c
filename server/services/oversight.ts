import type { ChannelState } from '../../src/channels/schema';
import type { ContentModel } from '../../src/content/schema';
import type { LifePolicies } from '../../src/governance/lifecycle/schema';
import { accessOf, type Grants } from '../../src/governance/oversight/access';
import type { LastLook, OversightFacts } from '../../src/governance/oversight/facts';
import { overviewOf } from '../../src/governance/oversight/overview';
import type { OversightView } from '../../src/governance/oversight/schema';
import { approving, powers } from '../../src/governance/oversight/security';
import type { Settings } from '../../src/governance/settings';
import type { AccessStore } from '../stores/access';
import type { LogInsStore } from '../stores/log-ins';
import type { UpkeepStore } from '../stores/upkeep';

/** What other parts tell. */
interface Sources {
  readonly drift: () => Promise<LastLook>;
  readonly overdueReviews: () => Promise<number>;
  readonly exceptions: (since: number) => Promise<number>;
  readonly auditCheck: () => Promise<LastLook>;
  readonly refusedLinks: (since: number) => Promise<number>;
  readonly webhooks: () => Promise<readonly { readonly name: string; readonly isFailing: boolean }[]>;
}

interface Deps extends Sources {
  readonly access: AccessStore;
  readonly upkeep: UpkeepStore;
  readonly logIns: LogInsStore;
  readonly settings: () => Promise<Settings>;
  readonly models: () => readonly ContentModel[];
  readonly channels: () => Promise<
    readonly {
      readonly key: string;
      readonly name: string;
      readonly state: ChannelState;
      readonly hasSecret: boolean;
      readonly updatedAt: number;
    }[]
  >;
  readonly hasKey: () => boolean;
  readonly life: {
    readonly policies: () => Promise<LifePolicies>;
    readonly followed: () => Promise<string[]>;
    readonly count: (uids: readonly string[], dueBefore?: number) => Promise<number>;
    readonly owners: () => Promise<readonly { readonly owner: string }[]>;
  };
  readonly now: () => number;
}

const dayInMs = 86_400_000;
const ours = (permission: string): string => `plugin::presence.${permission}`;

export type Oversight = ReturnType<typeof oversight>;

/** Gathers what the governance page is judged by. Nothing is stored: every state is found anew. */
export function oversight(deps: Deps) {
  const { access, upkeep, logIns, settings, models, channels, hasKey, life, now } = deps;

  return {
    async view(): Promise<OversightView> {
      const facts: OversightFacts = {
        now: now(),
        content: await contentFacts(),
        data: await dataFacts(),
        security: await securityFacts(),
        api: await apiFacts(),
      };
      return overviewOf(facts);
    },

    /** Somebody logged in to the admin panel. */
    noteLogIn: (person: string): Promise<void> => logIns.note(person, now()),
    /** From now on log-ins are written down. */
    beginWatch: (): Promise<void> => logIns.begin(now()),
  };

  async function contentFacts(): Promise<OversightFacts['content']> {
    const { fourEyes } = await settings();
    const policies = Object.values(await life.policies());
    const dated = policies.filter(({ review, halved }) => review !== null || halved !== null);
    const followed = await life.followed();
    const known = new Set((await life.owners()).map(({ owner }) => owner));
    const named = policies.flatMap(({ owner }) => (owner === null ? [] : [owner]));
    return {
      governed: (await governedTypes()).map(({ name }) => name),
      types: models().length,
      fourEyes,
      exceptions: await deps.exceptions(now() - 90 * dayInMs),
      drift: await deps.drift(),
      overdueReviews: await deps.overdueReviews(),
      life: {
        dated: dated.length,
        live: await life.count(followed),
        overdue: await life.count(followed, now() + 1),
        gone: [...new Set(named.filter((owner) => !known.has(owner)))],
        ownerless: dated.filter(({ owner }) => owner === null).length,
      },
    };
  }

  async function dataFacts(): Promise<OversightFacts['data']> {
    const day = await upkeep.oldestKeyDay();
    const subscribers = await upkeep.subscribers();
    const erasures = await upkeep.erasures();
    return {
      retentionDays: (await settings()).retentionDays,
      oldestTouchpoint: await upkeep.oldestTouchpoint(),
      oldestVisitorKey: day === null ? null : Date.parse(`${day}T00:00:00Z`),
      subscribers: subscribers.all,
      withoutProof: subscribers.withoutProof,
      erasures: erasures.all,
      leftovers: erasures.leftovers,
    };
  }

  async function securityFacts(): Promise<OversightFacts['security']> {
    const delivered = await upkeep.lastDeliveries();
    const holders = await access.holders([approving, ...powers].map(ours));
    const sessions = await access.sessions();
    const { since, last } = await logIns.all();
    const webhooks = await deps.webhooks();
    return {
      hasKey: hasKey(),
      channels: (await channels()).map(({ key, name, state, hasSecret, updatedAt }) => ({
        name,
        secretAt: hasSecret ? updatedAt : null,
        isReady: state === 'ready' || state === 'untested',
        deliveredAt: delivered.get(key) ?? null,
      })),
      holders: Object.fromEntries([approving, ...powers].map((name) => [name, holders[ours(name)] ?? []])),
      people: (await access.people()).map(({ id, name, createdAt }) => ({
        name,
        createdAt,
        seenAt: latest(last.get(id), sessions.get(id)),
      })),
      watchedSince: since,
      refusedLinks: await deps.refusedLinks(now() - 7 * dayInMs),
      failingWebhooks:
        webhooks.length > 0 ? webhooks.filter(({ isFailing }) => isFailing).map(({ name }) => name) : null,
      webhooks: webhooks.length,
      audit: await deps.auditCheck(),
    };
  }

  async function apiFacts(): Promise<OversightFacts['api']> {
    const tokens = await access.tokens();
    const isFull = ({ type }: { readonly type?: string | null | undefined }) => type === 'full-access';
    const ways: Grants[] = [
      ...(await access.roles()).map(({ id, name, type, permissions }) => ({
        kind: 'role' as const,
        name,
        isPublic: type === 'public',
        to: `/settings/users-permissions/roles/${id}`,
        grants: permissions,
      })),
      ...tokens.map((token) => ({
        kind: 'token' as const,
        name: token.name,
        isPublic: false,
        to: `/settings/api-tokens/${token.id}`,
        grants: isFull(token)
          ? ('all' as const)
          : token.type === 'read-only'
            ? ('read' as const)
            : token.permissions,
      })),
    ];
    return {
      hasAccounts: access.hasAccounts(),
      access: accessOf(await governedTypes(), ways),
      tokens: tokens.map((token) => ({ ...token, isFull: isFull(token) })),
    };
  }

  async function governedTypes(): Promise<{ uid: string; name: string }[]> {
    const governed = new Set((await settings()).governed);
    return models()
      .filter(({ uid }) => governed.has(uid))
      .map(({ uid, displayName }) => ({ uid, name: displayName }));
  }
}

const latest = (...times: readonly (number | undefined)[]): number | null => {
  const known = times.filter((time) => time !== undefined);
  return known.length > 0 ? Math.max(...known) : null;
};
