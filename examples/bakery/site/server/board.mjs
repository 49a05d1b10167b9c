import { timingSafeEqual } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { bodyOf } from './hook.mjs';

const longest = 280;

/**
 * The notice board in the shop window: `/board/` shows it, and `/board/notices` takes notices from whoever has the key.
 * `file` keeps them over a restart; without a key nobody can hang anything up.
 */
export async function board({ file, key, now = Date.now }) {
  const notices = new Map(JSON.parse(await readFile(file, 'utf8').catch(() => '[]')));
  const hanging = () => [...notices].filter(([, { until }]) => until === null || until > now());
  let saving = Promise.resolve();
  const save = () =>
    (saving = saving
      .catch(() => undefined)
      .then(() => writeFile(`${file}.new`, JSON.stringify([...notices])))
      .then(() => rename(`${file}.new`, file)));

  return async function answer(request, response) {
    const { pathname } = new URL(request.url, 'http://site');
    const says = (status, body) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (pathname === '/board') return void response.writeHead(301, { location: '/board/' }).end();
    if (pathname === '/board/')
      return void response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(page(hanging().map(([, notice]) => notice)));
    const [, id] = /^\/board\/notices(?:\/([\w-]{1,80}))?$/.exec(pathname) ?? [];
    if (id === undefined && pathname !== '/board/notices') return says(404, { error: 'no such page' });
    if (!isKey(request.headers.authorization, key)) return says(401, { error: 'wrong key' });
    if (id === undefined)
      return says(200, { notices: hanging().map(([name, notice]) => ({ id: name, ...notice })) });
    const known = notices.get(id);
    if (request.method === 'DELETE') {
      if (!known) return says(404, { error: 'does not hang' });
      notices.delete(id);
    } else if (request.method === 'PUT' || request.method === 'PATCH') {
      const body = await bodyOf(request);
      const notice = noticeOf(body, request.method === 'PATCH' ? known : {});
      if (request.method === 'PATCH' && !known) return says(404, { error: 'does not hang' });
      if (!notice) return says(422, { error: `a notice has a text of at most ${longest} characters` });
      notices.set(id, notice);
    } else return says(405, { error: 'PUT, PATCH or DELETE' });
    await save();
    return says(200, { id });
  };
}

function isKey(header = '', key) {
  const given = Buffer.from(header.replace(/^Bearer /, ''));
  const right = Buffer.from(key ?? '');
  return right.length > 0 && given.length === right.length && timingSafeEqual(given, right);
}

function noticeOf(body, before) {
  try {
    const {
      title = '',
      text,
      link = null,
      until = null,
    } = { ...before, ...JSON.parse(body.toString('utf8')) };
    const isLink = link === null || /^https?:\/\//.test(link);
    const isText =
      typeof text === 'string' && text !== '' && [...new Intl.Segmenter().segment(text)].length <= longest;
    return isText && isLink ? { title: String(title), text, link, until } : null;
  } catch {
    return null;
  }
}

const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const page = (notices) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Notice board · Lindner &amp; Daughters</title>
    <style>
      body { font: 1.1rem/1.5 Georgia, serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; background: #7a5230; }
      h1, .none { color: #fff8ee; }
      ul { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); list-style: none; padding: 0; }
      li { background: #fff8ee; padding: 1.2rem; }
      p { white-space: pre-line; }
    </style>
  </head>
  <body>
    <h1>Notice board</h1>
    <ul>${notices
      .map(
        ({ title, text, link }) =>
          `<li>${title ? `<h2>${escaped(title)}</h2>` : ''}<p>${escaped(text)}</p>${link ? `<a href="${escaped(link)}">Read more</a>` : ''}</li>`,
      )
      .join('')}</ul>
    ${notices.length === 0 ? '<p class="none">Nothing hangs here today. Ask us at the counter.</p>' : ''}
  </body>
</html>
`;
