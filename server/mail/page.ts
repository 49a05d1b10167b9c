import { escapeHtml } from '../../src/audience/placeholder';

/** A page that a subscriber sees: a sentence, at most one button that posts to the same address, at most one way back. */
export interface SmallPage {
  readonly lang: string;
  readonly title: string;
  readonly text: string;
  readonly button?: string;
  readonly back?: { readonly label: string; readonly url: string } | null;
}

const style = `:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-items:center;font:1.125rem/1.6 system-ui,sans-serif;background:#f4f1ec;color:#222}
main{max-width:34rem;margin:1rem;padding:2rem;background:#fff;border-radius:.75rem}
h1{margin:0 0 1rem;font-size:1.6rem;line-height:1.25}
button{font:inherit;font-weight:600;padding:.75rem 1.5rem;border:0;border-radius:.4rem;background:#7a3b00;color:#fff;cursor:pointer}
button:focus-visible,a:focus-visible{outline:3px solid #1d5fd1;outline-offset:2px}
a{color:#7a3b00}
@media (prefers-color-scheme:dark){body{background:#1c1a18;color:#eee}main{background:#2a2724}a{color:#f0b27a}button{background:#f0b27a;color:#222}}`;

/** The page without script, picture or font: it works in every browser and loads nothing from anywhere. */
export const pageHtml = ({ lang, title, text, button, back }: SmallPage): string => `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
${button === undefined ? '' : `<form method="post"><button type="submit">${escapeHtml(button)}</button></form>`}
${back ? `<p><a href="${escapeHtml(back.url)}">${escapeHtml(back.label)}</a></p>` : ''}
</main>
</body>
</html>
`;

/** Headers of such a page: nothing may run or load, nobody may frame it, and its address (it holds a token) goes nowhere. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
};
