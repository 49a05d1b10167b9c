import type { Handover } from '../../src/audience/verdict';
import { AddressRefused } from './guarded-socket';

/** What is read of the errors of nodemailer and of Strapi's e-mail providers. */
interface MailError {
  readonly code?: unknown;
  readonly command?: unknown;
  readonly response?: unknown;
  readonly responseCode?: unknown;
  readonly message: string;
}

const steps: readonly (readonly [RegExp, Handover['step']])[] = [
  [/^AUTH/, 'login'],
  [/^MAIL FROM/, 'sender'],
  [/^(RCPT TO|API)/, 'recipient'],
  [/^DATA/, 'content'],
];

/** Where an SMTP conversation ended. `handedOver`: the server had asked for the mail and was given some of it. */
export function handoverOf(error: unknown, handedOver: boolean): Handover {
  const { code, command, response, responseCode, message } = mailError(error);
  if (error instanceof AddressRefused) return { code: null, reply: message, step: 'address', handedOver };
  const step =
    code === 'EAUTH' ? 'login' : (steps.find(([name]) => name.test(String(command ?? '')))?.[1] ?? 'connect');
  return {
    code: typeof responseCode === 'number' && responseCode > 0 ? responseCode : null,
    reply: String(response || message).slice(0, 1_000),
    step: code === 'EENVELOPE' || command !== 'API' ? step : 'connect',
    handedOver,
  };
}

const notReached =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ECONNECTION|EDNS|ETLS|ESOCKET)$/;

/**
 * The same for a provider of Strapi's e-mail plugin, which may be SMTP or anybody's HTTP API. Answers of an HTTP API are read by
 * their status; what says neither leaves open whether the mail went out.
 */
export function providerHandoverOf(error: unknown): Handover {
  const { code, response, responseCode, message } = mailError(error);
  if (code === 'EAUTH' || typeof responseCode === 'number') return handoverOf(error, false);
  if (notReached.test(String(code)))
    return { code: null, reply: message, step: 'connect', handedOver: false };
  const status = statusOf(code) ?? statusOf(response) ?? statusOf(error);
  const reply = message.slice(0, 1_000);
  if (status === 401 || status === 403) return { code: 535, reply, step: 'login', handedOver: false };
  if (status === 429 || status === 503) return { code: 421, reply, step: 'connect', handedOver: false };
  if (status !== null && status >= 400 && status < 500)
    return { code: 554, reply, step: 'content', handedOver: false };
  return { code: null, reply, step: 'content', handedOver: true };
}

const mailError = (error: unknown): MailError => (error instanceof Error ? error : new Error(String(error)));

function statusOf(value: unknown): number | null {
  if (typeof value === 'number') return value >= 400 && value < 600 ? value : null;
  if (typeof value !== 'object' || value === null) return null;
  if ('statusCode' in value && typeof value.statusCode === 'number') return value.statusCode;
  if ('status' in value && typeof value.status === 'number') return value.status;
  return null;
}
