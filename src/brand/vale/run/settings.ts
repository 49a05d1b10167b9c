import type { ConfigSection, Level, ValeConfig } from '../schema';
import { own } from '../../../shared/own';

/** What holds for one file: which rules run, and how grave each is. */
export interface FileSettings {
  runs(rule: string): boolean;
  level(rule: string, own: Level): Level;
  readonly styles: readonly string[];
  /** Sections whose glob names the file. */
  readonly sections: readonly ConfigSection[];
}

const levels: readonly Level[] = ['suggestion', 'warning', 'error'];

/** Without settings every rule of every style runs. */
export function settingsFor(
  config: ValeConfig | null,
  path: string,
  styles: readonly string[],
): FileSettings {
  if (!config) return { runs: () => true, level: (_, own) => own, styles, sections: [] };
  const sections = config.sections.filter(({ glob }) => globMatches(glob, path));
  const global = sections.find(({ glob }) => glob === '*');
  const specific = sections.filter(({ glob }) => glob !== '*');
  const base = specific.findLast((section) => section.styles !== null)?.styles ?? global?.styles ?? [];
  const changed = new Map<string, Level>();
  for (const { rules } of config.sections)
    for (const [name, value] of Object.entries(rules)) {
      const level = levels.find((one) => one === value);
      if (level) changed.set(name, level);
    }
  const level = (rule: string, own: Level) => changed.get(rule) ?? own;
  const named = new Map<string, boolean>();
  for (const { rules } of specific)
    for (const [name, value] of Object.entries(rules)) named.set(name, value !== 'NO');
  return {
    styles: base,
    sections,
    level,
    runs: (rule) => {
      const set = named.get(rule);
      if (set === false) return false;
      const everywhere = own(global?.rules ?? {}, rule);
      if (set === undefined && everywhere === 'NO') return false;
      return set === true || everywhere !== undefined || base.includes(rule.split('.')[0] ?? '');
    },
  };
}

/** Whether a rule is grave enough to be said. */
export const isSaid = (config: ValeConfig | null, level: Level): boolean =>
  config === null || levels.indexOf(level) >= levels.indexOf(config.minAlertLevel);

/** `*.md`, `*.{md,html}`, `docs/**`, `[!a]*`; with `!` at the start it means all others. */
function globMatches(glob: string, path: string): boolean {
  if (glob.startsWith('!')) return !globMatches(glob.slice(1), path);
  let source = '';
  let depth = 0;
  for (let at = 0; at < glob.length; at += 1) {
    const sign = glob[at] ?? '';
    if (sign === '*') {
      source += '.*';
      while (glob[at + 1] === '*') at += 1;
    } else if (sign === '?') source += '.';
    else if (sign === '{') {
      depth += 1;
      source += '(?:';
    } else if (sign === '}' && depth > 0) {
      depth -= 1;
      source += ')';
    } else if (sign === ',' && depth > 0) source += '|';
    else source += sign.replace(/[\\^$.|+()[\]{}]/, '\\$&');
  }
  try {
    const pattern = new RegExp(`^(?:${source})${')'.repeat(depth)}$`);
    return pattern.test(path) || pattern.test(path.split('/').at(-1) ?? '');
  } catch {
    return false;
  }
}
