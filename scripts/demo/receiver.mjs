import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

/** A receiver of signed calls, as somebody else's program would be: it checks signatures by https://www.standardwebhooks.com. */
export async function startReceiver() {
  const key = randomBytes(32);
  const received = [];
  const server = createServer(async (request, response) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts).toString('utf8');
    const isSigned = signatureFits(key, request.headers, body);
    received.push({ body, isSigned, id: request.headers['webhook-id'] });
    response.writeHead(isSigned ? 204 : 401).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  return {
    url: `http://127.0.0.1:${port}/bakery`,
    port,
    secret: `whsec_${key.toString('base64')}`,
    received,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function signatureFits(key, headers, body) {
  const expected = createHmac('sha256', key)
    .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
    .digest();
  return String(headers['webhook-signature'] ?? '')
    .split(' ')
    .some((signature) => {
      const given = Buffer.from(signature.replace(/^v1,/, ''), 'base64');
      return given.length === expected.length && timingSafeEqual(given, expected);
    });
}
