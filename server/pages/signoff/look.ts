import type { Copy, CopyVideo } from '../../../src/channels/schema';
import { htmlOf } from '../../../src/content/render';
import type { SignOffWords } from '../../../src/governance/signoff/words/shape';
import type { ShownCopy, SignOffView } from '../../services/governance/signoff/view';
import { html, safe, type Html } from '../html';

/** Where Strapi is reached: what addresses of its pictures begin from. */
type Base = string;

const addressOf = (url: string, base: Base): string => (/^\/(?!\/)/.test(url) ? `${base}${url}` : url);

/** The addresses of the media library's pictures and videos that the page shows; what lies elsewhere stays out. */
export const picturesOf = ({ content, copies }: SignOffView, base: Base): string[] => [
  base,
  ...content.pictures.filter(({ hash }) => hash !== null).map(({ url }) => addressOf(url, base)),
  ...copies.flatMap(({ copy: { pictures: shown, video } }) =>
    [...shown, ...(video ? [video] : [])].map(({ url }) => addressOf(url, base)),
  ),
];

/** Headings of the entry stand below those of the page. */
const lowered = (text: string): string =>
  text.replace(
    /<(\/?)h([1-6])\b/g,
    (_, slash: string, level: string) => `<${slash}h${Math.min(6, Number(level) + 2)}`,
  );

/** The entry as visitors will read it. */
export function entryLook({ content, pageUrl }: SignOffView, words: SignOffWords, base: Base): Html {
  const body = lowered(htmlOf(content, { base }));
  return html`<section aria-labelledby="entry">
    <h2 id="entry">${words.entry}</h2>
    <p class="soft">${words.entryHint}</p>
    ${pageUrl === null ? null : html`<p class="soft">${words.pageOnSite} ${pageUrl}</p>`}
    <div class="look" ${content.locale === null ? null : html`lang="${content.locale}"`}>
      ${body === '' ? html`<p>${words.emptyEntry}</p>` : safe(body)}
    </div>
  </section>`;
}

/** Each copy as its channel will show it. */
export const copiesLook = ({ copies }: SignOffView, words: SignOffWords, base: Base): Html | null =>
  copies.length === 0
    ? null
    : html`<section aria-labelledby="copies">
        <h2 id="copies">${words.copies}</h2>
        <p class="soft">${words.copiesHint}</p>
        ${copies.map(
          (copy) =>
            html`<h3>${words.copyOf(copy.name)}</h3>
              ${copyLook(copy, words, base)}`,
        )}
      </section>`;

function copyLook({ kind, copy }: ShownCopy, words: SignOffWords, base: Base): Html {
  switch (kind) {
    case 'website':
      return html`<p>${words.copyIsPage}</p>`;
    case 'email':
      return html`<div class="look">
        <p>
          <span class="soft">${words.subjectLine}</span> <strong>${copy.subject ?? copy.title ?? ''}</strong>
        </p>
        ${copy.preheader ? html`<p class="soft">${copy.preheader}</p>` : null}
        ${pictures(copy.pictures.slice(0, 1), base)}${textOf(copy, words)}${linkOf(copy, words)}
      </div>`;
    default:
      return html`<div class="look">
        ${textOf(copy, words)}${copy.video ? film(copy.video, base) : null}${copy.link === null ? pictures(copy.pictures, base) : copy.video ? linkOf(copy, words) : card(copy, base)}
        ${repliesOf(copy, words)}
      </div>`;
  }
}

const textOf = ({ text }: Copy, words: SignOffWords): Html =>
  text.trim() === '' ? html`<p class="soft">${words.noText}</p>` : html`<p class="post">${text}</p>`;

const repliesOf = ({ replies = [] }: Copy, words: SignOffWords): Html | null =>
  replies.length === 0
    ? null
    : html`<p class="soft">${words.beneath}</p>
        <ol>
          ${replies.map(({ text }) => html`<li><p class="post">${text}</p></li>`)}
        </ol>`;

const linkOf = ({ link }: Copy, words: SignOffWords): Html | null =>
  link === null ? null : html`<p class="soft">${words.linkTo} ${link}</p>`;

const pictures = (list: Copy['pictures'], base: Base): Html[] =>
  list.map(({ url, alt }) => html`<p><img src="${addressOf(url, base)}" alt="${alt}" /></p>`);

const film = ({ url, alt }: CopyVideo, base: Base): Html =>
  html`<p><video src="${addressOf(url, base)}" controls preload="metadata" aria-label="${alt}"></video></p>`;

/** The card that networks make of a link: picture, title, description, name of the site. */
const card = ({ link, title, description, pictures: [first] }: Copy, base: Base): Html =>
  html`<div class="link-card">
    ${first ? html`<img src="${addressOf(first.url, base)}" alt="${first.alt}" />` : null}
    <div>
      ${title ? html`<p><strong>${title}</strong></p>` : null}${description ? html`<p>${description}</p>` : null}
      <p class="soft">${link !== null && URL.canParse(link) ? new URL(link).host : link}</p>
    </div>
  </div>`;
