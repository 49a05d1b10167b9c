import type { Account, Outcome } from '../../../src/channels/channel';
import { facebookSettings } from '../../../src/channels/settings/meta/facebook';
import { metaAccess, notChosen } from './access';
import type { GraphAccess } from './graph';

/** A Page and what it is called with. */
export interface FacebookPage extends GraphAccess {
  readonly pageId: string;
}

/** Null: its token cannot be read, or nobody has chosen the Page yet. */
export function facebookPage({ settings, secret }: Account): FacebookPage | null {
  const access = metaAccess(secret);
  const page = facebookSettings.parse(settings);
  return access && page.pageId !== '' ? { network: 'Facebook', ...page, ...access } : null;
}

/** Why there is none. */
export const whyNoPage = ({ secret }: Account) => (metaAccess(secret) ? notChosen : noToken);

const noToken = {
  kind: 'reauthorise',
  code: 'channel.no-secret',
  message:
    'The channel has no access token that can be read. Connect it, or make a token of the Page and enter it here.',
} as const satisfies Outcome;
