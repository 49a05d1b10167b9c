import { createHmac, timingSafeEqual } from 'node:crypto';

const fiveMinutes = 300;

/** `POST /hook`: starts a build when the call is signed as https://www.standardwebhooks.com says. Answers before the build ends. */
export async function answerHook(request, response, secret, build) {
  if (new URL(request.url, 'http://site').pathname !== '/hook') return void response.writeHead(404).end();
  const body = await bodyOf(request);
  if (body === null) return void response.writeHead(413).end();
  if (!isSigned(request.headers, body, secret, Date.now() / 1000))
    return void response.writeHead(401, { 'content-type': 'text/plain' }).end('The signature does not fit.');
  build().catch((error) => console.error(error));
  response.writeHead(202, { 'content-type': 'application/json' }).end('{"building":true}');
}

/** True where one of the signatures was made with our secret, not long ago. */
export function isSigned(headers, body, secret, now) {
  const id = headers['webhook-id'];
  const stamp = headers['webhook-timestamp'];
  const signatures = headers['webhook-signature'];
  if (!secret || !id || !stamp || !signatures || !(Math.abs(now - Number(stamp)) < fiveMinutes)) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${stamp}.`).update(body).digest();
  return String(signatures)
    .split(' ')
    .some((signature) => {
      const given = Buffer.from(signature.replace(/^v1,/, ''), 'base64');
      return given.length === expected.length && timingSafeEqual(given, expected);
    });
}

export async function bodyOf(request) {
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > 65_536) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
