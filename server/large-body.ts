import type { IncomingMessage } from 'node:http';
import type { Context, Next } from 'koa';
import type { Code } from '../src/shared/codes';
import { fail, ok, type Result } from '../src/shared/result';

/** Requests whose body may be larger than the megabyte that Strapi reads: a pack, all brands, and a plan. */
const large: readonly (readonly [method: string, path: string])[] = [
  ['POST', '/presence/brand/packs'],
  ['PUT', '/presence/brand/brands'],
  ['POST', '/presence/calendar/import'],
];

/**
 * Leaves these bodies to the controller, which reads them once Strapi has checked who sends them: Strapi reads what is JSON
 * before it knows that, and no more than a megabyte.
 */
export const largeBodies = (ctx: Context, next: Next): Promise<void> => {
  if (large.some(([method, path]) => ctx.method === method && ctx.path === path))
    ctx.req.headers['content-type'] = 'application/octet-stream';
  return next() as Promise<void>;
};

/** The JSON of such a request; refuses more than `most` bytes before it has read them. */
export async function largeBodyOf(
  request: IncomingMessage,
  most: number,
  code: Code = 'brand.too-large',
): Promise<Result<unknown>> {
  const tooLarge = fail({
    code,
    message: `The request has more than ${Math.round(most / 1_000_000)} MB. Send less of it at once.`,
  });
  if (Number(request.headers['content-length'] ?? 0) > most) {
    // What still comes is read and thrown away, so that the sender gets to see the answer.
    request.resume();
    return tooLarge;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size <= most) chunks.push(bytes);
  }
  if (size > most) return tooLarge;
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))));
  } catch {
    return fail({ code: 'request.invalid', message: 'The body is no JSON in UTF-8.' });
  }
}
