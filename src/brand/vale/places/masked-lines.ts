/** A stretch of the source and the line that it begins in, counted from 0. */
export interface View {
  readonly text: string;
  readonly firstLine: number;
}

/** Up to this length a view holds the whole text. */
const smallText = 60_000;
/** How many lines beyond the current one a search goes in a long text. */
const reach = 1_500;
const wordCharacter = /[A-Za-z0-9]/;

/**
 * The source of a file, in which everything that was read already is covered with `@`: so the next text that looks the same
 * is found behind it. Covering keeps every place where it is.
 */
export class MaskedLines {
  private readonly lines: string[];
  /** Lines before this one hold no letter and no digit any more. */
  private alive = 0;
  private readonly length: number;

  constructor(text: string) {
    this.lines = linesOf(text);
    this.length = text.length;
  }

  /** Line of the first place of a text within a line; -1 where it is not found. */
  lineOf(text: string): number {
    const start = this.firstLineFor(text);
    const end = Math.min(this.lines.length, start + this.searched());
    for (let line = start; line < end; line += 1) if (this.lines[line]?.includes(text)) return line;
    return -1;
  }

  /** Covers the first place of a text within a line; false where it is not found. */
  cover(text: string): boolean {
    if (text === '') return true;
    const line = this.lineOf(text);
    const before = this.lines[line];
    if (before === undefined) return false;
    const at = before.indexOf(text);
    this.lines[line] = before.slice(0, at) + text.replace(/[\0-\x7f]/g, '@') + before.slice(at + text.length);
    while (this.alive < this.lines.length && !wordCharacter.test(this.lines[this.alive] ?? ''))
      this.alive += 1;
    return true;
  }

  /** What is left of the source, for finding a place in it: all of a short text, the part around `line` of a long one. */
  view(line: number): View {
    if (this.length <= smallText) return { text: this.lines.join(''), firstLine: 0 };
    const firstLine = Math.max(0, Math.min(this.alive, line));
    return { text: this.lines.slice(firstLine, Math.max(this.alive, line) + 300).join(''), firstLine };
  }

  private firstLineFor(text: string): number {
    return wordCharacter.test(text)
      ? this.alive
      : this.length <= smallText
        ? 0
        : Math.max(0, this.alive - 20);
  }

  private searched(): number {
    return this.length <= smallText ? this.lines.length : reach;
  }
}

/** The lines of a text, each with its line break. */
const linesOf = (text: string): string[] => text.split(/(?<=\n)/);
