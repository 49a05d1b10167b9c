// Serves the built site and builds it anew when the CMS calls the hook. No dependency but Astro itself.
//   CMS_URL, SITE_URL   where the texts come from, where the pages are found
//   PORT, HOST          where to listen
//   HOOK_SECRET         whsec_… as Presence's site hook is told; without it nobody can start a build
//   BOARD_KEY           what Presence's notice board channel is told; without it nobody can hang anything up
//   BUILDS_DIR          where the builds are kept (default: .builds)
import { createServer } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { board } from './server/board.mjs';
import { answerHook } from './server/hook.mjs';
import { builder } from './server/builder.mjs';
import { sendPage } from './server/pages.mjs';

const { PORT = '4321', HOST = '127.0.0.1', HOOK_SECRET = '', BOARD_KEY, BUILDS_DIR } = process.env;
const root = fileURLToPath(new URL('.', import.meta.url));
const site = builder({ root, builds: BUILDS_DIR });
const answerBoard = await board({
  file: join(BUILDS_DIR ?? join(root, '.builds'), 'board.json'),
  key: BOARD_KEY,
});

const server = createServer((request, response) => {
  if (!URL.canParse(request.url, 'http://site')) return void response.writeHead(400).end();
  const answer = /^\/board(\/|\?|$)/.test(request.url)
    ? answerBoard(request, response)
    : request.method === 'POST'
      ? answerHook(request, response, HOOK_SECRET, site.build)
      : sendPage(request, response, site.current());
  answer.catch((error) => {
    console.error(error);
    if (!response.headersSent) response.writeHead(500).end();
  });
});

await site.build();
server.listen(Number(PORT), HOST);
await once(server, 'listening');
console.log(`Site on http://${HOST}:${PORT}`);

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
    site.stop().then(() => process.exit(0));
  });
