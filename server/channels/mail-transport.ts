import { createTransport } from 'nodemailer';
import type { Readable } from 'node:stream';
import type { Handover } from '../../src/audience/verdict';
import type { EmailSettings } from '../../src/channels/settings/email';
import type { AllowList } from '../http/allow-list';
import { guardedSocket } from './guarded-socket';
import { handoverOf, providerHandoverOf } from './smtp-failure';

/** One mail, ready to go. Every text of it is one line where it becomes a header. */
export interface OutgoingMail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  readonly replyTo: string | null;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** With its angle brackets. The same on every try. */
  readonly messageId: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The mail server took it, with its answer; or it did not, and where it ended. */
export type Sent =
  { readonly taken: true; readonly reply: string } | { readonly taken: false; readonly handover: Handover };

export interface MailTransport {
  /** How many mails may be on their way at once. */
  readonly lanes: number;
  send(mail: OutgoingMail): Promise<Sent>;
  close(): void;
}

export type SmtpSettings = NonNullable<EmailSettings['smtp']>;

const timeouts = { greetingTimeout: 30_000, socketTimeout: 120_000 };

/** How nodemailer is told to connect. A certificate of the channel's own stands in place of the public authorities. */
export const connectionOf = (smtp: SmtpSettings) => ({
  host: smtp.host,
  port: smtp.port,
  secure: smtp.security === 'tls',
  requireTLS: smtp.security === 'starttls',
  ignoreTLS: smtp.security === 'none',
  ...(smtp.certificate ? { tls: { ca: smtp.certificate } } : {}),
  ...timeouts,
});

/** A pool of connections to one SMTP server. The pool tries a mail again by itself only while no byte of it was handed over. */
export function smtpTransport(
  smtp: SmtpSettings,
  password: string,
  rate: number,
  list: AllowList,
): MailTransport {
  const transport = createTransport({
    ...connectionOf(smtp),
    pool: true,
    maxConnections: smtp.connections,
    rateLimit: rate,
    rateDelta: 1_000,
    ...(smtp.user === '' ? {} : { auth: { user: smtp.user, pass: password } }),
    getSocket: (_options: unknown, done: (error: Error | null, socket?: object) => void) => {
      guardedSocket(smtp.host, smtp.port, list).then(
        (connection) => done(null, { connection }),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  transport.on('error', () => undefined); // each mail reports its own error
  const streams = new Map<string, Readable>();
  transport.use('stream', ({ message, data }, done) => {
    const create = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const stream = create(options);
      streams.set(String(data.messageId), stream);
      return stream;
    };
    done();
  });
  return {
    lanes: smtp.connections,
    async send({ to, replyTo, headers, ...mail }) {
      try {
        const { response } = await transport.sendMail({
          ...mail,
          to: [to],
          ...(replyTo === null ? {} : { replyTo }),
          headers: Object.fromEntries(
            // As they are: some mail programs do not find an address that was folded over two lines.
            Object.entries(headers).map(([name, value]) => [name, { prepared: true, value }]),
          ),
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return { taken: true, reply: response };
      } catch (error) {
        // The stream is read once the server has said that it wants the mail.
        const handedOver = streams.get(mail.messageId)?.readableDidRead === true;
        return { taken: false, handover: handoverOf(error, handedOver) };
      } finally {
        streams.delete(mail.messageId);
      }
    },
    close: () => transport.close(),
  };
}

/** What the e-mail plugin of Strapi hands to its provider. */
export type StrapiSend = (options: object) => Promise<unknown>;

/** Strapi's own e-mail provider; one mail after the other, at the pace that the channel sets. */
export function strapiTransport(
  send: StrapiSend,
  rate: number,
  now: () => number,
  wait: (ms: number) => Promise<unknown>,
): MailTransport {
  let free = 0;
  return {
    lanes: 1,
    async send({ from, to, replyTo, messageId, headers, subject, html, text }) {
      const pause = free - now();
      if (pause > 0) await wait(pause);
      free = Math.max(free, now()) + 1_000 / rate;
      try {
        await send({
          from: `"${from.name.replace(/["\\]/g, '')}" <${from.address}>`,
          to: to.address,
          ...(replyTo === null ? {} : { replyTo }),
          subject,
          html,
          text,
          messageId,
          headers: { ...headers },
        });
        return { taken: true, reply: "taken by Strapi's e-mail provider" };
      } catch (error) {
        return { taken: false, handover: providerHandoverOf(error) };
      }
    },
    close: () => undefined,
  };
}
