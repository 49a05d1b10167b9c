/** Why the server said no: its own sentence, and a stable code to branch on. */
export interface Refusal {
  readonly message: string;
  readonly code: string | null;
  /** Path of the value at fault, where there is one. */
  readonly path: string | null;
  readonly status: number | null;
  readonly details: Readonly<Record<string, unknown>>;
  /** Every value at fault, where a request had several. */
  readonly problems: readonly FieldProblem[];
}

/** What is wrong with one value of a request. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isProblem = (value: unknown): value is FieldProblem =>
  isObject(value) && typeof value['path'] === 'string' && typeof value['message'] === 'string';

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Reads what Strapi's fetch client throws; a network failure has no code. */
export function refusalOf(error: unknown): Refusal {
  const response = isObject(error) && isObject(error['response']) ? error['response'] : {};
  const data = isObject(response['data']) ? response['data'] : {};
  const body = isObject(data['error']) ? data['error'] : {};
  const details = isObject(body['details']) ? body['details'] : {};
  const status = isObject(error) && typeof error['status'] === 'number' ? error['status'] : null;
  return {
    message: text(body['message']) ?? (error instanceof Error ? error.message : String(error)),
    code: text(details['code']),
    path: text(details['path']),
    status,
    details,
    problems: Array.isArray(details['problems']) ? details['problems'].filter(isProblem) : [],
  };
}

/** The problem of one value, by the path that the server gives it: `settings.fromName`. */
export const problemAt = (refusal: Refusal | undefined, path: string): FieldProblem | undefined =>
  refusal?.problems.find((problem) => problem.path === path) ??
  (refusal?.path === path && refusal.problems.length === 0 ? { path, message: refusal.message } : undefined);
