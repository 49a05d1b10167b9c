// A small web page over the mails of the test server: a list, and each mail as HTML, as text and with its headers.
import { createServer } from 'node:http';

/** @param {string} text */
const escape = (text) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

const style = `body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1.5rem;color:#222;background:#fafafa}
a{color:#7a3b00}table{width:100%;border-collapse:collapse}td,th{text-align:left;padding:.5rem;border-bottom:1px solid #ddd}
iframe{width:100%;height:70vh;border:1px solid #ccc;background:#fff}pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#fff;border:1px solid #ccc;padding:1rem}
nav{display:flex;gap:1rem;margin:1rem 0}`;

/** @param {string} title @param {string} body @param {boolean} [live] */
const page = (title, body, live = false) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>${live ? '<meta http-equiv="refresh" content="3">' : ''}<style>${style}</style><main>${body}</main></html>`;

/** @param {import('./smtp.mjs').Mail[]} mails */
async function listPage(mails) {
  const rows = await Promise.all(
    mails.toReversed().map(async (mail) => {
      const { subject = '(no subject)' } = await mail.parsed();
      return `<tr><td><a href="/mails/${mail.id}">${escape(subject)}</a></td><td>${escape(mail.to.join(', '))}</td>
<td>${new Date(mail.at).toISOString().slice(11, 19)}</td></tr>`;
    }),
  );
  return page(
    `Inbox (${mails.length})`,
    `<h1>Inbox</h1><p>${mails.length} mails. Nothing leaves this computer.</p>
<table><thead><tr><th>Subject<th>To<th>Time (UTC)</thead><tbody>${rows.join('')}</tbody></table>`,
    true,
  );
}

/** @param {import('./smtp.mjs').Mail} mail */
async function mailPage(mail) {
  const parsed = await mail.parsed();
  const raw = mail.raw.toString('utf8');
  return page(
    parsed.subject ?? '(no subject)',
    `<nav><a href="/">All mails</a><a href="#text">Text</a><a href="#headers">Headers</a></nav>
<h1>${escape(parsed.subject ?? '(no subject)')}</h1>
<p>From ${escape(parsed.from?.text ?? mail.from)} to ${escape(mail.to.join(', '))}</p>
<iframe title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mails/${mail.id}/html"></iframe>
<h2 id="text">Text</h2><pre>${escape(parsed.text ?? '')}</pre>
<h2 id="headers">Headers</h2><pre>${escape(raw.slice(0, raw.indexOf('\r\n\r\n')))}</pre>`,
  );
}

/**
 * @param {import('./smtp.mjs').Smtp} smtp
 * @param {{ port?: number }} [options]
 */
export async function startInbox(smtp, options = {}) {
  const server = createServer(async (request, response) => {
    /** @param {number} status @param {string} type @param {string | Buffer} body */
    const answer = (status, type, body) => {
      response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' });
      response.end(body);
    };
    const [, area = '', id = '', part = ''] = (request.url ?? '/').split(/[/?#]/);
    if (area === '') return answer(200, 'text/html', await listPage(smtp.mails));
    if (area === 'mails.json') {
      const list = await Promise.all(
        smtp.mails.map(async (mail) => ({
          id: mail.id,
          from: mail.from,
          to: mail.to,
          at: mail.at,
          subject: (await mail.parsed()).subject ?? '',
        })),
      );
      return answer(200, 'application/json', JSON.stringify(list));
    }
    const mail = area === 'mails' ? smtp.mails.find((each) => each.id === id) : undefined;
    if (!mail) return answer(404, 'text/plain', 'There is no such mail.');
    const parsed = await mail.parsed();
    if (part === '') return answer(200, 'text/html', await mailPage(mail));
    if (part === 'html') {
      const html = parsed.html || `<pre>${escape(parsed.text ?? '')}</pre>`;
      return answer(200, 'text/html', `<base target="_blank">${html}`);
    }
    if (part === 'text') return answer(200, 'text/plain', parsed.text ?? '');
    if (part === 'raw') return answer(200, 'text/plain', mail.raw);
    return answer(404, 'text/plain', 'There is no such part.');
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve(undefined));
        server.closeAllConnections();
      }),
  };
}
