import type { Core } from '@strapi/strapi';
import { rulesFor } from '../src/channels/rules/own/rules-of';
import { foreign } from './channels/own/foreign';
import { ownTools, type OwnSources } from './channels/own/tools';
import { ownChannels, type OwnChannels } from './services/own-channels';

interface Part {
  readonly types: OwnChannels;
  /** Hands over what the adapters stand on, once Presence is composed. */
  equip(sources: OwnSources): void;
}

const parts = new WeakMap<Core.Strapi, Part>();

/** Longer than a well-behaved adapter needs for one step, in milliseconds. */
const patience = 120_000;

/** The types of channels that the code of the app brings. An app registers them before anything else of Presence is there. */
export function ownChannelsOf(strapi: Core.Strapi): Part {
  const known = parts.get(strapi);
  if (known) return known;
  let sources: OwnSources | undefined;
  const types = ownChannels((type) =>
    foreign(type, {
      tools: ownTools(type.type, rulesFor({ kind: 'own', own: type }), () => {
        if (!sources)
          throw new Error('Presence has not started yet: call its tools when something goes out.');
        return sources;
      }),
      patience: {
        ms: patience,
        setTimer: (run, ms) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
      },
      log: { error: (message) => strapi.log.error(message) },
    }),
  );
  const part: Part = { types, equip: (given) => void (sources = given) };
  parts.set(strapi, part);
  return part;
}
