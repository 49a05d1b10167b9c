import type { Account, Renewed } from '../../src/channels/channel';
import {
  allowedBy,
  connectedSecret,
  postingAs,
  type ConnectedSecret,
  type KeptConnection,
} from '../../src/channels/connect/connection';
import type { Connector, Places } from '../../src/channels/connect/connector';
import { placeAfter, placeAt, type PlacesView } from '../../src/channels/connect/places';
import { nothingToChoose, placesOver } from '../../src/channels/connect/refusals';
import type { ChannelKind, ChannelTested } from '../../src/channels/schema';
import type { Actor } from '../../src/shared/actor';
import { fail, ok, type Result } from '../../src/shared/result';
import type { Channels } from './channels';
import { notFound } from './channel-refusals';

interface Deps {
  readonly channels: Pick<Channels, 'account' | 'connect' | 'test'>;
  readonly connector: (kind: ChannelKind) => Connector | undefined;
  /** The account with access that holds now. */
  readonly renewed: (account: Account) => Promise<Renewed>;
}

/** The only place there is, or the one before; where the person has to choose, nowhere yet. */
export async function placed(
  by: Connector,
  settings: unknown,
  secret: ConnectedSecret,
  person: string,
): Promise<Result<KeptConnection>> {
  const places = by.places?.(settings) ?? null;
  if (!places?.isNeeded) return ok({ secret, settings: null });
  const list = await places.list(secret);
  if (!list.ok) return list;
  const found = placeAfter(list.value, places.chosen, places.isOne);
  if (!found.ok) return found;
  if (found.value === null) return ok({ secret: allowedBy(secret, person), settings: places.at(null) });
  return ok({
    secret: postingAs(secret, found.value, person),
    settings: places.at(found.value.id),
  });
}

/** The accounts among which a person chooses where a connected channel posts, and their choice. */
export function connectPlaces({ channels, connector, renewed }: Deps) {
  async function known(key: string): Promise<Result<{ secret: ConnectedSecret; places: Places }>> {
    const account = await channels.account(key);
    if (!account) return fail(notFound);
    const places = connector(account.kind)?.places?.(account.settings) ?? null;
    if (!places || !connectedSecret.safeParse(account.secret).success) return fail(nothingToChoose);
    const now = await renewed(account);
    if (!now.ok)
      return now.outcome.kind === 'reauthorise'
        ? fail(placesOver)
        : fail({ code: 'connect.network-failed', message: now.outcome.message });
    return ok({ secret: connectedSecret.parse(now.account.secret), places });
  }

  return {
    async list(key: string): Promise<Result<PlacesView>> {
      const found = await known(key);
      if (!found.ok) return found;
      const { secret, places } = found.value;
      const list = await places.list(secret);
      if (!list.ok) return list;
      const shown = list.value.map(({ id, name, about, problem }) => ({ id, name, about, problem }));
      return ok({ chosen: places.chosen, places: shown });
    },

    /** From now on it posts there. What was sent stays where it is. */
    async pick(key: string, place: string, actor: Actor): Promise<Result<ChannelTested>> {
      const found = await known(key);
      if (!found.ok) return found;
      const { secret, places } = found.value;
      const list = await places.list(secret);
      if (!list.ok) return list;
      const chosen = placeAt(list.value, place);
      if (!chosen.ok) return chosen;
      const as = places.areWithin ? secret : postingAs(secret, chosen.value);
      const next = { secret: as, settings: places.at(place), place };
      const kept = await channels.connect(key, next, actor);
      return kept.ok ? channels.test(key) : kept;
    },
  };
}
