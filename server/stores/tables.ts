/**
 * Every table of the plugin, one definition per store file. They are plain models: no content type, so no API shows them.
 * Times are milliseconds since 1970 in `bigInteger` columns, because date columns differ between the three databases;
 * drivers hand big integers back as strings, so each store parses its rows.
 */
export const tables: readonly Table[] = [];

type Model = Parameters<
  (typeof import('@strapi/database'))['Database']['prototype']['init']
>[0]['models'][number];

/** A definition as `strapi.get('models').add` takes it. */
export type Table = Model;
