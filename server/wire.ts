import type { Core } from '@strapi/strapi';
import { parseConfig, type PresenceConfig } from '../config/schema';

/** Everything that runs in one Strapi process. Controllers get it from here; nobody else builds a service. */
export interface Presence {
  readonly config: PresenceConfig;
  /** Called in reverse order when Strapi stops: what started last stops first. */
  readonly stops: (() => Promise<void>)[];
}

const processes = new WeakMap<Core.Strapi, Presence>();

/** The one composition root: hands stores, channels, clock and dice to the services. Built on first use, without I/O. */
export function wired(strapi: Core.Strapi): Presence {
  const known = processes.get(strapi);
  if (known) return known;
  const presence = wire(strapi);
  processes.set(strapi, presence);
  return presence;
}

/** Forgets what was built, so that a second start in the same process begins anew. */
export function unwire(strapi: Core.Strapi): void {
  processes.delete(strapi);
}

function wire(strapi: Core.Strapi): Presence {
  const config = parseConfig(strapi.config.get('plugin::presence'));
  return { config, stops: [] };
}
