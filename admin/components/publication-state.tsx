import { Flex, Typography } from '@strapi/design-system';
import {
  Briefcase,
  CheckCircle,
  Clock,
  Cross,
  CrossCircle,
  Discuss,
  Earth,
  Feather,
  Hashtag,
  Headphones,
  Images,
  Loader,
  Lock,
  Mail,
  Message,
  Minus,
  PaperPlane,
  Pencil,
  PinMap,
  Pin,
  Plane,
  PuzzlePiece,
  Quotes,
  Search,
  ThumbUp,
  WarningCircle,
  Webhooks,
} from '@strapi/icons';
import { channelKinds } from '../../src/channels/rules/kinds';
import type { ChannelKind } from '../../src/channels/schema';
import type { PublicationState } from '../../src/publishing/schema';
import { useWords } from '../words';
import { Pill, type Tone } from './pill';

const colours: Readonly<Record<PublicationState, Tone>> = {
  draft: 'neutral',
  scheduled: 'primary',
  running: 'secondary',
  delivered: 'success',
  recalled: 'neutral',
  parked: 'warning',
  held: 'warning',
  asking: 'warning',
  unknown: 'warning',
  rejected: 'danger',
  cancelled: 'neutral',
  skipped: 'neutral',
};

const stateIcons: Readonly<Record<PublicationState, typeof Earth>> = {
  draft: Pencil,
  scheduled: Clock,
  running: PaperPlane,
  delivered: CheckCircle,
  recalled: Cross,
  parked: Loader,
  held: Lock,
  asking: Message,
  unknown: Search,
  rejected: WarningCircle,
  cancelled: Cross,
  skipped: Minus,
};

/** The sign of a state. It stands beside the word, so it says nothing by itself. */
export function StateIcon({ state }: { state: PublicationState }) {
  const Icon = stateIcons[state];
  return <Icon aria-hidden width="1.2rem" height="1.2rem" fill="currentColor" style={{ flex: 'none' }} />;
}

/** Every state, in the order of a publication's life. Listed here so that the browser need not load the schemas. */
export const publicationStates = Object.keys(colours) as readonly PublicationState[];

/** Where a publication stands, in a word. */
export function PublicationStateBadge({ state }: { state: PublicationState }) {
  const t = useWords();
  return <Pill tone={colours[state]}>{t(`presence.publication.${state}`)}</Pill>;
}

/** Puts things with a channel into the order in which they go out. */
export const inKindOrder = <T extends { readonly kind: ChannelKind }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => channelKinds.indexOf(a.kind) - channelKinds.indexOf(b.kind));

/** The colour of a kind where many stand side by side; its sign and name stand beside it. */
export const kindTones: Readonly<Record<ChannelKind, Tone>> = {
  website: 'primary',
  bluesky: 'secondary',
  mastodon: 'success',
  facebook: 'primary',
  instagram: 'danger',
  x: 'neutral',
  threads: 'neutral',
  linkedin: 'primary',
  'google-business': 'success',
  pinterest: 'danger',
  discord: 'secondary',
  slack: 'warning',
  telegram: 'primary',
  webhook: 'neutral',
  email: 'alternative',
  own: 'neutral',
};

/** The sign of a kind. */
export function KindIcon({ kind }: { kind: ChannelKind }) {
  const Icon = icons[kind];
  return <Icon aria-hidden width="1.4rem" height="1.4rem" fill="currentColor" style={{ flex: 'none' }} />;
}

const icons: Readonly<Record<ChannelKind, typeof Earth>> = {
  website: Earth,
  bluesky: Feather,
  mastodon: Discuss,
  facebook: ThumbUp,
  instagram: Images,
  x: CrossCircle,
  threads: Quotes,
  linkedin: Briefcase,
  'google-business': PinMap,
  pinterest: Pin,
  discord: Headphones,
  slack: Hashtag,
  telegram: Plane,
  webhook: Webhooks,
  email: Mail,
  own: PuzzlePiece,
};

/** What a kind is called; a channel of an app by the word of the app, where it is known. */
export function useKindWords() {
  const t = useWords();
  return ({
    kind,
    own,
  }: {
    kind: ChannelKind;
    own?: { readonly label: string } | null | undefined;
  }): string => own?.label ?? t(`presence.channel.${kind}`);
}

/** A channel's sign and its name. */
export function ChannelName({
  kind,
  name,
  own,
}: {
  kind: ChannelKind;
  name: string;
  own?: { readonly label: string } | null | undefined;
}) {
  const kindWords = useKindWords();
  const Icon = icons[kind];
  return (
    <Flex gap={2} alignItems="center" minWidth={0}>
      <Flex flex="none" title={kindWords({ kind, own })}>
        <Icon aria-hidden width="1.6rem" height="1.6rem" fill="neutral600" />
      </Flex>
      <Typography textColor="neutral800" style={{ overflowWrap: 'break-word' }}>
        {name}
      </Typography>
    </Flex>
  );
}
