import type { IncomingHttpHeaders } from 'node:http';

/** A request as it comes in, whether over a line or inside the process. */
export interface PracticeRequest {
  readonly method: string;
  readonly url: URL;
  /** By lower-case name. */
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface PracticeAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** `cut`: the line breaks before the answer · `half`: in the middle of it. */
  readonly line?: 'cut' | 'half';
}

/** What a request is about; faults are ordered by it. */
export type Deed = 'read' | 'upload' | 'publish';

/** What every network refuses in words of its own. */
export type Refusal = 'too-many' | 'signed-out' | 'server-error';

/** A fault that only the network itself can play. */
export interface Hints {
  /** How often a picture is asked for before it is ready. */
  readonly slowMedia?: number;
}

/** One network, played by its published contract and strict about requests. One folder each. */
export interface PracticeNetwork {
  readonly kind: string;
  /** What a request is about; null where it is not one for this network. */
  deedOf(request: PracticeRequest): Deed | null;
  answer(request: PracticeRequest, hints: Hints): Promise<PracticeAnswer>;
  /** In the network's own words; `resetAt` is when calls are taken again, in milliseconds since 1970. */
  refusal(what: Refusal, resetAt: number | null): PracticeAnswer;
}

/** Who a token belongs to, and what it may do; null: nobody. */
export type Tokens = (
  token: string,
) => { readonly account: string; readonly scopes: readonly string[] } | null;

export const asJson = (
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): PracticeAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
});
