import type { EntryKey } from '../../../src/shared/entry-key';
import { pluginId } from '../../plugin';

/** The review page of an entry. */
export const reviewPath = ({ uid, documentId, locale }: EntryKey): string =>
  `/plugins/${pluginId}/reviews/entry?${new URLSearchParams({ uid, documentId, ...(locale ? { locale } : {}) }).toString()}`;

const spaced = (name: string): string => {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
};

/** A field's path as people read it: `sections[1].linkText` is “Sections 2 › Link text”. Places of what is gone count below zero. */
export const fieldLabel = (path: string): string =>
  path
    .split('.')
    .map((step) => {
      const [, name = step, place] = /^(.*?)(?:\[(-?\d+)\])?$/.exec(step) ?? [];
      if (place === undefined) return spaced(name);
      const at = Number(place);
      return `${spaced(name)} ${at < 0 ? -at : at + 1}`;
    })
    .join(' › ');
