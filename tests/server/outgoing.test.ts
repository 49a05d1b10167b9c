import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { allowList } from '../../server/http/allow-list';
import { outgoing } from '../../server/http/outgoing';
import { startWebhookReceiver, type WebhookReceiver } from '../network/webhook-receiver';

describe('Outgoing calls cannot reach private networks', () => {
  let inside: WebhookReceiver;
  beforeAll(async () => {
    inside = await startWebhookReceiver();
  });
  afterAll(() => inside.stop());

  test.each([
    ['loopback', 'http://127.0.0.1:PORT/'],
    ['loopback by another number', 'http://127.1.2.3:PORT/'],
    ['loopback in decimal', 'http://2130706433:PORT/'],
    ['loopback in octal', 'http://0177.0.0.1:PORT/'],
    ['loopback in hex', 'http://0x7f.1:PORT/'],
    ['the unspecified address', 'http://0.0.0.0:PORT/'],
    ['a name that resolves to loopback', 'http://localhost:PORT/'],
    ['IPv6 loopback', 'http://[::1]:PORT/'],
    ['IPv6 unspecified', 'http://[::]:PORT/'],
    ['IPv4 inside IPv6', 'http://[::ffff:127.0.0.1]:PORT/'],
    ['IPv4 inside IPv6, in hex', 'http://[::ffff:7f00:1]:PORT/'],
    ['NAT64', 'http://[64:ff9b::7f00:1]:PORT/'],
    ['IPv6 link-local', 'http://[fe80::1]:PORT/'],
    ['IPv6 private', 'http://[fd00::1]:PORT/'],
    ['private 10', 'http://10.0.0.1/'],
    ['private 172.16', 'http://172.16.0.1/'],
    ['private 192.168', 'http://192.168.1.1/'],
    ['carrier-grade NAT', 'http://100.64.0.1/'],
    ['the metadata service of clouds', 'http://169.254.169.254/latest/meta-data/'],
    ['broadcast', 'http://255.255.255.255/'],
    ['multicast', 'http://224.0.0.1/'],
    ['https to loopback', 'https://127.0.0.1:PORT/'],
    ['a file', 'file:///etc/passwd'],
    ['another protocol', 'gopher://127.0.0.1:PORT/'],
    ['credentials in the address', 'http://user:pass@example.com/'],
    ['no address', 'not an address'],
  ])('%s is refused', async (_, address) => {
    const before = inside.received.length;
    const answer = await outgoing([]).send({
      method: 'GET',
      url: address.replace('PORT', String(inside.port)),
    });
    expect(answer.kind).toBe('refused');
    expect(inside.received).toHaveLength(before);
  });

  test('What the config allows is reached', async () => {
    for (const allow of [`127.0.0.1:${inside.port}`, '127.0.0.1', '127.0.0.0/8']) {
      const answer = await outgoing([allow]).send({ method: 'GET', url: inside.url });
      expect(answer).toMatchObject({ kind: 'answered', status: 204 });
    }
  });

  test('An allowed port does not open the others', async () => {
    const answer = await outgoing([`127.0.0.1:${inside.port + 1}`]).send({ method: 'GET', url: inside.url });
    expect(answer.kind).toBe('refused');
  });

  test.each([
    ['to loopback', () => 'http://localhost:1/'],
    ['to the metadata service', () => 'http://169.254.169.254/'],
    ['to a file', () => 'file:///etc/passwd'],
    ['to another port of the same machine', (port: number) => `http://127.0.0.1:${port + 1}/`],
  ])('A redirect is checked like the first address: %s', async (_, target) => {
    inside.behave({ status: 302, headers: { location: target(inside.port) } });
    const answer = await outgoing([`127.0.0.1:${inside.port}`]).send({
      method: 'GET',
      url: inside.url,
      redirects: 5,
    });
    expect(answer.kind).toBe('refused');
    inside.behave({});
  });

  test('Redirects end: a loop gives the last redirect', async () => {
    inside.behave({ status: 302, headers: { location: '/again' } });
    const before = inside.received.length;
    const answer = await outgoing(['127.0.0.1']).send({ method: 'GET', url: inside.url, redirects: 3 });
    expect(answer).toMatchObject({ kind: 'answered', status: 302 });
    expect(inside.received.length - before).toBe(4);
    inside.behave({});
  });

  test('Credentials do not follow a redirect to another origin', async () => {
    const other = await startWebhookReceiver();
    inside.behave({ status: 302, headers: { location: `${other.url}/elsewhere` } });
    await outgoing(['127.0.0.1']).send({
      method: 'GET',
      url: inside.url,
      headers: { authorization: 'Bearer secret' },
      redirects: 1,
    });
    expect(other.received[0]?.headers.authorization).toBeUndefined();
    inside.behave({});
    await other.stop();
  });
});

