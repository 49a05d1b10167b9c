/** Parts of the governance page. */
export const areas = ['content', 'data', 'security', 'api'] as const;
export type Area = (typeof areas)[number];

/** Whether a policy holds. Unknown: nobody has looked yet, or there is nothing to judge by. */
export type PolicyState = 'kept' | 'broken' | 'unknown';

/** Where a policy is mended. */
export type Mend =
  | 'settings'
  | 'life-settings'
  | 'life'
  | 'reviews'
  | 'drift'
  | 'audit'
  | 'channels'
  | 'subscribers'
  | 'roles'
  | 'people'
  | 'public-roles'
  | 'tokens'
  | 'webhooks'
  | 'key';

/**
 * What was found: `said` names one sentence of the policy, `values` are the numbers and days in it (instants in
 * milliseconds), `names` what it is about.
 */
export interface Verdict {
  readonly state: PolicyState;
  readonly said: string;
  readonly values?: Readonly<Record<string, number | string>>;
  readonly names?: readonly string[];
  /** A place nearer than the policy's own: the one role at fault. */
  readonly to?: string;
}

/** One policy as data. */
export interface Policy<Facts> {
  readonly id: string;
  readonly area: Area;
  readonly mend: Mend;
  readonly judge: (facts: Facts) => Verdict;
}

/** One policy in `GET /presence/oversight`. */
export interface PolicyView {
  readonly id: string;
  readonly area: Area;
  readonly state: PolicyState;
  readonly said: string;
  readonly values: Readonly<Record<string, number | string>>;
  readonly names: readonly string[];
  /** A path of the admin panel; null where only the configuration of the server helps. */
  readonly mend: { readonly kind: Mend; readonly to: string | null };
}

/** Who can reach a governed type over the API. */
export interface AccessView {
  readonly uid: string;
  readonly name: string;
  readonly readers: readonly Reach[];
  readonly writers: readonly Reach[];
}

/** One way in: an API token, or a role of the website's accounts. */
export interface Reach {
  readonly kind: 'token' | 'role';
  readonly name: string;
  /** Whoever is not logged in. */
  readonly isPublic: boolean;
  /** Path of the admin panel where it is changed. */
  readonly to: string;
  readonly actions: readonly string[];
}

/** `GET /presence/oversight`. */
export interface OversightView {
  readonly at: number;
  readonly counts: Readonly<Record<PolicyState, number>>;
  readonly policies: readonly PolicyView[];
  readonly access: readonly AccessView[];
}
