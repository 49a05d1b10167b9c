/**
 * Does the work in one database transaction, or as part of the one that is open: Strapi joins inner transactions to the
 * outer one. A throw undoes all of it, unless somebody in between catches it.
 */
export type Transaction = <T>(work: () => Promise<T>) => Promise<T>;
