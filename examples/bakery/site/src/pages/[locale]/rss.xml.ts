import type { APIRoute } from 'astro';
import { articles, dateOf, localePaths } from '../../cms';
import type { Locale } from '../../content-types';
import { words } from '../../words';

export const getStaticPaths = localePaths;

const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

/** The blog as RSS 2.0. */
export const GET: APIRoute = async ({ params, site }) => {
  const locale = params['locale'] as Locale;
  const items = (await articles(locale)).map((article) => {
    const url = escaped(new URL(`/${locale}/articles/${article.slug}/`, site).href);
    return `<item><title>${escaped(article.title)}</title><link>${url}</link><guid>${url}</guid><pubDate>${new Date(dateOf(article)).toUTCString()}</pubDate><description>${escaped(article.summary)}</description></item>`;
  });
  const channel = `<title>Lindner &amp; Daughters</title><link>${site?.href}</link><description>${escaped(words[locale].blogIntro)}</description><language>${locale}</language>`;
  return new Response(
    `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>${channel}${items.join('')}</channel></rss>\n`,
    { headers: { 'content-type': 'application/rss+xml' } },
  );
};
