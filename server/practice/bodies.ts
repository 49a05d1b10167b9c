import type { PracticeRequest } from './network';

/** A request's form; null where it is none. */
export async function formOf({ headers, body }: PracticeRequest): Promise<FormData | null> {
  const type = headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return null;
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  } catch {
    return null;
  }
}

/** A request's JSON; undefined where it is none, or not said to be. */
export function jsonOf({ headers, body }: PracticeRequest): unknown {
  if (!/^application\/json\b/.test(headers['content-type'] ?? '')) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
