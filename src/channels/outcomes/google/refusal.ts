import { z } from 'zod';
import { retryAfter } from '../http';

/** A refusal of Google: `{ error: google.rpc.Status }` (google.aip.dev/193, cloud.google.com/apis/design/errors). */
export interface GoogleRefusal {
  readonly http: number;
  /** Name of the code, such as `PERMISSION_DENIED`; empty where the body is not that of Google. */
  readonly status: string;
  /** `reason` of its `ErrorInfo`, such as `SERVICE_DISABLED`; empty where there is none. */
  readonly reason: string;
  /** The quota that was asked too much of is none at all: Google has not let the project in yet. */
  readonly isWithoutQuota: boolean;
  /** Google's sentences, those about single fields before that about the whole; for a person to read only. */
  readonly said: string;
  /** Milliseconds from now, as its `RetryInfo` or `Retry-After` says; null: it says none. */
  readonly after: number | null;
}

const text = z.string().catch('');
const info = z.object({
  '@type': z.literal('type.googleapis.com/google.rpc.ErrorInfo'),
  reason: text,
  metadata: z.record(z.string(), z.string()).catch({}),
});
const retry = z.object({
  '@type': z.literal('type.googleapis.com/google.rpc.RetryInfo'),
  retryDelay: z.string().regex(/^\d{1,9}(\.\d{1,9})?s$/),
});
const fields = z.object({
  '@type': z.literal('type.googleapis.com/google.rpc.BadRequest'),
  fieldViolations: z.array(z.object({ field: text, description: text })),
});
/** How version 4 of the Business Profile API tells the same. */
const validation = z.object({
  '@type': z.literal('type.googleapis.com/google.mybusiness.v4.ValidationError'),
  errorDetails: z.array(z.object({ field: text, message: text })),
});
const body = z.object({
  error: z.object({ status: text, message: text, details: z.array(z.unknown()).catch([]) }),
});

/** Reads a refusal by its fields, never by its words. */
export function googleRefusal(
  http: number,
  json: unknown,
  after: string | undefined,
  now: number,
): GoogleRefusal {
  const { error } = body.safeParse(json).data ?? {
    error: { status: '', message: '', details: [] },
  };
  const { reason = '', metadata = {} } = firstOf(info, error.details) ?? {};
  const delay = firstOf(retry, error.details)?.retryDelay;
  return {
    ...{ http, status: error.status, reason },
    isWithoutQuota: metadata['quota_limit_value'] === '0',
    said: wordsOf(error.message, error.details),
    after: delay === undefined ? (retryAfter(after, now) ?? null) : Math.ceil(parseFloat(delay) * 1_000),
  };
}

function wordsOf(message: string, details: readonly unknown[]): string {
  const single = [
    ...(firstOf(validation, details)?.errorDetails ?? []).map((one) => [one.field, one.message]),
    ...(firstOf(fields, details)?.fieldViolations ?? []).map((one) => [one.field, one.description]),
  ].map((part) => part.filter(Boolean).join(': '));
  return (single.filter(Boolean).join('; ') || message).slice(0, 300);
}

function firstOf<T>(shape: z.ZodType<T>, details: readonly unknown[]): T | undefined {
  for (const one of details) {
    const found = shape.safeParse(one);
    if (found.success) return found.data;
  }
  return undefined;
}
