import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml; charset=utf-8',
  '.json': 'application/json',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
};

/** Answers a GET or HEAD from the folder of the build; directories by their index page, what is missing by 404.html. */
export async function sendPage(request, response, root) {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
  const { pathname } = new URL(request.url, 'http://site');
  if (pathname === '/') return void response.writeHead(302, { location: '/en/' }).end();
  const file = await fileOf(root, pathname);
  if (file === 'slash') return void response.writeHead(301, { location: `${pathname}/` }).end();
  await send(request, response, file ?? join(root, '404.html'), file ? 200 : 404);
}

async function fileOf(root, pathname) {
  const path = decoded(pathname);
  if (path === null) return null;
  const file = normalize(join(root, path));
  if (file !== root && !file.startsWith(root + sep)) return null;
  const facts = await stat(file).catch(() => null);
  if (facts?.isFile()) return file;
  if (!facts?.isDirectory()) return null;
  if (!pathname.endsWith('/')) return 'slash';
  const index = join(file, 'index.html');
  return (await stat(index).catch(() => null))?.isFile() ? index : null;
}

function decoded(pathname) {
  try {
    const path = decodeURIComponent(pathname);
    return path.includes('\0') ? null : path;
  } catch {
    return null;
  }
}

async function send(request, response, file, status) {
  const { size } = await stat(file);
  response.writeHead(status, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-length': size,
    'cache-control': file.includes(`${sep}_astro${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
  });
  if (request.method === 'HEAD') return void response.end();
  await pipeline(createReadStream(file), response).catch(() => response.destroy());
}
