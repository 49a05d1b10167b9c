import { z } from 'zod';
import { line } from '../settings/fields';
import { pathText } from '../../shared/issues';
import { ownField, ownSecretField } from './fields';
import { ownRules } from './rules';

/** What a type is called in code: `noticeboard`, `print-sign`. */
export const ownTypeName = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'must be small letters and digits with - between, such as notice-board',
  )
  .max(40);

const unique = (fields: readonly { readonly name: string }[]): boolean =>
  new Set(fields.map(({ name }) => name)).size === fields.length;
const twice = 'must not have two fields of one name';

const data = {
  type: ownTypeName,
  /** Shown to marketers: "Notice board". */
  label: line(40),
  rules: ownRules,
  settings: z.array(ownField).max(20).refine(unique, twice).default([]),
  secret: z.array(ownSecretField).max(10).refine(unique, twice).default([]),
};

/** The adapter of an app: made once with the tools that our own adapters have. */
type Make = (tools: never) => unknown;
const make = z.custom<Make>((value) => typeof value === 'function', 'must be a function of the tools');

const definition = z.strictObject({ ...data, adapter: make });

/** A type of channel that the code of an app brings. */
export type OwnType = z.output<typeof definition>;

/**
 * A type as the admin shows it: all of it is data, so that copies are counted and fields are filled in without asking the server.
 */
export const ownTypeView = z.object({
  ...data,
  /** What taking something back means there: the post is deleted, or a person does it. */
  recall: z.enum(['deletes', 'by-hand']),
  /** Whether the words of what went out can be corrected. */
  corrects: z.boolean(),
});
export type OwnTypeView = z.output<typeof ownTypeView>;

/** The type that a definition describes, or the sentence that says what is wrong with it. */
export function readOwnType(
  input: unknown,
): { readonly ok: true; readonly value: OwnType } | { readonly ok: false; readonly message: string } {
  const read = definition.safeParse(input);
  if (read.success) return { ok: true, value: read.data };
  const problems = read.error.issues.map(({ path, message }) => {
    const at = pathText(path);
    return at ? `${at}: ${message}` : message;
  });
  return { ok: false, message: problems.join('; ') };
}
