import { copySealOf } from '../../src/channels/copy-seal';
import { deriveCopy } from '../../src/channels/derive-copy';
import { rulesFor, type OfKind } from '../../src/channels/rules/own/rules-of';
import type { Copy } from '../../src/channels/schema';
import type { CopyTemplate } from '../../src/channels/templates/schema';
import type { DerivedBase } from '../../src/publishing/campaign/derived';
import type { LoadedEntry } from './entries';

/** A channel as far as it says how its copies are written. */
export interface WritingChannel extends OfKind {
  readonly name: string;
  readonly template: CopyTemplate | null;
}

/** The copy of an entry for a channel, by the template that holds now. `campaign`: its name, where there is one. */
export const derivedFor = (channel: WritingChannel, entry: LoadedEntry, campaign: string | null): Copy =>
  deriveCopy(rulesFor(channel), entry.content, entry.pageUrl, {
    template: channel.template,
    channel: channel.name,
    campaign,
    mentionable: entry.mentionable,
  });

/** What is kept of a copy that was just derived, to be compared with later. */
export const baseOf = (entry: LoadedEntry, derived: Copy): { derived: DerivedBase; derivedSeal: string } => ({
  derived: { entrySeal: entry.seal, copy: derived },
  derivedSeal: copySealOf(derived),
});
