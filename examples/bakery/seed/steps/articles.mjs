import { readFile, readdir } from 'node:fs/promises';
import { articleOf } from '../blocks.mjs';
import { eachOf, publishOnce } from './entry.mjs';

const uid = 'api::article.article';
const folder = new URL('../content/articles/', import.meta.url);

/** The blog: every `<name>.en.md`, with its German half where there is one. Answers with how many there are. */
export async function articles(strapi, library, authors) {
  const files = await readdir(folder);
  const names = files
    .filter((file) => file.endsWith('.en.md'))
    .map((file) => file.slice(0, -'.en.md'.length));
  const read = async (file) => articleOf(await readFile(new URL(file, folder), 'utf8'));

  const drawn = await eachOf(names, async (name) => {
    const english = await read(`${name}.en.md`);
    const german = files.includes(`${name}.de.md`) ? await read(`${name}.de.md`) : null;
    const { alt, cover, on, author, ...en } = english;
    const shared = { category: en.category, publishedOn: lastTime(on), author: authors.get(author) };
    const data = { en: { ...en, ...shared, cover: await library.picture(cover, alt) } };
    if (german) {
      const { alt: germanAlt, ...de } = german;
      data.de = { ...de, ...shared, cover: await library.picture(cover, germanAlt, 'de') };
    }
    return data;
  });
  for (const data of drawn) await publishOnce(strapi, uid, { slug: data.en.slug }, data);
  return drawn.length;
}

/** The latest day in the past with this month and day, so that the blog always looks kept. */
function lastTime(monthDay) {
  const today = new Date().toISOString().slice(0, 10);
  const year = Number(today.slice(0, 4));
  return `${year}-${monthDay}` <= today ? `${year}-${monthDay}` : `${year - 1}-${monthDay}`;
}
