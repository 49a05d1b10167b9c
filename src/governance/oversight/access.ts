import type { AccessView, Reach } from './schema';

/** What a token or a role was given, as Strapi keeps it. */
export interface Grants {
  readonly kind: Reach['kind'];
  readonly name: string;
  readonly isPublic: boolean;
  readonly to: string;
  /** Everything, only reading, or the actions that are named: `api::article.article.find`. */
  readonly grants: 'all' | 'read' | readonly string[];
}

const reading = ['find', 'findOne'];
const writing = ['create', 'update', 'delete'];

/** Who can read or change what of each type. An action that the app made itself counts as changing: nobody knows what it does. */
export const accessOf = (
  types: readonly { readonly uid: string; readonly name: string }[],
  all: readonly Grants[],
): AccessView[] =>
  types.map(({ uid, name }) => {
    const reaches = (isWanted: (action: string) => boolean): Reach[] =>
      all.flatMap(({ grants, ...way }) => {
        const actions = actionsOn(uid, grants).filter(isWanted);
        return actions.length > 0 ? [{ ...way, actions }] : [];
      });
    return {
      uid,
      name,
      readers: reaches((action) => reading.includes(action)),
      writers: reaches((action) => !reading.includes(action)),
    };
  });

function actionsOn(uid: string, grants: Grants['grants']): string[] {
  if (grants === 'all') return [...reading, ...writing];
  if (grants === 'read') return reading;
  return grants
    .filter((action) => action.startsWith(`${uid}.`))
    .map((action) => action.slice(uid.length + 1))
    .filter((action) => action !== '' && !action.includes('.'));
}
