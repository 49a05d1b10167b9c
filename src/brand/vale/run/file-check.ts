import type { Found } from '../finder/found';
import { sentencesOf } from '../language/sentences';
import { prepared, type Check, type PackParts } from './prepared';
import { runCheck, sayingOf } from './run-check';
import { isSaid, settingsFor } from './settings';
import type { CheckedFile, FileFormat, Level, ValeAlert, ValeConfig, ValePack } from '../schema';
import { CommentSwitches } from '../source/comments';
import { frontMatterBlocks } from '../source/front-matter';
import { htmlTokens } from '../source/html-tokens';
import { markdownTokens } from '../source/markdown-tokens';
import type { View } from '../places/masked-lines';
import { covered } from '../places/place';
import { spotOf } from '../places/spot';
import { forParser, forPlaces, sanitised } from '../source/prepare';
import { htmlTree } from '../source/html-tree';
import { selectedBlocks, treeOfMarkdown } from '../source/selected';
import { SourceColumns } from '../places/source-columns';
import { walkPage } from '../source/walk';

export interface FileOptions {
  /** Settings instead of those of the pack; null: every rule runs. */
  readonly config?: ValeConfig | null;
  readonly parts?: PackParts;
  /** Only these rules. */
  readonly only?: readonly string[];
}

const extensions: Readonly<Record<FileFormat, string>> = { markdown: '.md', html: '.html', text: '.txt' };

/** A stretch of the file with what is needed to find its place. */
interface Stretch {
  readonly text: string;
  readonly scope: string;
  readonly line: number;
  readonly view: () => View;
  /** The place is looked for in the whole source, not in the line alone. */
  readonly anywhere: boolean;
  /** The text is the source itself. */
  readonly isSource: boolean;
}

/** One file under one pack. */
export class FileCheck {
  private readonly config: ValeConfig | null;
  private readonly source: string;
  private readonly extension: string;
  private readonly checks: readonly (Check & { readonly index: number; readonly said: Level })[];
  private readonly candidates: (text: string) => ReadonlyMap<number, readonly number[] | null>;
  private readonly switches: CommentSwitches;
  private readonly sections;
  private readonly memory = { seen: new Set<string>() };
  private readonly counts = new Map<string, number>();
  private readonly history = new Set<string>();
  private readonly columns: SourceColumns;
  private readonly given = new Map<string, number>();
  private readonly alerts: ValeAlert[] = [];
  private summary = '';

  constructor(
    private readonly file: CheckedFile,
    pack: ValePack,
    options: FileOptions,
  ) {
    this.config = options.config === undefined ? pack.config : options.config;
    this.extension = extensions[file.format];
    this.source = sanitised(file.text);
    this.columns = new SourceColumns(this.source);
    const settings = settingsFor(this.config, file.path ?? `text${this.extension}`, pack.styles);
    const ready = prepared(pack, this.config, options.parts ?? {});
    this.candidates = ready.candidates;
    this.sections = settings.sections;
    this.switches = new CommentSwitches(settings.styles);
    this.checks = ready.checks.flatMap((check, index) => {
      const said = settings.level(check.rule.name, check.level);
      const isWanted = options.only ? options.only.includes(check.rule.name) : settings.runs(check.rule.name);
      return isWanted && isSaid(this.config, said) ? [{ ...check, index, said }] : [];
    });
  }

  run(): readonly ValeAlert[] {
    if (this.checks.length === 0) return [];
    if (this.file.format === 'text') this.readText();
    else this.readPage();
    const whole = { line: 0, view: this.viewOf(this.source), anywhere: true };
    this.check({
      ...whole,
      text: this.source,
      scope: `raw${this.extension}`,
      isSource: true,
    });
    return this.alerts;
  }

  private viewOf(text: string): () => View {
    const view = { text, firstLine: 0 };
    return () => view;
  }

  private readText(): void {
    const scope = `text${this.extension}`;
    const view = this.viewOf(this.source);
    const isSource = this.source.length > longText;
    this.prose({ text: this.source, scope, line: -1, view, anywhere: false, isSource });
    // Formulas and readability are about all of it.
    if (this.checks.some(({ scope: test }) => test.has('summary'))) {
      this.summary = this.source;
      this.readSummary(this.source);
    }
  }

