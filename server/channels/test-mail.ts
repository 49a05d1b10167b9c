import { randomUUID } from 'node:crypto';
import type { TestReport } from '../../src/channels/schema';
import type { EmailSettings } from '../../src/channels/settings/email';
import type { MailTransport } from './mail-transport';

/** Sends one mail that says what it is, and adds to the report what became of it. */
export async function withTestMail(
  report: TestReport,
  to: string,
  { fromName, fromEmail, replyTo }: Pick<EmailSettings, 'fromName' | 'fromEmail' | 'replyTo'>,
  transport: MailTransport,
): Promise<TestReport> {
  const text = `This is a test mail of the newsletter channel of ${fromName}. If you can read it, mails from ${fromEmail} arrive.`;
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const sent = await transport.send({
    from: { name: fromName, address: fromEmail },
    to: { name: '', address: to },
    replyTo,
    subject: `Test mail of ${fromName.replace(/\s+/g, ' ')}`,
    text,
    html: `<p>${escaped}</p>`,
    messageId: `<${randomUUID()}@${fromEmail.slice(fromEmail.lastIndexOf('@') + 1)}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
  if (sent.taken)
    return {
      ...report,
      message: `A test mail to ${to} was handed over. Look whether it arrives, also among the spam.`,
      found: [...report.found, { label: 'Test mail', value: sent.reply }],
    };
  return {
    state: 'failed',
    message: `The test mail to ${to} was not taken: ${sent.handover.reply}. Check the address, the sender and what the mail server allows.`,
    found: report.found,
  };
}
