import type { HtmlToken } from './html-tokens';
import { covered } from '../places/place';
import { MaskedLines, type View } from '../places/masked-lines';

/** A stretch of text that rules read, cut out of a page. */
export interface PageBlock {
  readonly text: string;
  /** `text.heading.h1`, without the kind of file. */
  readonly scope: string;
  /** Line of the source where it was found, counted from 0. */
  readonly line: number;
  readonly view: () => View;
  /** Sentences and paragraphs of it are read, too. */
  readonly isProse: boolean;
}

/** What is read of a page, and what is not. */
export interface WalkOptions {
  readonly format: 'md' | 'html';
  readonly skippedScopes: readonly string[] | null;
  readonly ignoredScopes: readonly string[] | null;
  readonly ignoredClasses: readonly string[];
}

/** What happens while a page is walked through. */
export interface Walking {
  block(block: PageBlock): void;
  comment(text: string): void;
  /** Text within `vale off` is not read at all. */
  isOff(): boolean;
  /** One more of these, for formulas: `heading.h2`, `list`, `pre`. */
  count(name: string): void;
  summary(text: string): void;
}

const usualSkips = ['script', 'style', 'pre', 'figure', 'noscript', 'iframe'];
const usualClasses = ['problematic', 'pre', 'code'];
const inlineTags = new Set(
  'b big i small abbr acronym cite dfn em kbd strong a br img span sub sup code tt del'.split(' '),
);
const scopes: ReadonlyMap<string, string> = new Map([
  ['th', 'text.table.header'],
  ['td', 'text.table.cell'],
  ['caption', 'text.table.caption'],
  ['li', 'text.list'],
  ['blockquote', 'text.blockquote'],
  ['figcaption', 'text.figure.caption'],
]);
const located = new Set('img a p script h1 h2 h3 h4 h5 h6 span'.split(' '));

/** Walks through a page and hands over its texts one by one, each with the place in the source where it was found. */
export function walkPage(
  tokens: Iterable<HtmlToken>,
  source: string,
  options: WalkOptions,
  walking: Walking,
): void {
  const walker = new Walker(source, options, walking);
  for (const token of tokens) walker.read(token);
}

class Walker {
  private readonly lines: MaskedLines;
  private readonly skips: ReadonlySet<string>;
  private readonly classes: ReadonlySet<string>;
  private readonly quiet: ReadonlySet<string>;
  private buffer = '';
  private queue: string[] = [];
  private tags: string[] = [];
  private activeTag = '';
  private line = 0;
  private href = '';
  private parentClass = '';
  private inBlock = false;
  private inline = false;
  private skip = false;
  /** The element that is left out because of its class, and how many of its kind are open. */
  private left = { tag: '', begun: 0, ended: 0 };

  constructor(
    source: string,
    private readonly options: WalkOptions,
    private readonly walking: Walking,
  ) {
    this.lines = new MaskedLines(source);
    this.skips = new Set(options.skippedScopes ?? usualSkips);
    this.classes = new Set([...usualClasses, ...options.ignoredClasses]);
    this.quiet = new Set(options.ignoredScopes ?? ['tt', 'code', 'kbd']);
  }

  read(token: HtmlToken): void {
    const tag = token.kind === 'text' || token.kind === 'comment' ? null : token;
    const text = (token.kind === 'text' || token.kind === 'comment' ? token.text : token.name).trim();
    const isStart = token.kind === 'start';
    if (this.left.tag !== '' && text === this.left.tag) this.left[isStart ? 'begun' : 'ended'] += 1;
    const closed = this.left.tag !== '' && this.left.begun === this.left.ended && this.left.begun > 0;
    const className = tag?.attributes.get('class') ?? '';
    const skipsClass = this.hasClass(className) && !inlineTags.has(text);
    if (isStart && (this.skips.has(text) || skipsClass)) this.leave(text, skipsClass);
    else if (this.inBlock && (this.skips.has(text) || closed)) {
      this.inBlock = false;
      if (closed) this.left = { tag: '', begun: 0, ended: 0 };
    } else if (isStart) this.open(text);
    else if (token.kind === 'end' && inlineTags.has(text)) this.activeTag = '';
    else if (token.kind === 'comment') {
      this.walking.comment(text);
      this.cover(text);
    } else if (token.kind === 'text') this.text(text);
    if (token.kind === 'end' && !inlineTags.has(text)) this.flush();
    this.href = tag?.attributes.get('href') ?? '';
    this.parentClass = className;
    if (tag) this.afterTag(tag.name, tag.attributes);
  }

