import { dropsTable } from './drops';
import { linksTable } from './links';
import { onceTable } from './once';
import { rollupsTable } from './rollups';
import { touchpointsTable } from './touchpoints';
import { visitorKeysTable } from './visitor-keys';

/**
 * Every table of the plugin, one definition per store file. They are plain models: no content type, so no API shows them.
 * Times are milliseconds since 1970 in `biginteger` columns, because date columns differ between the three databases;
 * drivers hand big integers back as strings, so each store parses its rows.
 */
export const tables: readonly Table[] = [
  touchpointsTable,
  rollupsTable,
  dropsTable,
  onceTable,
  visitorKeysTable,
  linksTable,
];

type Model = Parameters<
  (typeof import('@strapi/database'))['Database']['prototype']['init']
>[0]['models'][number];

/** What Strapi's schema builder reads of a column beyond the types that it declares. */
interface Column {
  readonly unique?: boolean;
  readonly notNullable?: boolean;
  readonly unsigned?: boolean;
  readonly defaultTo?: unknown;
  /** Arguments of the column type: the length of a string. */
  readonly args?: readonly unknown[];
}

type Scalar = 'increments' | 'string' | 'text' | 'json' | 'integer' | 'biginteger' | 'float' | 'boolean';

/** A definition as `strapi.get('models').add` takes it. */
export interface Table extends Omit<Model, 'attributes'> {
  readonly attributes: Record<string, { type: Scalar; column?: Column; columnName?: string }>;
}
