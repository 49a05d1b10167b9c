import type { SignOffWords } from '../../../src/governance/signoff/words/shape';
import { html, safe, type Html } from '../html';
import { style } from './style';

/** The whole document around a page; without script, and nothing is loaded but pictures and videos of the entry and its copies. */
export const framed = (words: SignOffWords, brand: string, title: string, main: Html): string =>
  html`<!doctype html>
    <html lang="${words.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow, noarchive" />
        <meta name="referrer" content="no-referrer" />
        <title>${brand === '' ? title : `${title} – ${brand}`}</title>
        <style>
          ${safe(style)}
        </style>
      </head>
      <body>
        ${brand === '' ? null : html`<header>${brand}</header>`}
        <main>${main}</main>
      </body>
    </html> `.html;

/** Origins that pictures and videos may come from: no other server learns that somebody looks. */
export function pageHeaders(pictures: readonly string[]): Record<string, string> {
  const origins = [...new Set(pictures.filter((url) => URL.canParse(url)).map((url) => new URL(url).origin))];
  const images = ["'self'", ...origins.filter((origin) => origin !== 'null')].join(' ');
  return {
    'content-security-policy': `default-src 'none'; img-src ${images}; media-src ${images}; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store, private',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
  };
}
