import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { blueskyAt } from './bluesky.mjs';
import { inboxAt } from './inbox.mjs';
import { expect } from './lines.mjs';
import { portNear } from './processes.mjs';
import { startReceiver } from './receiver.mjs';
import { setUp } from './set-up.mjs';

const root = new URL('../../', import.meta.url).pathname;
const home = join(root, 'examples/bakery');
const secret = () => randomBytes(24).toString('base64');

/** Starts every server of the demo on loopback, seeds Strapi and connects the channels; `allowed` names further servers that Strapi may call. */
export async function openBakery(print, processes, folder, { allowed = [] } = {}) {
  print.chapter('Starting');
  print.note('The bakery is seeded, its pictures are drawn, and four servers start …');
  const ports = Object.fromEntries(
    await Promise.all(
      Object.entries({ cms: 1337, site: 4321, pds: 2583, plc: 2582, smtp: 1025, inbox: 1080 }).map(
        async ([name, port]) => [name, await portNear(port)],
      ),
    ),
  );
  const cms = `http://127.0.0.1:${ports.cms}`;
  const site = `http://127.0.0.1:${ports.site}`;
  const password = `Bakery-${randomBytes(6).toString('base64url')}1a`;
  const hookSecret = `whsec_${secret()}`;
  const boardKey = secret();
  const smtpLogin = { user: 'letter@bakery.test', password: secret() };
  const receiver = await startReceiver();
  processes.atEnd(receiver.stop);

  const startBluesky = async () => {
    const line = await processes.start('bluesky', [
      join(root, 'tests/network/bluesky.mjs'),
      '--pds',
      String(ports.pds),
      '--plc',
      String(ports.plc),
    ]);
    const { pdsUrl } = JSON.parse(line);
    return { detail: pdsUrl, value: blueskyAt(pdsUrl) };
  };
  const startMail = async () => {
    const line = await processes.start('mail', [
      join(root, 'tests/network/mail.mjs'),
      '--smtp',
      String(ports.smtp),
      '--inbox',
      String(ports.inbox),
      '--user',
      `${smtpLogin.user}:${smtpLogin.password}`,
    ]);
    const { smtpPort, inboxUrl } = JSON.parse(line);
    return {
      detail: `SMTP on ${smtpPort}, inbox on ${inboxUrl}`,
      value: { ...inboxAt(inboxUrl), smtpPort, smtpLogin },
    };
  };
  const env = environment(folder, ports, password, [
    `127.0.0.1:${ports.site}`,
    `localhost:${ports.pds}`,
    `127.0.0.1:${ports.pds}`,
    `127.0.0.1:${ports.smtp}`,
    `127.0.0.1:${receiver.port}`,
    ...allowed,
  ]);
  const startStrapi = async () => {
    await print.step('The bakery is seeded', async () => {
      const { articles, products, pictures, people, subscribers } = JSON.parse(
        await processes.run('seed', [join(home, 'seed/index.mjs')], { cwd: home, env }),
      );
      return `${articles} articles, ${products} products, ${pictures} pictures, ${people} people, ${subscribers} subscribers`;
    });
    await print.step('Strapi answers', async () => {
      const strapi = join(
        dirname(createRequire(join(home, 'package.json')).resolve('@strapi/strapi/package.json')),
        'bin/strapi.js',
      );
      await processes.start('strapi', [strapi, 'start'], {
        cwd: home,
        env,
        isReady: (line) => line.includes('Strapi started successfully'),
      });
      return cms;
    });
  };
  const [bluesky, mail] = await Promise.all([
    print.step('The Bluesky server answers', startBluesky),
    print.step('The mail server answers', startMail),
    startStrapi(),
  ]);
  const bakery = { cms, site, folder, password, bluesky, mail, receiver, hookSecret, boardKey, processes };
  const [channels] = await Promise.all([
    setUp(print, bakery),
    print.step('The website is built and served', async () => {
      const siteEnv = {
        CMS_URL: cms,
        SITE_URL: site,
        PORT: String(ports.site),
        HOOK_SECRET: hookSecret,
        BOARD_KEY: boardKey,
        BUILDS_DIR: join(folder, 'site'),
        NODE_ENV: 'production',
      };
      await processes.start('site', [join(home, 'site/serve.mjs')], {
        cwd: join(home, 'site'),
        env: siteEnv,
        isReady: (line) => line.startsWith('Site on'),
      });
      return site;
    }),
  ]);
  // Both stand on the site.
  for (const kind of ['website', 'board'])
    await print.step(`The test of the channel ${kind} finds it in order`, async () => {
      const { report } = await channels.rosa.post(`/presence/channels/${channels.channels[kind]}/test`);
      expect(report.state === 'ready', `${report.state}: ${report.message}`);
      return report.message;
    });
  return { ...bakery, ...channels };
}

/** What Strapi is told: secrets of this run, its data in the demo's folder, and the addresses here that it may call. */
function environment(folder, ports, password, allowed) {
  const publicDir = join(folder, 'public');
  mkdirSync(join(publicDir, 'uploads'), { recursive: true });
  return {
    HOST: '127.0.0.1',
    PORT: String(ports.cms),
    NODE_ENV: 'development', // production asks for https
    PUBLIC_DIR: publicDir,
    DATABASE_FILENAME: join(folder, 'bakery.db'),
    APP_KEYS: `${secret()},${secret()}`,
    ADMIN_JWT_SECRET: secret(),
    API_TOKEN_SALT: secret(),
    TRANSFER_TOKEN_SALT: secret(),
    JWT_SECRET: secret(),
    ENCRYPTION_KEY: randomBytes(16).toString('hex'),
    OUTGOING_ALLOW: allowed.join(','),
    BAKERY_PASSWORD: password,
    STRAPI_TELEMETRY_DISABLED: 'true',
    STRAPI_DISABLE_UPDATE_NOTIFICATION: 'true',
    BROWSER: 'none',
  };
}
