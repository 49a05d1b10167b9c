/** Which rules the comments in a text have switched off, from where it is read on. */
export class CommentSwitches {
  private readonly off = new Map<string, boolean>();

  /** `styles` are those that hold for the file: `vale style = …` leaves only the named ones on. */
  constructor(private readonly styles: readonly string[]) {}

  /** `vale off`, `vale Style.Rule = NO`, `vale Style.Rule["match"] = NO`, `vale style = Style`. */
  read(comment: string): void {
    if (comment === 'vale off' || comment === 'vale on') {
      this.off.set('off', comment === 'vale off');
      return;
    }
    const single = /^vale (.+\..+)(\[.+\]) = (YES|NO)$/.exec(comment);
    if (single) {
      for (const match of listOf(single[2] ?? ''))
        this.off.set(`${single[1] ?? ''}[${match}]`, single[3] === 'NO');
      return;
    }
    const rule = /^vale (.+\..+|[^.]+) = (YES|NO|on|off)$/.exec(comment);
    if (rule) {
      this.off.set(rule[1] ?? '', rule[2] === 'NO' || rule[2] === 'off');
      return;
    }
    const only = /^vale styles? = (.*)$/.exec(comment);
    if (!only) return;
    for (const style of this.styles) this.off.set(style, true);
    for (const style of (only[1] ?? '').split(', ')) this.off.set(style, false);
  }

  get isOff(): boolean {
    return this.off.get('off') === true;
  }

  hides(rule: string): boolean {
    return this.isOff || this.off.get(rule.split('.')[0] ?? '') === true || this.off.get(rule) === true;
  }

  hidesMatch(rule: string, match: string): boolean {
    return this.off.size > 0 && this.hides(`${rule}[${match}]`);
  }

  /** At the end of a text everything is on again, but for `vale off`. */
  reset(): void {
    for (const key of this.off.keys()) if (key !== 'off') this.off.set(key, false);
  }
}

function listOf(json: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
  } catch {
    return [];
  }
}
