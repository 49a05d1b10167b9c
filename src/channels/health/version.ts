import { z } from 'zod';
import { own } from '../../shared/own';
import type { ChannelKind } from '../schema';
import { published, spoken } from './api-versions';

/** The version of a network's API that a channel speaks, and the first moment at which it may be switched off; null: no such day is published. */
export interface ApiVersion {
  readonly name: string;
  readonly endsAt: number | null;
  /** Whether the channel names it, so that another is chosen in its form; else a newer Presence speaks another. */
  readonly isChosen: boolean;
}

const chosen = z.object({ version: z.string().min(1) });

/** Null for kinds whose API has no versions. */
export function versionOf(kind: ChannelKind, settings: unknown): ApiVersion | null {
  const ours = own(spoken, kind);
  if (ours === undefined) return null;
  const theirs = chosen.safeParse(settings).data?.version;
  const name = theirs ?? ours;
  return {
    name,
    endsAt: own(own(published, kind)?.endsAt ?? {}, name) ?? null,
    isChosen: theirs !== undefined,
  };
}
