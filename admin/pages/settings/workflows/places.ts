/** Something in a definition that does not work, and where. */
export interface Place {
  readonly path: string;
  readonly message: string;
}

export interface Places {
  /** What is wrong exactly here. */
  readonly at: (path: string) => string | undefined;
  /** What is wrong here or anywhere inside. */
  readonly within: (path: string) => string | undefined;
  /** How much is wrong here or inside. */
  readonly count: (path: string) => number;
}

const isWithin = (path: string, root: string): boolean =>
  path === root || path.startsWith(`${root}.`) || path.startsWith(`${root}[`);

/** Finds the problems of a definition beside the fields that they are about. */
export function placesOf(problems: readonly Place[]): Places {
  const said = (found: readonly Place[]) =>
    found.length > 0 ? found.map(({ message }) => message).join(' ') : undefined;
  const inside = (root: string) => problems.filter(({ path }) => isWithin(path, root));
  return {
    at: (path) => said(problems.filter((one) => one.path === path)),
    within: (path) => said(inside(path)),
    count: (path) => inside(path).length,
  };
}
