import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { allowList } from '../../server/http/allow-list';
import { smtpTransport } from '../../server/channels/mail-transport';
import { mailTransports } from '../../server/channels/mail-transports';
import { testSmtp } from '../../server/channels/smtp-test';
import { startSmtp, type Smtp } from '../network/smtp.mjs';
import { emptyList, mailroom, type Mailroom } from './mailroom';

const open = allowList(['127.0.0.1']);
const publication = 'b1b2c3d4-0000-4000-8000-000000000002';

describe('an e-mail channel', () => {
  let room: Mailroom;
  beforeAll(async () => (room = await mailroom('sqlite', { users: { news: 'right' } })));
  afterAll(() => room.stop());
  beforeEach(() => emptyList(room));

  const smtpOf = (user = 'news') => ({
    smtp: { host: '127.0.0.1', port: room.smtp.port, security: 'none', user },
  });

  it('tells what it found without sending anything', async () => {
    const account = room.account({ settings: smtpOf(), secret: { password: 'right' } });
    expect(await room.mail.adapter.test(account)).toMatchObject({
      state: 'ready',
      found: [
        { label: 'Server' },
        { label: 'Encryption', value: 'none' },
        { label: 'Signed in as', value: 'news' },
      ],
    });
    expect(room.smtp.mails).toHaveLength(0);
  });

  it('sends a test mail to the address that is given, and says what the mail server said', async () => {
    const account = room.account({ settings: smtpOf(), secret: { password: 'right' } });
    const sendTo = 'owner@bakery.test';
    expect(await room.mail.adapter.test(account, { sendTo })).toMatchObject({
      state: 'ready',
      found: expect.arrayContaining([{ label: 'Test mail', value: expect.stringContaining('250') }]),
    });
    expect((await room.smtp.to(sendTo)[0]?.parsed())?.subject).toBe('Test mail of Lindner & Daughters');
    room.smtp.fault({ at: 'rcpt', to: sendTo, code: 550, text: '5.1.1 nobody here', times: 1 });
    expect(await room.mail.adapter.test(account, { sendTo })).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('nobody here'),
    });
    room.smtp.clear();
  });

  it('says when the password is wrong or missing', async () => {
    for (const secret of [{ password: 'wrong' }, null]) {
      const report = await room.mail.adapter.test(room.account({ settings: smtpOf(), secret }));
      expect(report.state).toBe('reauthorise');
    }
  });

  it('parks the mailing while the password is wrong, and sends all of it once it is right', async () => {
    await room.readers('anna', 3);
    const wrong = room.account({ settings: smtpOf(), secret: { password: 'wrong' } });
    const outcome = await room.mail.adapter.deliver(wrong, await room.delivery(publication));
    expect(outcome).toMatchObject({ kind: 'reauthorise', code: 'email.credentials-refused' });
    expect(JSON.stringify(outcome)).not.toContain('"wrong"');
    const right = room.account({ settings: smtpOf(), secret: { password: 'right' } });
    expect(await room.mail.adapter.deliver(right, await room.delivery(publication))).toMatchObject({
      kind: 'delivered',
      note: '3 sent.',
    });
    expect(room.smtp.mails).toHaveLength(3);
  });

  it('does not connect to a private address that the config does not name', async () => {
    const closed = allowList([]);
    const smtp = {
      host: '127.0.0.1',
      port: room.smtp.port,
      security: 'none',
      user: '',
      connections: 1,
      certificate: '',
    } as const;
    const before = room.smtp.logins();
    expect((await testSmtp(smtp, '', closed)).state).toBe('blocked');
    expect((await testSmtp({ ...smtp, host: 'localhost' }, '', closed)).state).toBe('blocked');
    const transports = mailTransports({
      list: closed,
      strapiSend: async () => undefined,
      now: () => 0,
      wait: async () => undefined,
    });
    const sent = await transports.of(room.account({ settings: smtpOf('') })).send(letter);
    expect(sent).toMatchObject({ taken: false, handover: { step: 'address', handedOver: false } });
    transports.close();
    expect(room.smtp.logins()).toBe(before);
  });

  it("goes through Strapi's own provider where no SMTP server is set, headers and all", async () => {
    await room.readers('emil', 2);
    const own = await startSmtp();
    const provider = createTransport({ host: '127.0.0.1', port: own.port });
    const plugin = room.app.strapi.plugin('email') as unknown as { provider: unknown };
    plugin.provider = { send: (options: object) => provider.sendMail(options) };
    const account = room.account({ settings: { smtp: null, rate: 1_000 } });
    expect((await room.mail.adapter.test(account)).state).toBe('ready');
    expect(await room.mail.adapter.deliver(account, await room.delivery(publication))).toMatchObject({
      kind: 'delivered',
      note: '2 sent.',
    });
    const mail = await own.to('emil1@readers.test')[0]?.parsed();
    await own.stop();
    expect(mail?.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line).toMatch(/<http\S+>$/);
    expect(mail?.headerLines.some(({ key }) => key === 'list-unsubscribe-post')).toBe(true);
    expect(mail?.messageId).toMatch(/^<[0-9a-f]{32}@bakery\.test>$/);
  });
});

describe('encryption', () => {
  let smtp: Smtp;
  let tls: { key: string; cert: string };
  const folder = mkdtempSync(join(tmpdir(), 'presence-tls-'));
  beforeAll(async () => {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const words = `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1 -keyout ${key} -out ${cert}`;
    execFileSync('openssl', words.split(' '), { stdio: 'ignore' });
    tls = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
    smtp = await startSmtp({ tls });
  });
  afterAll(async () => {
    await smtp.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('refuses a certificate that nobody vouches for', async () => {
    const where = { host: '127.0.0.1', port: smtp.port, user: '', connections: 1, certificate: '' };
    const report = await testSmtp({ ...where, security: 'starttls' }, '', open);
    expect(report.state).toBe('failed');
    expect(report.message).toMatch(/certificate|self.signed/i);
  });

  it.each(['starttls', 'tls'] as const)(
    '%s goes with a certificate that the channel names',
    async (security) => {
      const server = await startSmtp({ tls, secure: security === 'tls' });
      const where = { host: '127.0.0.1', port: server.port, user: '', connections: 1, certificate: tls.cert };
      expect(await testSmtp({ ...where, security }, '', open)).toMatchObject({
        state: 'ready',
        found: expect.arrayContaining([
          { label: 'Encryption', value: expect.stringMatching(/^TLSv1\.[23]$/) },
        ]),
      });
      const transport = smtpTransport({ ...where, security }, '', 100, open);
      expect(await transport.send(letter)).toMatchObject({ taken: true });
      transport.close();
      expect(server.to('anna@readers.test')).toHaveLength(1);
      await server.stop();
    },
  );

  it('is demanded where the channel says so: a server without it gets no mail', async () => {
    const plain = await startSmtp();
    const where = { host: '127.0.0.1', port: plain.port, user: '', connections: 1, certificate: '' };
    expect((await testSmtp({ ...where, security: 'starttls' }, '', open)).state).toBe('failed');
    await plain.stop();
  });
});

const letter = {
  from: { name: 'Bakery', address: 'news@bakery.test' },
  to: { name: 'Anna', address: 'anna@readers.test' },
  replyTo: null,
  subject: 'x',
  html: '<p>x</p>',
  text: 'x',
  messageId: '<x@bakery.test>',
  headers: {},
};
