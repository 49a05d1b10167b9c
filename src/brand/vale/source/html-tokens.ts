import { entityAt } from '../../../content/formats/entities';

/** A piece of HTML as a reader meets it. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'comment'; readonly text: string }
  | {
      readonly kind: 'start' | 'end' | 'alone';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
    };

const none: ReadonlyMap<string, string> = new Map();
/** What stands in these is no HTML. */
const rawText = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'iframe',
  'noembed',
  'noframes',
  'xmp',
  'noscript',
]);
const tagHead = /<(\/?)([a-zA-Z][^\s/>]*)/y;
const attribute = /[\s/]*([^\s=/>"']+|["'][^\s=/>]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;

/** Cuts HTML into tags, texts and comments, in order. Broken HTML is read as far as it goes. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  let textStart = 0;
  const textTo = (end: number): HtmlToken | null =>
    end > textStart ? { kind: 'text', text: unescaped(html.slice(textStart, end)) } : null;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    const read = commentAt(html, open) ?? tagAt(html, open);
    if (!read) {
      at = open + 1;
      continue;
    }
    const before = textTo(open);
    if (before) yield before;
    if (read.token) yield read.token;
    at = read.end;
    textStart = at;
    const { token } = read;
    if (token?.kind === 'start' && rawText.has(token.name)) {
      const end = new RegExp(`</${token.name}[\\s/>]`, 'gi');
      end.lastIndex = at;
      const close = end.exec(html)?.index ?? html.length;
      if (close > at) yield { kind: 'text', text: html.slice(at, close) };
      at = close;
      textStart = close;
    }
  }
  const rest = textTo(html.length);
  if (rest) yield rest;
}

interface Read {
  readonly token: HtmlToken | null;
  readonly end: number;
}

function commentAt(html: string, open: number): Read | null {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4);
    const to = end < 0 ? html.length : end;
    return { token: { kind: 'comment', text: html.slice(open + 4, to) }, end: Math.min(to + 3, html.length) };
  }
  if (!/^<[!?]/.test(html.slice(open, open + 2))) return null;
  const end = html.indexOf('>', open);
  return { token: null, end: end < 0 ? html.length : end + 1 };
}

function tagAt(html: string, open: number): Read | null {
  tagHead.lastIndex = open;
  const head = tagHead.exec(html);
  if (!head) return null;
  const name = (head[2] ?? '').toLowerCase();
  let at = tagHead.lastIndex;
  const attributes = new Map<string, string>();
  for (;;) {
    const gap = /[\s/]*/y;
    gap.lastIndex = at;
    gap.exec(html);
    if (gap.lastIndex >= html.length) return null;
    if (html[gap.lastIndex] === '>') {
      const isAlone = html[gap.lastIndex - 1] === '/' && head[1] === '';
      const kind = head[1] === '/' ? 'end' : isAlone ? 'alone' : 'start';
      return {
        token: { kind, name, attributes: attributes.size > 0 ? attributes : none },
        end: gap.lastIndex + 1,
      };
    }
    attribute.lastIndex = at;
    const found = attribute.exec(html);
    if (!found || attribute.lastIndex <= at) return null;
    const key = (found[1] ?? '').toLowerCase();
    if (!attributes.has(key)) attributes.set(key, unescaped(found[2] ?? found[3] ?? found[4] ?? ''));
    at = attribute.lastIndex;
  }
}

/** Character references resolved. */
const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replace(/&#?[a-zA-Z\d]{1,33};?/g, (whole) => entityAt(whole, 0)?.text ?? whole)
    : text;