  private readPage(): void {
    const { source, config } = this;
    const isMarkdown = this.file.format === 'markdown';
    const places = isMarkdown ? forPlaces(source) : source;
    const scoped = (scope: string) => `${scope}${this.extension}`;
    if (isMarkdown)
      for (const { text, scope, line } of frontMatterBlocks(source))
        this.check({ text, scope: scoped(scope), line, view: this.viewOf(source), anywhere: false, isSource: false }); // prettier-ignore
    const tokens = isMarkdown ? markdownTokens(forParser(source, this.sections)) : [...htmlTokens(source)];
    const options = {
      format: isMarkdown ? ('md' as const) : ('html' as const),
      skippedScopes: config?.skippedScopes ?? null,
      ignoredScopes: config?.ignoredScopes ?? null,
      ignoredClasses: config?.ignoredClasses ?? [],
    };
    walkPage(tokens, places, options, {
      comment: (text) => this.switches.read(text),
      isOff: () => this.switches.isOff,
      count: (name) =>
        this.counts.set(name.replaceAll('.', '_'), (this.counts.get(name.replaceAll('.', '_')) ?? 0) + 1),
      summary: (text) => (this.summary += `${text}\n\n`),
      block: ({ text, scope, line, view, isProse }) => {
        const name = scope === 'text.attr.alt' ? scope : scoped(scope);
        const stretch = { text, scope: name, line, view, anywhere: false, isSource: false };
        if (isProse) this.prose(stretch);
        else this.check(stretch);
      },
    });
    this.switches.reset();
    this.readSelected(places);
    this.readSummary(places);
  }

  private readSelected(places: string): void {
    const selectors = [...new Set(this.checks.flatMap(({ scope }) => scope.selectors))];
    const { source, file } = this;
    if (file.format === 'text') return;
    const treeOf = () => (file.format === 'html' ? htmlTree(source) : treeOfMarkdown(source));
    for (const { text, scope } of selectedBlocks(treeOf, selectors))
      this.check({
        text,
        scope,
        line: 0,
        view: this.viewOf(places),
        anywhere: true,
        isSource: false,
      });
  }

  private readSummary(places: string): void {
    const scope = `summary${this.extension}`;
    const text = this.summary;
    this.check({
      text,
      scope,
      line: 0,
      view: this.viewOf(places),
      anywhere: true,
      isSource: false,
    });
  }

  /** Prose is read as a whole, and by paragraphs and sentences where rules ask for those. */
  private prose(stretch: Stretch): void {
    const anywhere = stretch.text.includes('\n');
    const { text, scope } = stretch;
    const part = (piece: string, name: string) =>
      this.check({
        ...stretch,
        text: piece,
        scope: `${name}.${scope}`,
        anywhere,
      });
    if (this.checks.some(({ scope: test }) => test.has('paragraph')))
      for (const paragraph of text.split(/(?<=\n\n)/)) part(paragraph, 'paragraph');
    if (this.checks.some(({ scope: test }) => test.has('sentence')))
      for (const sentence of sentencesOf(text)) part(sentence, 'sentence');
    this.check({ ...stretch, anywhere });
  }

  private check(stretch: Stretch): void {
    let candidates: ReadonlyMap<number, readonly number[] | null> | null = null;
    const changed = new Map<string, string>();
    for (const check of this.checks) {
      const { name } = check.rule;
      if (!check.scope.matches(stretch.scope) || this.switches.hides(name)) continue;
      candidates ??= this.candidates(stretch.text);
      const among = candidates.get(check.index);
      if (among === undefined) continue;
      for (const found of runCheck(check, stretch.text, this.memory, this.counts, among)) {
        if (this.switches.hidesMatch(name, found.match)) continue;
        this.place(check, found, stretch, changed);
      }
    }
  }

  /** Finds the place of a match in the source and keeps the alert, unless the same one stands there already. */
  private place(
    check: Check & { readonly said: Level },
    found: Found,
    stretch: Stretch,
    changed: Map<string, string>,
  ): void {
    const { rule } = check;
    const view = stretch.view();
    const context = changed.get(rule.name) ?? view.text;
    const spot =
      stretch.isSource && found.match !== ''
        ? this.columns.spot(found.start, found.end)
        : spotOf(found, stretch, { ...view, text: context });
    if (!spot || spot.start <= 0) return;
    if (!stretch.isSource) changed.set(rule.name, covered(context, found.match, '#'));
    const key = `${spot.line}-${spot.start}-${rule.name}`;
    const given = this.given.get(rule.name) ?? 0;
    if (this.history.has(key) || (rule.limit > 0 && given >= rule.limit)) return;
    this.history.add(key);
    this.given.set(rule.name, given + 1);
    this.alerts.push({
      line: spot.line,
      column: spot.start,
      start: spot.start,
      end: spot.end,
      rule: rule.name,
      severity: check.said,
      match: found.match,
      link: rule.link,
      description: rule.description,
      ...sayingOf(check, found),
    });
  }
}

/** In longer plain texts places are taken as they are: Vale looks for each in the whole text. */
const longText = 60_000;
