import type { IncomingMessage } from 'node:http';
import type { Context, Next } from 'koa';
import { collectLimits } from '../src/engagement/schema';
import { codes } from '../src/shared/codes';
import type { Category } from '../src/shared/codes/entry';
import { fail, ok, type Problem, type Result } from '../src/shared/result';
import { callerOf } from './caller';
import type { Collect } from './services/collect';

/**
 * Where the tracker's reports come in. It stands before Strapi's own middlewares, because a report needs none of them: no
 * session, no query parser, no file uploads, no log line, and a body limit of its own that holds before anything is parsed.
 * Any site may post here, without credentials; the answer says nothing but whether the report is on disk.
 */
export const frontDoor =
  (path: string, collect: () => Collect) =>
  async (ctx: Context, next: Next): Promise<void> => {
    if (ctx.path !== path) return next();
    ctx.set('Access-Control-Allow-Origin', '*');
    if (ctx.method === 'OPTIONS') {
      ctx.set('Access-Control-Allow-Methods', 'POST');
      ctx.set('Access-Control-Allow-Headers', 'Content-Type');
      ctx.set('Access-Control-Max-Age', '86400');
      ctx.status = 204;
      return;
    }
    if (ctx.method !== 'POST') {
      ctx.set('Allow', 'POST, OPTIONS');
      return answer(ctx, 405, { code: 'request.invalid', message: 'Reports are sent by POST.' });
    }
    const text = await bodyOf(ctx.req);
    const received = text.ok ? await attempt(() => collect().receive(text.value, callerOf(ctx)), ctx) : text;
    if (received.ok) {
      ctx.status = 204;
      return;
    }
    const { category }: { readonly category: Category } = codes[received.error.code];
    if (category === 'unavailable') ctx.set('Retry-After', '2');
    answer(ctx, category === 'too-large' ? 413 : category === 'unavailable' ? 503 : 400, received.error);
  };

/** A failed write is answered, not thrown: the reporter learns that nothing was kept, the log learns why. */
async function attempt(receive: () => Promise<Result<void>>, ctx: Context): Promise<Result<void>> {
  try {
    return await receive();
  } catch (error) {
    ctx.app.emit('error', error, ctx);
    return fail({
      code: 'collect.not-stored',
      message:
        'The database did not take the report. Nothing of it was kept: send it again in a few seconds.',
    });
  }
}

function answer(ctx: Context, status: number, { code, message, path }: Problem): void {
  ctx.status = status;
  const details = path === undefined ? { code } : { code, path };
  ctx.body = { data: null, error: { status, name: 'PresenceError', message, details } };
}

const tooLarge: Problem = {
  code: 'collect.too-large',
  message: `A report may have ${collectLimits.bytes} bytes and ${collectLimits.events} events. Nothing was stored: send several smaller ones.`,
};

/** The body as text; refuses more than the limit before reading it, and bytes that are not UTF-8. */
function bodyOf(request: IncomingMessage): Promise<Result<string>> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const refuse = (): void => {
      // What still comes is read and thrown away, so that the sender gets to see the answer.
      request.removeListener('data', take).resume();
      resolve(fail(tooLarge));
    };
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > collectLimits.bytes) return refuse();
      chunks.push(chunk);
    };
    if (Number(request.headers['content-length'] ?? 0) > collectLimits.bytes) return refuse();
    request
      .on('data', take)
      .once('end', () => resolve(textOf(chunks)))
      .once('error', reject)
      .once('close', () =>
        resolve(
          fail({ code: 'request.invalid', message: 'The report ended too early. Nothing was stored.' }),
        ),
      );
  });
}

function textOf(chunks: readonly Buffer[]): Result<string> {
  try {
    return ok(decoder.decode(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)));
  } catch {
    return fail({
      code: 'request.invalid',
      message: 'body: is not UTF-8. Nothing was stored.',
      path: 'body',
    });
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });
