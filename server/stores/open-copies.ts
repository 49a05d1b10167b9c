import type { Core } from '@strapi/strapi';
import { openStates } from '../../src/publishing/status';
import { correctionsStore } from './corrections';
import type { PublicationRow } from './publication-row';
import { publicationsStore } from './publications';

/**
 * The copies of an entry (`entryIdOf`) that may still go out, as an approval is about them: those that did not go out yet, and those that
 * did and are to say other words, with these words.
 */
export function openCopies(db: Core.Strapi['db']): (entry: string) => Promise<PublicationRow[]> {
  const publications = publicationsStore(db);
  const corrections = correctionsStore(db);
  return async (entry) => {
    const [rows, asked] = await Promise.all([
      publications.ofEntry(entry, openStates()),
      corrections.openOf(entry),
    ]);
    if (asked.length === 0) return rows;
    const wanted = new Map(asked.map((one) => [one.publication, one]));
    const out = await publications.ofEntry(entry, ['delivered']);
    const corrected = out.flatMap((row): PublicationRow[] => {
      const wish = wanted.get(row.key);
      return wish
        ? [{ ...row, copy: wish.copy, copySeal: wish.copySeal, editedBy: wish.byId || null, repeats: [] }]
        : [];
    });
    return [...rows, ...corrected];
  };
}
