import { escapeHtml, fillerOf, placeholder, withoutPlaceholders } from '../../src/audience/placeholder';
import { wordsFor } from '../../src/audience/words';
import { htmlOfMjml, mailMjml } from './template';
import { plainTextOf } from './plain-text';

/** What a newsletter says, the same to everybody. */
export interface LetterContent {
  readonly locale: string;
  readonly brand: string;
  readonly subject: string;
  readonly preheader: string;
  readonly title: string;
  readonly picture: { readonly url: string; readonly alt: string } | null;
  /** Safe HTML. */
  readonly html: string;
  /** The entry's page. */
  readonly pageUrl: string | null;
  /** Name and postal address of the business. */
  readonly imprint: string;
  /** What relative addresses of pictures and links begin from. */
  readonly base: string;
}

/** What is different for each person. */
export interface LetterValues {
  readonly name: string;
  readonly unsubscribe: string;
  readonly pixel: string | null;
  /** For each of `links`, where it leads this person. */
  readonly links: readonly string[];
}

/** A newsletter that was rendered once and is filled for each person. */
export interface Letter {
  readonly subject: string;
  /** Addresses that the mail links to, in the order of `LetterValues.links`. */
  readonly links: readonly string[];
  fill(values: LetterValues): { readonly html: string; readonly text: string };
}

/** Renders the template: the one slow step (some 20 ms). Filling costs a join. */
export async function letterOf(content: LetterContent): Promise<Letter> {
  const words = wordsFor(content.locale);
  const links: string[] = [];
  const slot = (url: string): string => {
    const known = links.indexOf(url);
    return placeholder(`link:${known >= 0 ? known : links.push(url) - 1}`);
  };
  const clean = (text: string): string => withoutPlaceholders(text);
  const body = withSlots(absolute(clean(content.html), content.base), slot);
  const picture = content.picture && {
    ...content.picture,
    url: absoluteUrl(content.picture.url, content.base),
  };
  const button = content.pageUrl === null ? null : { label: words.readOn, url: slot(content.pageUrl) };
  const greeting = placeholder('greeting');
  const leave = `<a href="${placeholder('unsubscribe')}">${words.unsubscribe}</a>`;
  const footer = [
    ...clean(content.imprint).split(/\r?\n/).filter(Boolean).map(escapeHtml),
    `${escapeHtml(words.why(clean(content.brand)))} ${leave}`,
  ];
  const parts = { ...content, lang: words.lang, greeting, html: body, picture, button, footer };
  const rendered = await htmlOfMjml(
    mailMjml({
      ...parts,
      brand: clean(content.brand),
      title: clean(content.title),
      preheader: clean(content.preheader),
    }),
  );
  const html = fillerOf(rendered.replace('</body>', `${placeholder('pixel')}</body>`));
  const buttonLine = button ? `<p><a href="${button.url}">${escapeHtml(button.label)}</a></p>` : '';
  const text = fillerOf(
    await plainTextOf(
      `<h1>${escapeHtml(clean(content.title))}</h1><p>${greeting}</p>${body}${buttonLine}<hr>${footer.map((line) => `<p>${line}</p>`).join('')}`,
    ),
  );
  return {
    subject: content.subject,
    links,
    fill({ name, unsubscribe, pixel, links: targets }) {
      const hello = words.greeting(name);
      const slots = targets.map((target, index) => [`link:${index}`, target] as const);
      return {
        html: html({
          ...Object.fromEntries(slots.map(([key, target]) => [key, escapeHtml(target)])),
          greeting: escapeHtml(hello),
          unsubscribe: escapeHtml(unsubscribe),
          pixel:
            pixel === null
              ? ''
              : `<img src="${escapeHtml(pixel)}" alt="" width="1" height="1" style="display:block">`,
        }),
        text: text({ ...Object.fromEntries(slots), greeting: hello, unsubscribe }),
      };
    },
  };
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const unescapeHtml = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);

/** Web links become slots; `mailto:` and the like stay as they are. */
const withSlots = (html: string, slot: (url: string) => string): string =>
  html.replace(/href="(https?:[^"]*)"/gi, (_, url: string) => `href="${slot(unescapeHtml(url))}"`);

const absolute = (html: string, base: string): string =>
  html.replace(/\b(href|src)="(\/[^"]*)"/gi, (_, name: string, path: string) => {
    return `${name}="${escapeHtml(absoluteUrl(unescapeHtml(path), base))}"`;
  });

const absoluteUrl = (url: string, base: string): string =>
  URL.canParse(url, base) ? new URL(url, base).href : url;
