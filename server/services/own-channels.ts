import type { ChannelAdapter } from '../../src/channels/channel';
import { declared, secretFor, valuesFor, type OwnValues } from '../../src/channels/own/fields';
import { typeGone } from '../../src/channels/own/gone';
import { rulesFor } from '../../src/channels/rules/own/rules-of';
import { ownSettings } from '../../src/channels/own/settings';
import { readOwnType, type OwnType, type OwnTypeView } from '../../src/channels/own/type';
import type { ChannelRules } from '../../src/channels/rules/rules';
import type { ChannelInput, ChannelState } from '../../src/channels/schema';
import { invalidRequest } from '../../src/shared/issues';
import { fail, ok, type Result } from '../../src/shared/result';
import { typeFixed, typeUnknown } from './channel-refusals';

/** What the code of an app made of its type. */
interface Made extends Pick<OwnTypeView, 'recall' | 'corrects'> {
  readonly adapter: ChannelAdapter;
}

interface Known {
  readonly view: OwnTypeView;
  readonly adapter: ChannelAdapter;
}

export type OwnChannels = ReturnType<typeof ownChannels>;

/** The types of channels that the code of the app registers while Strapi starts. `make` throws where a type makes no adapter. */
export function ownChannels(make: (type: OwnType) => Made) {
  const types = new Map<string, Known>();

  const of = (settings: unknown): Known | null => {
    const type = ownSettings.safeParse(settings).data?.type;
    return (type === undefined ? undefined : types.get(type)) ?? null;
  };

  return {
    /** Takes a type over; throws a sentence for the developer where it is none. In `register()` of the app. */
    register(definition: unknown): void {
      const read = readOwnType(definition);
      if (!read.ok) throw new Error(`Presence cannot take this type of channel: ${read.message}`);
      const { adapter: _adapter, ...data } = read.value;
      if (types.has(data.type))
        throw new Error(
          `Presence has a type of channel called ${data.type} already. Give one of them another name.`,
        );
      const { recall, corrects, adapter } = made(read.value, make);
      types.set(data.type, { view: { ...data, recall, corrects }, adapter });
    },

    /** Every type, by its label. */
    list: (): OwnTypeView[] =>
      [...types.values()].map(({ view }) => view).sort((one, other) => one.label.localeCompare(other.label)),

    /** The type of a channel, by its settings; null where nobody registers it. */
    of,

    rulesOf(type: string): ChannelRules | null {
      const view = types.get(type)?.view;
      return view ? rulesFor({ kind: 'own', own: view }) : null;
    },
  };
}

function made(type: OwnType, make: (type: OwnType) => Made): Made {
  try {
    return make(type);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`Presence cannot take the type of channel ${type.type}: ${why}`, { cause: error });
  }
}

/** A channel as it is stored, as far as it says whether its type is there. */
interface Standing {
  readonly kind: string;
  readonly settings: unknown;
  readonly state: ChannelState;
  readonly stateReason: string;
}

/** What is added to the view of a channel: its type; without that it asks for a person, whatever was stored. */
export function standingOf<Row extends Standing>(row: Row, types: Pick<OwnChannels, 'of'>) {
  if (row.kind !== 'own') return row;
  const own = types.of(row.settings)?.view ?? null;
  if (own) return { ...row, own };
  return { ...row, own, state: 'reauthorise' as const, stateReason: typeGone(row.settings) };
}

/** An input as its type takes it; `before` are the settings of the channel that is changed. */
export function fitting(
  input: ChannelInput,
  types: Pick<OwnChannels, 'of'>,
  before?: unknown,
): Result<ChannelInput> {
  if (input.kind !== 'own') return ok(input);
  const { type } = input.settings;
  const was = ownSettings.safeParse(before).data?.type ?? type;
  if (was !== type) return fail(typeFixed(was));
  const own = types.of(input.settings)?.view;
  if (!own) return fail(typeUnknown(type));
  // A field that the type has no more goes with the next save.
  const values = valuesFor(own.settings).safeParse(declared(input.settings.values, own.settings));
  if (!values.success) return fail(at('settings.values', values.error));
  const secret = input.secret && secretFor(own.secret).safeParse(input.secret);
  if (secret && !secret.success) return fail(at('secret', secret.error));
  const kept = Object.entries(values.data).filter(([, value]) => value !== undefined);
  return ok({ ...input, settings: { type, values: Object.fromEntries(kept) as OwnValues } });
}

/** Whether nothing works without a secret; a type that is gone says nothing. */
export const asksForSecret = (settings: unknown, types: Pick<OwnChannels, 'of'>): boolean =>
  types.of(settings)?.view.secret.some(({ required }) => required) ?? false;

/** Paths as the form knows them. */
const at = (place: string, error: Parameters<typeof invalidRequest>[0]) =>
  invalidRequest({
    ...error,
    issues: error.issues.map((issue) => ({ ...issue, path: [...place.split('.'), ...issue.path] })),
  } as typeof error);
