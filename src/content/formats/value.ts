import type { EntryDocument } from '../schema';

export const isRecord = (value: unknown): value is EntryDocument =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** A list as it is, one value as a list of one, nothing as none. */
export const listOf = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  return value === null || value === undefined ? [] : [value];
};

/** The text, or null where it is missing, blank or no text. */
export const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;

export const numberOf = (value: unknown): number | null => {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
};