describe('Every way to get no answer is told apart', () => {
  let server: WebhookReceiver;
  beforeAll(async () => {
    server = await startWebhookReceiver();
  });
  afterAll(() => server.stop());
  const http = outgoing(['127.0.0.1', 'does-not-exist.invalid']);

  test('Nobody listens: nothing was sent', async () => {
    const gone = await startWebhookReceiver();
    await gone.stop();
    expect(await http.send({ method: 'POST', url: gone.url, body: '{}' })).toMatchObject({
      kind: 'unreachable',
    });
  });

  test('An unknown name: nothing was sent', async () => {
    expect(await http.send({ method: 'POST', url: 'http://does-not-exist.invalid/' })).toMatchObject({
      kind: 'unreachable',
    });
  });

  test.each(['hang', 'reset'] as const)('%s: it may have arrived', async (fault) => {
    server.behave({ fault });
    expect(await http.send({ method: 'POST', url: server.url, body: '{}', timeout: 300 })).toMatchObject({
      kind: 'lost',
    });
    server.behave({});
  });

  test('An answer that breaks off still has its status', async () => {
    server.behave({ status: 200, body: 'half', fault: 'cut' });
    expect(await http.send({ method: 'GET', url: server.url })).toMatchObject({
      kind: 'answered',
      status: 200,
      isWhole: false,
    });
    server.behave({});
  });

  test('A huge answer is cut at its limit', async () => {
    server.behave({ status: 200, body: Buffer.alloc(3_000_000) });
    const answer = await http.send({ method: 'GET', url: server.url });
    expect(answer).toMatchObject({ kind: 'answered', isWhole: false });
    if (answer.kind === 'answered') expect(answer.bytes).toHaveLength(1_048_576);
    server.behave({});
  });

  test('The body arrives byte for byte', async () => {
    await http.send({
      method: 'POST',
      url: server.url,
      headers: { 'content-type': 'application/json' },
      body: ' {"a":1}\n',
    });
    expect(server.received.at(-1)?.body).toBe(' {"a":1}\n');
  });
});

test('A server that refuses a large file by its head, and hangs up, is heard', async () => {
  const server = createServer((request, response) => {
    response.writeHead(413, { connection: 'close' }).end('too large', () => request.socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  let read = 0;
  const step = Buffer.alloc(65_536);
  const body = {
    length: 100 * step.length,
    async *chunks() {
      for (; read < body.length; read += step.length) yield step;
    },
  };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const answer = await outgoing(['127.0.0.1']).send({ method: 'POST', url, body });
  expect(answer).toMatchObject({ kind: 'answered', status: 413 });
  expect(read).toBe(0);
  server.close();
});

test('Networks and IPv6 ports in the allow list', () => {
  const list = allowList(['10.1.0.0/16', 'fd00::/8', '[::1]:8080', 'Printer.Local']);
  expect(list.allows('x.test', 80, '10.1.200.3')).toBe(true);
  expect(list.allows('x.test', 80, '10.2.0.1')).toBe(false);
  expect(list.allows('x.test', 80, 'fd12::1')).toBe(true);
  expect(list.allows('::1', 8080, '::1')).toBe(true);
  expect(list.allows('::1', 8081, '::1')).toBe(false);
  expect(list.allows('printer.local', 9100, '192.168.0.9')).toBe(true);
});
