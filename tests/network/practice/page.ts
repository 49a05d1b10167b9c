import type { PracticeShelf } from '../../../server/practice/shelf';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

const style = `body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:40rem;padding:1.5rem;color:#222;background:#fafafa}
article{background:#fff;border:1px solid #ddd;border-radius:.75rem;padding:1rem;margin:1rem 0}
p{white-space:pre-wrap;overflow-wrap:anywhere}img{max-width:100%;border-radius:.5rem}small{color:#666}`;

/** What was posted, the newest first, as people would see it. */
export async function postsPage(shelf: PracticeShelf): Promise<string> {
  const posts = await shelf.list({ limit: 200 });
  const shown = await Promise.all(
    posts.map(async ({ network, account, text, media, createdAt, counts }) => {
      const pictures = (await shelf.media(network, media)).map(
        ({ preview, alt }) => `<img src="data:image/jpeg;base64,${preview}" alt="${escaped(alt)}">`,
      );
      return `<article><small>${escaped(network)} · @${escaped(account)} · ${new Date(createdAt).toISOString()}</small>
<p>${escaped(text)}</p>${pictures.join('')}
<small>${counts.likes ?? 0} likes · ${counts.reposts ?? 0} reposts · ${counts.replies ?? 0} replies</small></article>`;
    }),
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Practice network (${posts.length})</title><meta http-equiv="refresh" content="3"><style>${style}</style>
<main><h1>Practice network</h1><p>${posts.length} posts. Nothing leaves this computer.</p>${shown.join('')}</main></html>`;
}
