import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { TLSSocket } from 'node:tls';
import type { TestReport } from '../../src/channels/schema';
import type { AllowList } from '../http/allow-list';
import { guardedSocket } from './guarded-socket';
import { connectionOf, type SmtpSettings } from './mail-transport';
import { handoverOf } from './smtp-failure';

/** Connects and logs in, sends nothing, and tells what it found. */
export async function testSmtp(smtp: SmtpSettings, password: string, list: AllowList): Promise<TestReport> {
  const where = `${smtp.host}:${smtp.port}`;
  if (smtp.user !== '' && password === '') {
    return { state: 'reauthorise', message: `Enter the password of ${smtp.user} at ${where}.`, found: [] };
  }
  let connection: SMTPConnection | null = null;
  try {
    const socket = await guardedSocket(smtp.host, smtp.port, list);
    connection = new SMTPConnection({ ...connectionOf(smtp), connection: socket });
    await connected(connection);
    const found = [
      {
        label: 'Server',
        value:
          String(connection.lastServerResponse || '')
            .split(/\r?\n/)[0]
            ?.replace(/^\d+[ -]/, '') ?? '',
      },
    ];
    found.push({ label: 'Encryption', value: encryptionOf(connection) });
    if (smtp.user !== '') {
      await loggedIn(connection, smtp.user, password);
      found.push({ label: 'Signed in as', value: smtp.user });
    }
    return { state: 'ready', message: `The mail server ${where} is ready. Nothing was sent.`, found };
  } catch (error) {
    const { step, reply } = handoverOf(error, false);
    if (step === 'login') {
      return {
        state: 'reauthorise',
        message: `${where} refuses the user name or the password: ${reply}`,
        found: [],
      };
    }
    if (step === 'address') return { state: 'blocked', message: reply, found: [] };
    return {
      state: 'failed',
      message: `${where} cannot be used: ${reply}. Check host, port and encryption.`,
      found: [],
    };
  } finally {
    connection?.close();
  }
}

const connected = (connection: SMTPConnection): Promise<void> =>
  new Promise((resolve, reject) => {
    connection.on('error', reject);
    connection.once('end', () => reject(new Error('the server closed the connection')));
    connection.connect((error) => (error ? reject(error) : resolve()));
  });

const loggedIn = (connection: SMTPConnection, user: string, pass: string): Promise<void> =>
  new Promise((resolve, reject) => {
    connection.on('error', reject);
    connection.login({ user, pass, credentials: { user, pass } }, (error) =>
      error ? reject(error) : resolve(),
    );
  });

function encryptionOf({ _socket: socket, secure }: SMTPConnection): string {
  if (!secure) return 'none';
  return socket instanceof TLSSocket ? (socket.getProtocol() ?? 'TLS') : 'TLS';
}
