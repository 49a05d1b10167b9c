import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';

/** A body that is read while it is sent, so that no file has to stand in memory. */
export interface Streamed {
  /** Bytes of all chunks together. */
  readonly length: number;
  chunks(): AsyncIterable<Uint8Array>;
}

export type Body = string | Uint8Array | Streamed;

export const isStreamed = (body: Body | undefined): body is Streamed =>
  typeof body === 'object' && !(body instanceof Uint8Array);

/** All of it at once, for a receiver inside this process. */
export async function wholeOf(body: Body | undefined): Promise<Buffer> {
  if (!isStreamed(body)) return Buffer.from(body ?? '');
  const chunks: Uint8Array[] = [];
  for await (const chunk of body.chunks()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** From so many bytes on a server is asked first whether it takes them, and has a moment to refuse, in milliseconds. */
const large = 4 * 1_048_576;
const moment = 1_000;

/**
 * What asks a server first (RFC 9110, 10.1.1): one that refuses what it has not read hangs up, and its answer is lost to whoever still
 * sends. Few servers say that they go on, so nobody waits for that.
 */
export const askingFirst = (body: Body | undefined): Readonly<Record<string, string>> =>
  isStreamed(body) && body.length > large ? { expect: '100-continue' } : {};

/** As Node sends it. An error while it is read ends the request, and is told apart from a host that is not called by its code. */
export const streamOf = ({ length, chunks }: Streamed): Readable =>
  Readable.from(
    (async function* () {
      try {
        if (length > large) await setTimeout(moment);
        yield* chunks();
      } catch (error) {
        throw Object.assign(new Error('The body could not be read to its end.', { cause: error }), {
          code: 'EBODY',
        });
      }
    })(),
  );

/** A file in a form. */
export interface FormFile extends Streamed {
  readonly field: string;
  readonly name: string;
  readonly type: string;
}

/** A form with one file as its last part (RFC 7578), of which the file is read while it is sent. */
export function streamedForm(
  fields: Readonly<Record<string, string>>,
  file: FormFile,
): { readonly type: string; readonly body: Streamed } {
  const boundary = `presence-${randomBytes(16).toString('hex')}`;
  const head = [
    ...Object.entries(fields).map(
      ([name, value]) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    ),
    `--${boundary}\r\ncontent-disposition: form-data; name="${file.field}"; filename="${file.name}"\r\ncontent-type: ${file.type}\r\n\r\n`,
  ].join('');
  const [before, after] = [Buffer.from(head), Buffer.from(`\r\n--${boundary}--\r\n`)];
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: {
      length: before.length + file.length + after.length,
      async *chunks() {
        yield before;
        yield* file.chunks();
        yield after;
      },
    },
  };
}
