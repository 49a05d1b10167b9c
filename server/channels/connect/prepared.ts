import { clientOf, type AppName, type PublicApp } from '../../../src/channels/connect/apps';
import type { Prepared } from '../../../src/channels/connect/connector';
import type { ConnectNetwork } from '../../../src/channels/connect/oauth/network';
import { fail, ok, type Problem, type Result } from '../../../src/shared/result';

/** A network's OAuth with the app of the business; null where there is no app. */
export const preparedBy = (network: ConnectNetwork, app: PublicApp | undefined): Prepared | null =>
  app ? { network, client: clientOf(app) } : null;

/** What is needed to send a person there, or that the app is missing. */
export const orMissing = (prepared: Prepared | null, network: string, name: AppName): Result<Prepared> =>
  prepared ? ok(prepared) : fail(appMissing(network, name));

const appMissing = (network: string, name: AppName): Problem => ({
  code: 'connect.app-missing',
  message: `${network} connects by an app that you registered there, and Presence does not know one. Enter its id and secret in the form of the channel; or whoever looks after the server puts them under connect.${name} in config/plugins.`,
});
