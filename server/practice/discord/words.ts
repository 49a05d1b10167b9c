import type { z } from 'zod';
import { asJson, type PracticeAnswer, type Refusal } from '../network';

/** Refusals in Discord's own words and numbers (docs.discord.com/developers/topics/opcodes-and-status-codes, JSON). */
export const unknownWebhook = asJson(404, { message: 'Unknown Webhook', code: 10_015 });
export const unknownMessage = asJson(404, { message: 'Unknown Message', code: 10_008 });
export const webhookRefused = asJson(401, { message: 'Invalid Webhook Token', code: 50_027 });

/** Errors nest as the request does: `{ errors: { content: { _errors: [{ code, message }] } } }`. */
export function invalidForm({ issues }: z.ZodError): PracticeAnswer {
  const errors = Object.fromEntries(
    issues.map(({ path, code, message }) => [path.join('.') || 'body', { _errors: [{ code, message }] }]),
  );
  return asJson(400, { message: 'Invalid Form Body', code: 50_035, errors });
}

export function discordRefusal(what: Refusal, resetAt: number | null, now: number): PracticeAnswer {
  switch (what) {
    case 'signed-out':
      return webhookRefused;
    case 'server-error':
      return asJson(500, { message: '500: Internal Server Error', code: 0 });
    case 'too-many': {
      const message = 'You are being rate limited.';
      if (resetAt === null) return asJson(429, { message, code: 0, global: false });
      const seconds = Math.max(0.001, (resetAt - now) / 1_000);
      return asJson(
        429,
        { message, retry_after: seconds, global: false },
        {
          'x-ratelimit-limit': '5',
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset-after': seconds.toFixed(3),
        },
      );
    }
    default:
      return what satisfies never;
  }
}
