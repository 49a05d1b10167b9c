/**
 * One document in its languages, published. `data` is a record of locale → fields, English first; a language that is
 * there already is left alone. `find` says how the English entry is recognised. Answers with the document id.
 */
export async function publishOnce(strapi, uid, find, data) {
  const documents = strapi.documents(uid);
  const known = await documents.findFirst({ filters: find, locale: 'en', status: 'draft' });
  const documentId =
    known?.documentId ??
    (await documents.create({ data: data.en, locale: 'en', status: 'published' })).documentId;
  for (const [locale, fields] of Object.entries(data)) {
    if (locale === 'en' || (await documents.findOne({ documentId, locale, status: 'draft' }))) continue;
    await documents.update({ documentId, locale, data: fields, status: 'published' });
  }
  return documentId;
}

/** All of a list at once, a few at a time: drawing keeps the processor busy, the database likes one after the other. */
export async function eachOf(list, work, width = 4) {
  const results = new Array(list.length);
  let next = 0;
  const run = async () => {
    for (let i = next++; i < list.length; i = next++) results[i] = await work(list[i], i);
  };
  await Promise.all(Array.from({ length: width }, run));
  return results;
}
