import { channelRules } from '../index';
import type { ChannelRules } from '../rules';
import type { ChannelKind } from '../../schema';
import type { OwnTypeView } from '../../own/type';

/** What says how a channel is: its kind, and for one of an app its type, where that is registered. */
export interface OfKind {
  readonly kind: ChannelKind;
  readonly own?: OwnTypeView | null | undefined;
}

/** A channel by its name; removed ones have one too. */
export interface NamedChannel extends Pick<OfKind, 'own'> {
  readonly key: string;
  readonly name: string;
}

/** The rules of a channel: those of its kind, or of the type that an app brought. */
export function rulesFor({
  kind,
  own,
}: {
  readonly kind: ChannelKind;
  readonly own?: Pick<OwnTypeView, 'label' | 'rules'> | null | undefined;
}): ChannelRules {
  if (kind !== 'own') return channelRules[kind];
  if (!own) return unknownRules;
  const { title, ...rules } = own.rules;
  return {
    ...rules,
    kind: 'own',
    label: own.label,
    ...(title ? { title: { ...title, required: false } } : {}),
  };
}

/** Of a type that nobody registers: nothing is known, and nothing goes out, so nothing is refused. */
const unknownRules: ChannelRules = {
  kind: 'own',
  label: 'A channel of an app',
  text: { required: false },
  pictures: { max: 20, alt: 'none' },
  link: 'field',
};

/** The rules of what goes to a channel, by the channels that there are. */
export function rulesAmong(channels: readonly (OfKind & { readonly key: string })[]) {
  const byKey = new Map(channels.map((channel) => [channel.key, channel]));
  return ({ kind, channel }: { readonly kind: ChannelKind; readonly channel: string }): ChannelRules =>
    rulesFor({ kind, own: byKey.get(channel)?.own });
}
