import type { SettingsRequest } from '../../../src/governance/settings';

/** What every card of the governance page is given. */
export interface SettingsPart {
  readonly value: SettingsRequest;
  readonly change: (part: Partial<SettingsRequest>) => void;
  readonly errorAt: (path: string) => string | undefined;
}