  private leave(text: string, byClass: boolean): void {
    if (byClass) this.left = { tag: text, begun: 1, ended: 0 };
    this.inBlock = true;
    this.inline = inlineTags.has(text);
    this.walking.count(text);
  }

  private open(text: string): void {
    const last = this.tags.at(-1) ?? this.activeTag;
    const name = (text === 'em' || text === 'b') && last === 'code' ? 'code' : text;
    this.inline = inlineTags.has(name);
    this.skip = this.quiet.has(name);
    this.tags.push(name);
    this.activeTag = name;
  }

  private text(raw: string): void {
    if (raw !== '') {
      this.advance(raw);
      this.queue.push(raw);
    }
    if (this.inBlock || this.walking.isOff() || raw === '') return;
    let text = this.isNestedList() && !this.inline ? ` ${raw}` : raw;
    const isHidden = this.skip || this.hasClass(this.parentClass);
    const binds = /^[.?!,:;)\]}—–]/.test(text) && !isHidden;
    if (isHidden || this.href === text) {
      text = covered(text, text, '*');
      this.skip = false;
    }
    if (this.inline && !binds) text = ` ${text}`;
    if (text.startsWith(' ') && /[([{—–]$/.test(this.buffer)) text = text.slice(1);
    this.buffer += text;
  }

  private flush(): void {
    if (this.buffer.trim() !== '') this.emit(this.buffer);
    for (const text of this.queue) this.cover(text);
    this.queue = [];
    this.tags = [];
    this.buffer = '';
  }

  private emit(text: string): void {
    for (const tag of this.tags) {
      const own = scopes.get(tag);
      const isHeading = /^h\d$/.test(tag);
      if (!own && !isHeading) continue;
      if (own === 'text.blockquote' || own === 'text.list') this.walking.summary(text);
      const scope = own ?? `text.heading.${tag}`;
      this.walking.count(scope.slice('text.'.length));
      this.hand(text.replace(/^ +/, ''), scope, false);
      return;
    }
    this.walking.summary(text);
    this.hand(text, 'text', true);
  }

  private hand(text: string, scope: string, isProse: boolean): void {
    const found = this.lineOf(text);
    const line = found > this.line ? found : this.line;
    let view: View | null = null;
    this.walking.block({ text, scope, line, isProse, view: () => (view ??= this.lines.view(line)) });
  }

  private afterTag(name: string, attributes: ReadonlyMap<string, string>): void {
    const alt = attributes.get('alt');
    if (name === 'img' && alt !== undefined && !(this.options.skippedScopes ?? []).includes('alt'))
      this.hand(alt, 'text.attr.alt', false);
    if (!located.has(name)) return;
    const names = ['href', 'id', 'src', 'alt', ...(this.options.format === 'html' ? ['class'] : [])];
    for (const [key, value] of attributes)
      if (names.includes(key)) this.cover(key === 'href' ? unquoted(value) : value);
  }

  /** Line of the last line of a text; the words one by one where the whole is not found. */
  private lineOf(text: string): number {
    let line = 0;
    for (const content of text.split('\n')) {
      line = this.lines.lineOf(content);
      if (line < 0) for (const word of content.match(/\S+/g) ?? []) line = this.lines.lineOf(word);
    }
    return line;
  }

  private advance(text: string): void {
    const line = this.lineOf(text);
    if (line > this.line) this.line = line;
  }

  private cover(text: string): void {
    if (text === '') return;
    for (const content of text.split('\n'))
      if (!this.lines.cover(content)) for (const word of content.match(/\S+/g) ?? []) this.lines.cover(word);
  }

  private hasClass(names: string): boolean {
    return names !== '' && names.split(' ').some((name) => this.classes.has(name));
  }

  private isNestedList(): boolean {
    const { tags } = this;
    if (tags.at(-1) !== 'li' || tags.length <= 3) return false;
    return /^[ou]l$/.test(tags.at(-2) ?? '') && tags.at(-3) === 'li';
  }
}

function unquoted(href: string): string {
  try {
    return decodeURIComponent(href.replaceAll('+', ' '));
  } catch {
    return '';
  }
}
