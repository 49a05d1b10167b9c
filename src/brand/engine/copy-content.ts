import { ratioOf } from '../../channels/rules/pictures/proportions';
import type { ChannelKind, Copy } from '../../channels/schema';
import { append, close, draft, nothing, pictureOf, type Found } from '../../content/formats/draft';
import { readPlain } from '../../content/formats/plain';
import type { ContentPart, EntryContent, Role } from '../../content/schema';

/**
 * What a copy says, as content, so that the same rules read it: fields `subject`, `preheader`, `title`, `description`,
 * `text`, `replies[0].text`, `pictures[0].alt`, `video.alt` and `link`, all plain text. Places are places in the copy. Pictures carry the
 * hash of their file.
 */
export function contentOfCopy(copy: Copy, kind: ChannelKind): EntryContent {
  const found: Found = nothing();
  const parts: ContentPart[] = [];
  const read = (field: string, value: string | undefined, type: string, role: Role | null) => {
    if (value === undefined || value.trim() === '') return;
    const origin = { field, type, role };
    parts.push({ kind: 'text', ...origin, value });
    const { texts, links } = readPlain(value, origin);
    found.texts.push(...texts);
    found.links.push(...links);
  };
  read('subject', copy.subject, 'string', 'title');
  read('preheader', copy.preheader, 'string', 'summary');
  read('title', copy.title, 'string', 'title');
  read('description', copy.description, 'text', 'summary');
  read('text', copy.text, 'text', 'body');
  copy.replies?.forEach(({ text }, index) => read(`replies[${index}].text`, text, 'text', 'body'));
  copy.pictures.forEach(({ hash, url, alt, shape }, index) => {
    const field = `pictures[${index}]`;
    const shown = pictureOf(
      { hash, url, alternativeText: alt },
      { field, start: 0, end: 0 },
      { field, type: 'media', role: null },
    );
    if (!shown) return;
    const picture = shape ? { ...shown, ratio: ratioOf(shape) } : shown;
    found.pictures.push(picture);
    parts.push({ kind: 'picture', field, role: null, picture });
  });
  const alts = [
    ...copy.pictures.map(({ alt }, index) => ({ field: `pictures[${index}].alt`, alt })),
    ...(copy.video ? [{ field: 'video.alt', alt: copy.video.alt }] : []),
  ];
  alts.forEach(({ field, alt }) => {
    const piece = draft();
    append(piece, alt, { field, start: 0, end: alt.length }, { exact: true });
    if (alt.trim() !== '') parts.push({ kind: 'text', field, type: 'string', role: null, value: alt });
    close(found, piece, { field, type: 'string', role: null }, 'alt');
  });
  if (copy.link !== null) {
    parts.push({ kind: 'text', field: 'link', type: 'string', role: null, value: copy.link });
    found.links.push({
      href: copy.link,
      text: '',
      place: { field: 'link', start: 0, end: copy.link.length },
    });
  }
  return {
    ...found,
    relations: [],
    parts,
    roles: {
      title: (kind === 'email' ? copy.subject : copy.title) ?? null,
      summary: (kind === 'email' ? copy.preheader : copy.description) ?? null,
      slug: null,
      canonicalUrl: null,
      cover: null,
    },
    fields: {},
    locale: null,
  };
}
