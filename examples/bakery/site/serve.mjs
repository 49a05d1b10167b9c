// Serves the built site and builds it anew when the CMS calls the hook. No dependency but Astro itself.
//   CMS_URL, SITE_URL   where the texts come from, where the pages are found
//   PORT, HOST          where to listen
//   HOOK_SECRET         whsec_… as Presence's site hook is told; without it nobody can start a build
//   BUILDS_DIR          where the builds are kept (default: .builds)
import { createServer } from 'node:http';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { answerHook } from './server/hook.mjs';
import { builder } from './server/builder.mjs';
import { sendPage } from './server/pages.mjs';

const { PORT = '4321', HOST = '127.0.0.1', HOOK_SECRET = '', BUILDS_DIR } = process.env;
const site = builder({ root: fileURLToPath(new URL('.', import.meta.url)), builds: BUILDS_DIR });

const server = createServer((request, response) => {
  if (!URL.canParse(request.url, 'http://site')) return void response.writeHead(400).end();
  const answer =
    request.method === 'POST'
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
