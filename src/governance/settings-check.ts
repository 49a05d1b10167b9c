import type { ContentModel } from '../content/schema';
import { pathText } from '../shared/issues';
import type { Problem } from '../shared/result';
import { partsOf } from './page-url';
import type { SettingsRequest } from './settings';

/** What in well-formed settings does not fit this app: a type or a field that does not exist. Null when all fits. */
export function settingsProblem(
  settings: Pick<SettingsRequest, 'governed' | 'roles' | 'marks' | 'sites'>,
  models: readonly ContentModel[],
): Problem | null {
  const byUid = new Map(models.map((model) => [model.uid, model]));
  const all = [...byUid.keys()].join(', ');
  const named = [
    ...settings.governed.map((uid, index) => ({ uid, path: ['governed', index] })),
    ...Object.keys(settings.roles).map((uid) => ({ uid, path: ['roles', uid] })),
    ...Object.keys(settings.marks).map((uid) => ({ uid, path: ['marks', uid] })),
    ...Object.keys(settings.sites.pages).map((uid) => ({ uid, path: ['sites', 'pages', uid] })),
  ];
  for (const { uid, path } of named)
    if (!byUid.has(uid))
      return invalid(path, `There is no content type ${uid}. This app has: ${all || 'none'}.`);
  return (
    fieldProblem('roles', fieldsOfRoles(settings.roles), byUid) ??
    fieldProblem('marks', fieldsOfMarks(settings.marks), byUid) ??
    pageProblem(settings.sites.pages, byUid)
  );
}

/** A field that a setting names, and the name under which it stands there. */
interface NamedField {
  readonly uid: string;
  readonly under: string;
  readonly field: string;
}

const fieldsOfRoles = (roles: SettingsRequest['roles']): NamedField[] =>
  Object.entries(roles).flatMap(([uid, fields]) =>
    Object.entries(fields).flatMap(([role, field]) => (field ? [{ uid, under: role, field }] : [])),
  );

const fieldsOfMarks = (marks: SettingsRequest['marks']): NamedField[] =>
  Object.entries(marks).flatMap(([uid, fields]) =>
    Object.keys(fields).map((field) => ({ uid, under: field, field })),
  );

function fieldProblem(
  setting: 'roles' | 'marks',
  named: readonly NamedField[],
  models: ReadonlyMap<string, ContentModel>,
): Problem | null {
  for (const { uid, under, field } of named) {
    const attributes = models.get(uid)?.attributes ?? {};
    const [name = ''] = field.split(/[.[]/);
    if (!Object.hasOwn(attributes, name))
      return invalid([setting, uid, under], `${uid} has no field ${name}. It has: ${listed(attributes)}.`);
  }
  return null;
}

function pageProblem(
  pages: Readonly<Record<string, string>>,
  models: ReadonlyMap<string, ContentModel>,
): Problem | null {
  for (const [uid, pattern] of Object.entries(pages)) {
    const attributes = models.get(uid)?.attributes ?? {};
    const known = new Set(['locale', 'slug', 'documentId', ...Object.keys(attributes)]);
    const unknown = partsOf(pattern).find((name) => !known.has(name));
    if (unknown !== undefined)
      return invalid(
        ['sites', 'pages', uid],
        `{${unknown}} is no field of ${uid}. Use {locale}, {slug}, {documentId} or one of: ${listed(attributes)}.`,
      );
  }
  return null;
}

const listed = (attributes: Readonly<Record<string, unknown>>): string => Object.keys(attributes).join(', ');

const invalid = (path: readonly PropertyKey[], message: string): Problem => ({
  code: 'settings.unknown-name',
  message,
  path: pathText(path),
});
