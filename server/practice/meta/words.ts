import { asJson, type PracticeAnswer, type PracticeRequest, type Refusal } from '../network';

interface MetaError {
  readonly message: string;
  readonly type: 'OAuthException' | 'GraphMethodException';
  readonly code: number;
  readonly subcode?: number;
  readonly isTransient?: boolean;
  readonly userMessage?: string;
}

/** A refusal in the envelope that Meta's networks share (developers.facebook.com/docs/graph-api/guides/error-handling). */
export const metaError = (
  status: number,
  { message, type, code, subcode, isTransient, userMessage }: MetaError,
  headers: Record<string, string> = {},
): PracticeAnswer =>
  asJson(
    status,
    {
      error: {
        ...{ message, type, code },
        ...(subcode === undefined ? {} : { error_subcode: subcode }),
        ...(isTransient === undefined ? {} : { is_transient: isTransient }),
        ...(userMessage === undefined ? {} : { error_user_title: message, error_user_msg: userMessage }),
        fbtrace_id: 'APractice0fMeta',
      },
    },
    headers,
  );

export const invalid = (what: string): PracticeAnswer =>
  metaError(400, { message: `(#100) ${what}`, type: 'OAuthException', code: 100 });

export const unknownThing = (id: string): PracticeAnswer =>
  metaError(400, {
    message: `Unsupported request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`,
    type: 'GraphMethodException',
    code: 100,
    subcode: 33,
  });

export const signedOut = metaError(401, {
  message: 'Error validating access token: Session has expired',
  type: 'OAuthException',
  code: 190,
  subcode: 463,
});

const noToken = metaError(400, {
  message: 'An active access token must be used to query information about the current user.',
  type: 'OAuthException',
  code: 2500,
});

const oldVersion = metaError(400, {
  message: '(#2635) You are calling a deprecated version of the API. Please update to the latest version',
  type: 'OAuthException',
  code: 2635,
});

/** The token of a request; it belongs into the header, so one in the address is refused here, although the real network takes it. */
export function tokenOf({ headers, url }: PracticeRequest): string | PracticeAnswer {
  if (url.searchParams.has('access_token')) return invalid('access_token belongs into the header');
  return /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? noToken;
}

/** Null where the version of a path is one that is answered. */
export const versionProblem = (
  version: string | undefined,
  oldest: number,
  newest: number,
): PracticeAnswer | null => {
  const number = Number(/^v(\d+)\.0$/.exec(version ?? '')?.[1] ?? 'none');
  return number >= oldest && number <= newest ? null : oldVersion;
};

/** `fields` of a request, without what stands in brackets; a name that is not known is refused. */
export function fieldsProblem(
  url: URL,
  known: readonly string[],
  others: readonly string[] = [],
): PracticeAnswer | null {
  const stray = [...url.searchParams.keys()].find((name) => name !== 'fields' && !others.includes(name));
  if (stray !== undefined) return invalid(`Unknown parameter ${stray}`);
  const unknown = fieldsOf(url).find((name) => !known.includes(name));
  return unknown === undefined ? null : invalid(`Tried accessing nonexisting field (${unknown})`);
}

const fieldsOf = (url: URL): readonly string[] =>
  (url.searchParams.get('fields') ?? '')
    .replace(/\{[^{}]*\}|\.\w+\([^()]*\)/g, '')
    .split(',')
    .filter(Boolean);

/** Of an object, what was asked for; `id` always is. */
export const picked = (url: URL, whole: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => name === 'id' || fieldsOf(url).includes(name)));

/** What every network of Meta refuses; `useCase` is the type in the header of use, `code` that of too many calls. */
export function metaRefusal(
  what: Refusal,
  resetAt: number | null,
  now: number,
  { useCase, code }: { readonly useCase: string; readonly code: number },
): PracticeAnswer {
  switch (what) {
    case 'signed-out':
      return signedOut;
    case 'server-error':
      return metaError(500, {
        ...{ message: 'An unknown error has occurred.', type: 'OAuthException', code: 1 },
        isTransient: true,
      });
    case 'too-many': {
      const minutes = resetAt === null ? 0 : Math.ceil((resetAt - now) / 60_000);
      const use = { type: useCase, call_count: 100, total_cputime: 25, total_time: 25 };
      const said = { '1048576': [{ ...use, estimated_time_to_regain_access: minutes }] };
      return metaError(
        400,
        {
          message: `(#${code}) There have been too many calls to this account. Wait a bit and try again.`,
          ...{ type: 'OAuthException', code },
        },
        resetAt === null ? {} : { 'x-business-use-case-usage': JSON.stringify(said) },
      );
    }
    default:
      return what satisfies never;
  }
}

/** Insights by name, one without a value left out as the networks do; one name that is not known and the whole call is refused. */
export function metricsAnswer(url: URL, known: Readonly<Record<string, unknown>>): PracticeAnswer {
  const asked = (url.searchParams.get('metric') ?? '').split(',');
  const unknown = asked.findIndex((name) => !Object.hasOwn(known, name));
  if (unknown >= 0)
    return invalid(
      `metric[${unknown}] must be one of the following values: ${Object.keys(known).join(', ')}`,
    );
  const period = url.searchParams.get('period') ?? 'lifetime';
  const told = asked.filter((name) => known[name] !== undefined);
  return asJson(200, { data: told.map((name) => ({ name, period, values: [{ value: known[name] }] })) });
}

/** Insights without the right to read them. */
export const noInsights = (right: string): PracticeAnswer =>
  metaError(403, {
    message: `(#10) Application does not have permission for this action. It needs ${right}`,
    ...{ type: 'OAuthException', code: 10 },
  });
