import type { Database } from '@strapi/database';

type Model = Parameters<Database['init']>[0]['models'][number];

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
