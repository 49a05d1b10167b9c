import { z } from 'zod';
import { line, webUrl } from '../settings/fields';

/** Names of fields, as the adapter reads them. */
const name = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'must be a name such as boardId');

const asked = {
  name,
  label: line(80),
  required: z.boolean().default(true),
  hint: z.string().trim().max(300).default(''),
};

/** A setting that a person fills in. */
export const ownField = z.strictObject({
  ...asked,
  kind: z.enum(['text', 'url', 'number', 'yes-no']).default('text'),
});
export type OwnField = z.output<typeof ownField>;

/** A part of what the channel signs in with: written, never shown again. */
export const ownSecretField = z.strictObject(asked);
export type OwnSecretField = z.output<typeof ownSecretField>;

/** What stands in the fields of a channel, by their names. */
export const ownValues = z.record(
  z.string().max(40),
  z.union([z.string().max(2_000), z.number(), z.boolean()]),
);
export type OwnValues = z.output<typeof ownValues>;

const text = line(2_000);
const valueOf = ({ kind }: OwnField) => {
  switch (kind) {
    case 'text':
      return text;
    case 'url':
      return webUrl.max(2_000);
    case 'number':
      return z.number({ message: 'must be a number' });
    case 'yes-no':
      return z.boolean({ message: 'must be yes or no' });
  }
};

/** What may stand in the fields; a field that is not declared is refused. */
export const valuesFor = (fields: readonly OwnField[]) =>
  z.strictObject(
    Object.fromEntries(
      fields.map((field) => [field.name, field.required ? valueOf(field) : valueOf(field).optional()]),
    ),
  );

/** The same for the parts of a secret. */
export const secretFor = (fields: readonly OwnSecretField[]) =>
  z.strictObject(
    Object.fromEntries(fields.map((field) => [field.name, field.required ? text : text.optional()])),
  );

/** The values of the fields that are declared now; what a field of before left behind is not among them. */
export const declared = <Value>(
  values: Readonly<Record<string, Value>>,
  fields: readonly { readonly name: string }[],
): Record<string, Value> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = Object.hasOwn(values, field.name) ? values[field.name] : undefined;
      return value === undefined ? [] : [[field.name, value]];
    }),
  );
