import type { Block, RuleScope, Subject } from './rule';

/** Whether a rule for these languages is for this one: `de` covers `de-AT`; an empty list, or an unknown language, means yes. */
export function isForLocale(locales: readonly string[] | undefined, locale: string | null): boolean {
  if (!locales || locales.length === 0 || locale === null) return true;
  const wanted = plain(locale);
  return locales.some((one) => wanted === plain(one) || wanted.startsWith(`${plain(one)}-`));
}

const plain = (locale: string): string => locale.toLowerCase().replaceAll('_', '-');

/** Whether a rule is for a subject of this type, language and channel. */
export const isForSubject = (
  scope: RuleScope | undefined,
  { uid, locale, channel }: Pick<Block, 'uid' | 'locale' | 'channel'>,
): boolean =>
  !scope ||
  (isForLocale(scope.locales, locale) &&
    isAmong(scope.channels, channel ?? 'entry') &&
    (uid === null || isAmong(scope.uids, uid)));

/** Whether a rule is for blocks of this kind at this place; code only where the scope names it. */
export function isForBlock(scope: RuleScope | undefined, { kind, role, field }: Block): boolean {
  if (kind === 'code' && !scope?.kinds?.includes('code')) return false;
  if (!scope) return true;
  return isAmong(scope.kinds, kind) && isForRole(scope.roles, role) && isForField(scope.fields, field);
}

const isAmong = <T>(list: readonly T[] | undefined, one: T): boolean =>
  !list || list.length === 0 || list.includes(one);

const isForRole = (roles: RuleScope['roles'], role: Block['role']): boolean =>
  !roles || roles.length === 0 || (role !== null && roles.includes(role));

const isForField = (fields: readonly string[] | undefined, field: string): boolean =>
  !fields || fields.length === 0 || fields.some((one) => field === one || field.startsWith(`${one}.`));

/** What a subject's rules are chosen by. */
export const contextOf = ({ uid, locale, channel }: Pick<Subject, 'uid' | 'locale' | 'channel'>) => ({
  uid,
  locale,
  channel: channel?.kind ?? null,
});
