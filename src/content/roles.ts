import { componentFields, rootFields } from './model';
import type { Attribute, Components, ContentModel, FieldRoles, Role } from './schema';

interface Guess {
  /** Which types can play the part. */
  readonly types: RegExp;
  /** Names that say so, best first; without case, `-` and `_`. English, German, French, Spanish. */
  readonly names: readonly string[];
  /** The first field of these types plays the part when no name says so. */
  readonly otherwise: readonly string[];
}

// prettier-ignore
const guesses: Readonly<Record<Role, Guess>> = {
  title: {
    types: /^(string|text)$/,
    names: [
      'title', 'headline', 'heading', 'name', 'titel', 'ueberschrift', 'titre', 'titulo', 'subject', 'metatitle',
    ],
    otherwise: ['string'],
  },
  summary: {
    types: /^(string|text)$/,
    names: [
      'summary', 'excerpt', 'teaser', 'abstract', 'lead', 'intro', 'introduction', 'description', 'shortdescription',
      'zusammenfassung', 'kurzbeschreibung', 'beschreibung', 'vorspann', 'anreisser', 'resume', 'chapo', 'resumen',
      'metadescription', 'sharedescription',
    ],
    otherwise: [],
  },
  body: {
    types: /^(richtext|blocks|dynamiczone|text)$/,
    names: [
      'body', 'content', 'text', 'article', 'inhalt', 'haupttext', 'corps', 'contenu', 'cuerpo', 'contenido',
      'sections', 'blocks',
    ],
    otherwise: ['blocks', 'richtext', 'dynamiczone'],
  },
  cover: {
    types: /^media$/,
    names: [
      'cover', 'coverimage', 'hero', 'heroimage', 'featuredimage', 'mainimage', 'image', 'picture', 'photo',
      'thumbnail', 'titelbild', 'bild', 'foto', 'imagen', 'portada', 'metaimage', 'shareimage', 'ogimage',
    ],
    otherwise: ['media'],
  },
  slug: { types: /^(uid|string)$/, names: ['slug', 'urlslug', 'permalink', 'handle', 'path'], otherwise: ['uid'] },
  canonicalUrl: { types: /^(string|text)$/, names: ['canonicalurl', 'canonical', 'canonicallink'], otherwise: [] },
};

interface Candidate {
  readonly path: string;
  readonly name: string;
  readonly attribute: Attribute;
}

/**
 * Which field plays which part, guessed from names and types; one field plays at most one part. Looks at the root
 * and one level into single components (`seo.metaDescription`). The settings page shows the guess for correction.
 */
export function guessRoles(model: ContentModel, components: Components): FieldRoles {
  const root = candidatesOf(rootFields(model), '');
  const nested = rootFields(model)
    .filter(([, field]) => field.type === 'component' && field.repeatable !== true)
    .flatMap(([name, field]) =>
      candidatesOf(componentFields(components[field.component ?? '']?.attributes ?? {}), `${name}.`),
    );
  const taken = new Set<string>();
  const guess = (role: Role): string | null => {
    const path =
      byName(guesses[role], root, taken) ??
      byName(guesses[role], nested, taken) ??
      byType(guesses[role], root, taken);
    if (path !== null) taken.add(path);
    return path;
  };
  const slug = guess('slug');
  const canonicalUrl = guess('canonicalUrl');
  const title = guess('title');
  const body = guess('body');
  return { slug, canonicalUrl, title, body, summary: guess('summary'), cover: guess('cover') };
}

const candidatesOf = (fields: readonly (readonly [string, Attribute])[], prefix: string): Candidate[] =>
  fields
    .filter(([, attribute]) => !(attribute.type === 'media' && !mayBePicture(attribute)))
    .map(([name, attribute]) => ({
      path: `${prefix}${name}`,
      name: name.toLowerCase().replace(/[-_]/g, ''),
      attribute,
    }));

const mayBePicture = ({ allowedTypes, multiple }: Attribute): boolean =>
  multiple !== true && (!allowedTypes || allowedTypes.length === 0 || allowedTypes.includes('images'));

function byName(guess: Guess, fields: readonly Candidate[], taken: ReadonlySet<string>): string | null {
  for (const name of guess.names) {
    const field = fields.find(
      (one) => one.name === name && guess.types.test(one.attribute.type) && !taken.has(one.path),
    );
    if (field) return field.path;
  }
  return null;
}

function byType(guess: Guess, fields: readonly Candidate[], taken: ReadonlySet<string>): string | null {
  for (const type of guess.otherwise) {
    const field = fields.find((one) => one.attribute.type === type && !taken.has(one.path));
    if (field) return field.path;
  }
  return null;
}
