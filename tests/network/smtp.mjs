// A real SMTP server on loopback that keeps what it is given, and fails where it is told to.
import { randomUUID } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/**
 * @typedef {object} Mail One mail as it came over the wire.
 * @property {string} id
 * @property {string} from Envelope sender.
 * @property {string[]} to Envelope recipients.
 * @property {number} at
 * @property {Buffer} raw
 * @property {() => Promise<import('mailparser').ParsedMail>} parsed
 *
 * @typedef {object} Fault What goes wrong, for whom and how often.
 * @property {'connect' | 'auth' | 'mail' | 'rcpt' | 'drop' | 'data' | 'cut' | 'hold'} at drop: the line is cut
 *   before the mail is given; cut: the mail is taken, then the line is cut
 *   before the answer; hold: the answer waits for `until`; data: refused after the mail was given.
 * @property {string | RegExp} [to] Only for this recipient.
 * @property {number} [code]
 * @property {string} [text]
 * @property {number} [times] Without it: always.
 * @property {Promise<void>} [until]
 *
 * @typedef {object} Options
 * @property {number} [port] 0 or left out: a free one.
 * @property {Record<string, string>} [users] With users, nothing is taken without a login.
 * @property {{ key: string, cert: string }} [tls] With a certificate, STARTTLS is offered.
 * @property {boolean} [secure] TLS from the first byte; needs `tls`.
 * @property {() => Promise<unknown>} [pause] Awaited before a mail is kept and again before it is answered.
 */

/** @param {Options} [options] */
export async function startSmtp(options = {}) {
  /** @type {Mail[]} */
  const mails = [];
  /** @type {(Fault & { left: number })[]} */
  let faults = [];
  /** @type {(() => void)[]} */
  let waiting = [];
  let logins = 0;
  /** @type {string[]} */
  const refusedFor = [];

  /** @param {Fault['at']} at @param {readonly string[]} [to] */
  const strike = (at, to = []) => {
    const fault = faults.find(
      (each) =>
        each.at === at &&
        each.left > 0 &&
        (each.to === undefined ||
          to.some((one) => (typeof each.to === 'string' ? each.to === one : each.to?.test(one)))),
    );
    if (fault) fault.left--;
    return fault;
  };
  /** @param {Fault} fault @param {number} code */
  const refusal = (fault, code) => {
    const error = new Error(fault.text ?? 'refused by order');
    return Object.assign(error, { responseCode: fault.code ?? code });
  };

  /** @param {string} id */
  const hangUp = (id) => {
    for (const connection of server.connections)
      if (connection.id === id) /** @type {any} */ (connection)._socket.destroy();
  };

  const server = new SMTPServer({
    secure: options.secure ?? false,
    disabledCommands: options.tls ? [] : ['STARTTLS'],
    ...(options.tls ?? {}),
    authOptional: !options.users,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 500,
    logger: false,
    banner: 'test server',
    onConnect: (_session, done) => {
      const fault = strike('connect');
      done(fault ? refusal(fault, 421) : undefined);
    },
    onAuth: (auth, _session, done) => {
      logins++;
      const fault = strike('auth');
      if (fault) return done(refusal(fault, 535));
      if (options.users?.[auth.username ?? ''] === auth.password) return done(null, { user: auth.username });
      return done(
        Object.assign(new Error('5.7.8 Authentication credentials invalid'), { responseCode: 535 }),
      );
    },
    onMailFrom: (address, _session, done) => {
      const fault = strike('mail', [address.address]);
      done(fault ? refusal(fault, 550) : undefined);
    },
    onRcptTo: (address, session, done) => {
      if (strike('drop', [address.address])) return hangUp(session.id);
      const fault = strike('rcpt', [address.address]);
      return done(fault ? refusal(fault, 550) : undefined);
    },
    onData: (stream, session, done) => {
      /** @type {Buffer[]} */
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', async () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const refused = strike('data', to);
        if (refused) {
          if ((refused.code ?? 554) >= 500) refusedFor.push(...to);
          return done(refusal(refused, 554));
        }
        const raw = Buffer.concat(chunks);
        await options.pause?.();
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
        mails.push({ id: randomUUID(), from, to, at: Date.now(), raw, parsed: () => simpleParser(raw) });
        for (const wake of waiting.splice(0)) wake();
        const held = strike('hold', to);
        if (held) await held.until;
        await options.pause?.();
        if (strike('cut', to)) return hangUp(session.id);
        return done(null, `kept as ${mails.length}`);
      });
    },
  });
  server.on('error', () => undefined); // a client that goes away mid-word is no reason to stop
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  return {
    host: '127.0.0.1',
    port,
    mails,
    /** Recipients whose mail was refused for good by order, after it was given. */
    refused: refusedFor,
    /** How many faults that were ordered for some times have not happened yet. */
    pending: () => faults.filter(({ left }) => left > 0 && left !== Number.POSITIVE_INFINITY).length,
    /** How often somebody tried to log in. */
    logins: () => logins,
    /** Orders a fault. @param {Fault} fault */
    fault: (fault) => {
      faults.push({ ...fault, left: fault.times ?? Number.POSITIVE_INFINITY });
    },
    /** Everything works again. */
    heal: () => {
      faults = [];
    },
    /** Forgets the mails. */
    clear: () => {
      mails.length = 0;
    },
    /** Resolves once this many mails are here. @param {number} count */
    arrived: async (count) => {
      while (mails.length < count) await new Promise((resolve) => waiting.push(() => resolve(undefined)));
      return mails;
    },
    /** Mails to one address. @param {string} recipient */
    to: (recipient) => mails.filter((mail) => mail.to.includes(recipient)),
    stop: () => new Promise((resolve) => server.close(() => resolve(undefined))),
  };
}

/** @typedef {Awaited<ReturnType<typeof startSmtp>>} Smtp */
