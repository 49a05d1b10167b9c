import { canonicalJson } from '../../content/canonical';
import { paired } from './pairs';
import type { EntrySnapshot, FieldDifference, SnapshotField } from './schema';
import { likeness } from './words';

type ComponentDifference = Extract<FieldDifference, { kind: 'component' }>;

/** The earlier version with its lists of components brought in line with the later one. */
export interface Aligned {
  readonly before: EntrySnapshot;
  readonly components: readonly ComponentDifference[];
}

/**
 * Finds each component of a list again in the later version, by what it says, and gives its fields the path that they have
 * there: so a section that only moved shows as moved, and one that was edited shows its own words. What is gone keeps a path
 * that nothing else has (`sections[-2].text`: the second one of before).
 */
export function aligned(before: EntrySnapshot, after: EntrySnapshot): Aligned {
  let moved = before;
  const components: ComponentDifference[] = [];
  // From the outside in: an inner list is looked for where its outer component stands now.
  for (let done = new Set<string>(); ;) {
    const list = shallowest([...moved.lists, ...after.lists].filter(({ field }) => !done.has(field)));
    if (list === null) return { before: moved, components };
    done = new Set([...done, list]);
    const old = moved.lists.find(({ field }) => field === list)?.components ?? [];
    const now = after.lists.find(({ field }) => field === list)?.components ?? [];
    const [left, right] = [
      old.map((uid, at) => itemOf(moved, list, at, uid)),
      now.map((uid, at) => itemOf(after, list, at, uid)),
    ];
    const places = withMoves(
      paired(
        left.map(({ key }) => key),
        right.map(({ key }) => key),
        (i, j) =>
          left[i]?.uid === right[j]?.uid ? 0.4 + likeness(left[i]?.words ?? '', right[j]?.words ?? '') : 0,
      ),
      left,
      right,
    );
    for (const { from, to, isMoved } of places) {
      const component = (to === null ? old[from ?? 0] : now[to]) ?? '';
      const change = from === null ? 'added' : to === null ? 'removed' : isMoved ? 'moved' : null;
      const field = to === null ? `${list}[-${(from ?? 0) + 1}]` : `${list}[${to}]`;
      const place = (at: number | null): number | null => (at === null ? null : at + 1);
      if (change !== null)
        components.push({
          kind: 'component',
          field,
          change,
          component,
          before: place(from),
          after: place(to),
        });
    }
    moved = renamed(
      moved,
      list,
      new Map(places.flatMap(({ from, to }) => (from === null ? [] : [[from, to] as const]))),
    );
  }
}

interface Item {
  readonly uid: string;
  /** Equal for components that say the very same. */
  readonly key: string;
  readonly words: string;
}

function itemOf({ fields }: EntrySnapshot, list: string, at: number, uid: string): Item {
  const prefix = `${list}[${at}].`;
  const own = fields
    .filter(({ field }) => field.startsWith(prefix))
    .map((field) => ({ ...field, field: field.field.slice(prefix.length) }));
  return { uid, key: `${uid}\n${canonicalJson(own)}`, words: own.map(wordsOf).join('\n') };
}

const wordsOf = (field: SnapshotField): string => {
  switch (field.kind) {
    case 'text':
      return field.pieces.map(({ text }) => text).join('\n');
    case 'value':
      return field.value;
    case 'media':
      return field.files.map(({ file }) => file).join(' ');
    case 'relation':
      return field.documentIds.join(' ');
  }
};

interface Place {
  readonly from: number | null;
  readonly to: number | null;
  readonly isMoved: boolean;
}

/** What left one place and says the very same at another has moved; two that stay in order have not. */
function withMoves(
  pairs: readonly (readonly [number | null, number | null])[],
  left: readonly Item[],
  right: readonly Item[],
): Place[] {
  const gone = pairs.flatMap(([from, to]) => (from !== null && to === null ? [from] : []));
  const taken = new Set<number>();
  const places = pairs.flatMap(([from, to]): Place[] => {
    if (to === null) return [];
    if (from !== null) return [{ from, to, isMoved: false }];
    const origin = gone.find((at) => !taken.has(at) && left[at]?.key === right[to]?.key);
    if (origin === undefined) return [{ from: null, to, isMoved: false }];
    taken.add(origin);
    return [{ from: origin, to, isMoved: true }];
  });
  const removed = gone
    .filter((at) => !taken.has(at))
    .map((from): Place => ({ from, to: null, isMoved: false }));
  return [...places, ...removed];
}

function renamed(
  snapshot: EntrySnapshot,
  list: string,
  targets: ReadonlyMap<number, number | null>,
): EntrySnapshot {
  const pathOf = (path: string): string => {
    if (!path.startsWith(`${list}[`)) return path;
    const [, place = '', rest = ''] = /^(\d+)\](.*)$/s.exec(path.slice(list.length + 1)) ?? [];
    if (place === '') return path;
    const target = targets.get(Number(place)) ?? null;
    return `${list}[${target ?? `-${Number(place) + 1}`}]${rest}`;
  };
  return {
    ...snapshot,
    fields: snapshot.fields.map((field) => ({ ...field, field: pathOf(field.field) })),
    lists: snapshot.lists.map((one) => ({ ...one, field: one.field === list ? list : pathOf(one.field) })),
  };
}

const depthOf = (field: string): number => field.split(/[.[]/).length;

const shallowest = (lists: readonly { readonly field: string }[]): string | null =>
  [...lists].sort((a, b) => depthOf(a.field) - depthOf(b.field))[0]?.field ?? null;
