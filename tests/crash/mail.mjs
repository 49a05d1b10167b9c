// npm run test:crash -- --mail: kills Strapi with SIGKILL in the middle of newsletters to a real SMTP server, starts it again each
// time, and then counts at the mail server, by Message-ID, what each reader got: at most once each, and nobody silently left out.
import { startSmtp } from '../network/smtp.mjs';
import { lettersOnce } from './letters.mjs';

/** `life` starts one Strapi, `random` are the dice of the run; returns the problems that were found. */
export async function crashMail({ kills, readers, campaigns, life, random, pause }) {
  let answered = () => undefined;
  const smtp = await startSmtp({ pause: () => pause(random() * 30) });
  const kept = () => smtp.mails.length;
  const watch = setInterval(() => answered(), 10);
  const until = async (is) => {
    while (!is()) await new Promise((resolve) => (answered = resolve));
  };
  const total = readers * campaigns;
  // Mails that a dead process held are taken again when its lease is over; each life begins after that.
  let clock = 0;
  const next = (options = {}) => life({ clock: (clock += 400_000), ...options });

  const setup = next({ engine: { enabled: false }, mailing: { readers, campaigns, port: smtp.port } });
  if ((await setup.ended)[0] !== 0) throw new Error('the newsletters could not be made');
  console.log(`${campaigns} newsletters to ${readers} readers each are scheduled`);

  for (let kill = 1; kill <= kills; kill += 1) {
    const one = next();
    const from = kept();
    const share = Math.ceil((2 * random() * Math.max(0, total - from)) / (kills - kill + 1));
    await Promise.race([until(() => kept() - from >= share), one.ended, pause(60_000)]);
    await pause(random() * 40);
    one.child.kill('SIGKILL');
    await one.ended;
    console.log(
      `kill ${String(kill).padStart(3)}: after ${kept() - from} mails, ${kept()} of ${total} there`,
    );
  }

  const last = next();
  const { url, token } = await last.ready;
  const ask = async (path) => {
    const response = await fetch(`${url}/presence${path}`, { headers: { authorization: `Bearer ${token}` } });
    return response.json();
  };
  const deadline = Date.now() + 300_000;
  let publications = [];
  do {
    await pause(250);
    publications = (await ask('/publications?pageSize=100')).items ?? [];
  } while (publications.some(({ state }) => state !== 'delivered') && Date.now() < deadline);

  const problems = publications
    .filter(({ state }) => state !== 'delivered')
    .map(({ key, state }) => `newsletter ${key} is ${state}`);
  if (publications.length !== campaigns) problems.push(`${publications.length} newsletters of ${campaigns}`);
  const found = await lettersOnce({ smtp, newsletters: publications, readers, ask });
  problems.push(...found.problems);
  last.child.kill('SIGTERM');
  const [code] = await last.ended;
  if (code !== 0) problems.push(`the last process ended with ${code} instead of 0`);
  clearInterval(watch);
  await smtp.stop();
  console.log(`${kept()} of ${total} mails arrived, ${found.doubts} are shown in doubt, ${kills} kills`);
  return problems;
}
