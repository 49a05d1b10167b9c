#!/usr/bin/env node
// The test mail server and its inbox page as one process.
//   node tests/network/mail.mjs [--smtp 1025] [--inbox 1080] [--user newsletter:secret]
// A port that is left out or 0 is picked. Prints one JSON line when ready, stops on SIGTERM, SIGINT or when its parent is gone.
// GET /mails.json lists what came in; GET /mails/<id>/{html,text,raw} gives one mail.
import { parseArgs } from 'node:util';
import { startInbox } from './inbox.mjs';
import { startSmtp } from './smtp.mjs';

const { values } = parseArgs({
  options: {
    smtp: { type: 'string', default: '0' },
    inbox: { type: 'string', default: '0' },
    user: { type: 'string' },
  },
});
const [user, password = ''] = values.user?.split(':') ?? [];
const smtp = await startSmtp({ port: Number(values.smtp), ...(user ? { users: { [user]: password } } : {}) });
const inbox = await startInbox(smtp, { port: Number(values.inbox) });
process.stdout.write(
  `${JSON.stringify({ smtpHost: smtp.host, smtpPort: smtp.port, inboxUrl: inbox.url })}\n`,
);

const parent = process.ppid;
const watch = setInterval(() => process.ppid !== parent && void stop(), 1_000);
async function stop() {
  clearInterval(watch);
  await inbox.stop();
  await smtp.stop();
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
