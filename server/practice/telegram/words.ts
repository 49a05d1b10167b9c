import type { z } from 'zod';
import { asJson, type PracticeAnswer, type Refusal } from '../network';

/** A refusal in the words of the Bot API (core.telegram.org/bots/api#making-requests). */
export const refused = (code: number, description: string, parameters?: object): PracticeAnswer =>
  asJson(
    code,
    { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) },
    parameters && 'retry_after' in parameters ? { 'retry-after': String(parameters.retry_after) } : {},
  );

export const bad = (what: string): PracticeAnswer => refused(400, `Bad Request: ${what}`);

/** What is said of an album one of whose files does not pass. */
export const ofAlbum = (number: number, what: string): string =>
  `failed to send message #${number} with the error message "${what}"`;

export const unauthorised = refused(401, 'Unauthorized');
export const notFound = refused(404, 'Not Found');
export const moved = (to: number): PracticeAnswer =>
  refused(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: to });

/** A field that is missing, wrong, or not known; the real one overlooks the last. */
export const badInput = ({ issues }: z.ZodError): PracticeAnswer =>
  bad(issues.map(({ path, message }) => `${path.join('.') || 'request'}: ${message}`).join('; '));

export const done = (result: unknown): PracticeAnswer => asJson(200, { ok: true, result });

export function telegramRefusal(what: Refusal, resetAt: number | null, now: number): PracticeAnswer {
  switch (what) {
    case 'signed-out':
      return unauthorised;
    case 'server-error':
      return refused(500, 'Internal Server Error');
    case 'too-many': {
      if (resetAt === null) return refused(429, 'Too Many Requests');
      const seconds = Math.max(1, Math.ceil((resetAt - now) / 1_000));
      return refused(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
    }
    default:
      return what satisfies never;
  }
}
