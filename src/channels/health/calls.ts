import type { HealthCode, HealthItem } from './health';

/** Days before the end at which somebody is told, each once; 0: once it is over. */
const steps = [14, 7, 3, 1, 0];
/** Another version takes a release of the plugin, or a trial of a newer one. */
const stepsOfVersions = [90, 30, ...steps];

/** What somebody is told of, and what tells one telling from the next. */
export interface HealthCall {
  readonly item: HealthItem;
  /** The same until a later step is reached, or the end is another. */
  readonly mark: string;
}

/** What has to be told now. The latest step alone counts: those that passed unseen are not made up for. */
export function callsOf(items: readonly HealthItem[]): HealthCall[] {
  return items.flatMap((item) => {
    const { code, at, daysLeft, values } = item;
    if (code === 'channel.rights-missing' || code === 'channel.rights-fewer')
      return [{ item, mark: `${code} ${values['rights']}` }];
    if (daysLeft === null) return [];
    const passed = (isVersion(code) ? stepsOfVersions : steps).filter((step) => daysLeft <= step);
    return passed.length > 0 ? [{ item, mark: `${whatOf(code)} ${at} ${Math.min(...passed)}` }] : [];
  });
}

/** Codes that somebody may have been told under. */
export const toldCodes: readonly HealthCode[] = [
  'channel.sign-in-ends',
  'channel.sign-in-ended',
  'channel.certificate-ends',
  'channel.certificate-ended',
  'channel.rights-missing',
  'channel.rights-fewer',
  'channel.version-ends',
  'channel.version-ended',
];

const isVersion = (code: HealthCode): boolean => code.startsWith('channel.version');
const whatOf = (code: HealthCode): string => code.replace(/-end(s|ed)$/, '');
