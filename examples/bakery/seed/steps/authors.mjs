import { authors as people } from '../content/people.mjs';
import { eachOf } from './entry.mjs';

/** Who writes for the blog, by name → document id. */
export async function authors(strapi, library) {
  const documents = strapi.documents('api::author.author');
  const ids = await eachOf(people, async ({ name, trade, portrait, alt }) => {
    const known = await documents.findFirst({ filters: { name } });
    const author =
      known ??
      (await documents.create({ data: { name, trade, portrait: await library.picture(portrait, alt) } }));
    return [name, author.documentId];
  });
  return new Map(ids);
}
