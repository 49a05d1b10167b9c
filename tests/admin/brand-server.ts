export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** A refusal as the server sends it: its sentence, and what is wrong at which place. */
export const refused = (message: string, details: Readonly<Record<string, unknown>>, status = 400) => ({
  status,
  body: { error: { status, message, details } },
});

/** A server that answers by method and path; a function answers from what it was sent. Keeps what it was asked. */
export function serverThat(answers: Readonly<Record<string, unknown>>): Call[] {
  const calls: Call[] = [];
  globalThis.fetch = (async (url: unknown, init?: RequestInit) => {
    const path = new URL(String(url), 'http://cms.test').pathname;
    const method = init?.method ?? 'GET';
    const sent = JSON.parse(String(init?.body ?? 'null')) as unknown;
    calls.push({ method, path, body: sent });
    const found = answers[`${method} ${path}`];
    const answer = typeof found === 'function' ? (found as (body: unknown) => unknown)(sent) : found;
    const { status, body } = isStatus(answer)
      ? answer
      : { status: answer === undefined ? 404 : 200, body: answer };
    return { ok: status < 400, status, json: async () => body ?? {} } as Response;
  }) as typeof fetch;
  return calls;
}

const isStatus = (answer: unknown): answer is { status: number; body: unknown } =>
  typeof answer === 'object' && answer !== null && 'status' in answer && 'body' in answer;
