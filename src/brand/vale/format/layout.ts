/** A file of a style that may be a rule. */
export interface RuleFile {
  readonly file: string;
  readonly style: string;
  readonly name: string;
  readonly hidden: boolean;
  readonly text: string;
}

/** The files of a pack by what they are for. */
export interface Layout {
  readonly rules: readonly RuleFile[];
  /** `*.test.yml`. */
  readonly tests: readonly { readonly file: string; readonly text: string }[];
  readonly ini: { readonly file: string; readonly text: string } | null;
  readonly meta: string | null;
  readonly licence: string | null;
  readonly vocabularies: readonly {
    readonly name: string;
    readonly kind: 'accept' | 'reject';
    readonly text: string;
  }[];
  readonly assets: Readonly<Record<string, string>>;
}

const ini = /(?:^|\/)(?:\.vale|_vale|vale\.ini|\.vale\.ini|_vale\.ini)$/;
const ignored = /(?:^|\/)(?:__MACOSX|node_modules|\.git|\.github)\/|(?:^|\/)\.DS_Store$/;

/**
 * Sorts the files of a style folder (`Style/Rule.yml`, or the rules alone) or of a package (`.vale.ini`, `styles/`,
 * `config/`, `meta.json`). `style` names the rules that lie in no folder.
 */
export function layoutOf(
  files: Readonly<Record<string, string>>,
  stylesPath: string | null,
  style: string,
): Layout {
  const all = Object.entries(files)
    .map(([path, text]) => ({ path: path.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, ''), text }))
    .filter(({ path }) => !ignored.test(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const root = rootOf(
    all.map(({ path }) => path),
    stylesPath,
  );
  const below = all.filter(({ path }) => path.startsWith(root)).map(({ path, text }) => ({ path: path.slice(root.length), file: path, text })); // prettier-ignore
  const rules: RuleFile[] = [];
  const assets: Record<string, string> = {};
  for (const { path, file, text } of below) {
    if (/\.test\.yml$/.test(path)) continue;
    if (/^(?:config|Vocab)\//.test(path) || /\.(?:txt|dic|aff)$/.test(path)) assets[path] = text;
    else if (path.endsWith('.yml') && !/(?:^|\/)\.[^/]+$/.test(path))
      rules.push({ ...nameOf(path, style), file, text });
  }
  // `config/` may stand beside `styles/` too.
  const parent = root.replace(/[^/]+\/$/, '');
  for (const { path, text } of all)
    if (parent !== root && path.startsWith(`${parent}config/`)) assets[path.slice(parent.length)] ??= text;
  const find = (pattern: RegExp) => all.filter(({ path }) => pattern.test(path)).sort((a, b) => depth(a.path) - depth(b.path))[0]; // prettier-ignore
  const foundIni = find(ini);
  return {
    rules,
    tests: all
      .filter(({ path }) => /\.test\.yml$/.test(path))
      .map(({ path, text }) => ({ file: path, text })),
    ini: foundIni ? { file: foundIni.path, text: foundIni.text } : null,
    meta: find(/(?:^|\/)meta\.json$/)?.text ?? null,
    licence: find(/(?:^|\/)(?:LICEN[CS]E|COPYING)(?:\.(?:md|txt))?$/i)?.text ?? null,
    vocabularies: Object.entries(assets).flatMap(([path, text]) => {
      const found = /^(?:config\/vocabularies|Vocab)\/(.+)\/(accept|reject)\.txt$/.exec(path);
      return found
        ? [{ name: found[1] ?? '', kind: found[2] === 'accept' ? 'accept' : 'reject', text } as const]
        : [];
    }),
    assets,
  };
}

const depth = (path: string): number => path.split('/').length;

/** The folder that holds the styles, with a slash at its end; empty for the top. */
function rootOf(paths: readonly string[], stylesPath: string | null): string {
  const wanted = stylesPath?.replaceAll('\\', '/').replace(/^(?:\.\/)+|\/+$/g, '');
  if (wanted) {
    const found = paths.find((path) => `/${path}`.includes(`/${wanted}/`));
    if (found) return found.slice(0, `/${found}`.indexOf(`/${wanted}/`)) + `${wanted}/`;
  }
  const styles = paths
    .filter((path) => /(?:^|\/)styles\//.test(path))
    .sort((a, b) => depth(a) - depth(b) || a.length - b.length);
  const [nearest] = styles.sort((a, b) => a.search(/(?:^|\/)styles\//) - b.search(/(?:^|\/)styles\//));
  if (nearest) return /^(?:.*?\/)?styles\//.exec(nearest)?.[0] ?? '';
  let root = '';
  for (;;) {
    const rest = paths.filter((path) => path.startsWith(root)).map((path) => path.slice(root.length));
    const [first = ''] = rest;
    const folder = first.includes('/') ? first.slice(0, first.indexOf('/') + 1) : '';
    const isShared = folder !== '' && rest.every((path) => path.startsWith(folder));
    const holdsRules = rest.some(
      (path) => path.startsWith(folder) && /^[^/]+\.yml$/.test(path.slice(folder.length)),
    );
    if (!isShared || holdsRules || /^(?:config|Vocab)\/$/.test(folder)) return root;
    root += folder;
  }
}

/** `House/dates/Time.yml` is `House.dates.Time`; what lies in a folder that begins with `_` or `.` is only there to be extended. */
function nameOf(path: string, style: string): Pick<RuleFile, 'style' | 'name' | 'hidden'> {
  const parts = path.split('/');
  const rule = (parts.pop() ?? '').split('.')[0] ?? '';
  const folders = parts.length === 0 ? [style] : parts;
  return {
    style: folders[0] ?? style,
    name: [...folders, rule].join('.'),
    hidden: parts.some((part) => /^[_.]/.test(part)),
  };
}
