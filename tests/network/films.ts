import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { servedVideos } from '../../server/services/served-videos';
import { videoAnswer } from '../../server/videos/answer';
import type { Videos } from '../../server/videos/open';
import { tokensOf } from '../../src/shared/token';

const home = 'https://cms.bakery.test';

/** The public address of a Strapi that hands videos out, without the rest of it. */
export async function startFilms() {
  let library: Videos = { open: async () => ({ kind: 'missing' }) };
  let base = home;
  const served = servedVideos({
    tokens: tokensOf(['a secret']),
    publicBase: async () => `${base}/api/presence`,
    videos: { open: (hash) => library.open(hash) },
    isTaker: () => true,
    now: Date.now,
  });
  const server = createServer((request, response) => {
    void (async () => {
      const token = /^\/api\/presence\/video\/(.+)\.\w+$/.exec(request.url ?? '')?.[1] ?? '';
      const asked = { method: request.method ?? '', headers: request.headers };
      const { status, headers, body } = videoAnswer(asked, await served.open(token));
      response.writeHead(status, headers);
      try {
        if (body) for await (const chunk of body) response.write(chunk);
        response.end();
      } catch {
        response.destroy();
      }
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    /** Where whoever knows only the public address finds it. */
    hosts: { [home]: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
    addressOf: served.addressOf,
    show: (videos: Videos): void => void (library = videos),
    /** Nobody outside reaches it any more. */
    stayHome: (): void => void (base = 'http://localhost:1337'),
    comeOut: (): void => void (base = home),
    async stop(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
