import { lookup, type LookupAddress, type LookupAllOptions, type LookupOneOptions } from 'node:dns';
import { isIP } from 'node:net';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import type { AllowList } from './allow-list';

type LookupDone = (
  error: NodeJS.ErrnoException | null,
  found: string | LookupAddress[],
  family?: number,
) => void;

/**
 * Agents for one request to one host. They refuse private, loopback, link-local and other special addresses at the
 * moment of connecting, so a name that resolves differently the second time gains nothing. What the allow list names
 * is let through: the resolved address is added to the list that the filter prefers over its own ranges.
 */
export function guardedAgents(url: URL, list: AllowList) {
  const host = hostOf(url);
  const port = portOf(url);
  const allowed: string[] = [];
  const admit = (address: string): void => {
    if (list.allows(host, port, address)) allowed.push(address);
  };
  // An address written as such is never looked up.
  if (isIP(host)) admit(host);

  const lookupAndAdmit = (
    name: string,
    options: LookupOneOptions | LookupAllOptions,
    done: LookupDone,
  ): void => {
    lookup(name, options, (error, found, family) => {
      if (!error) for (const one of Array.isArray(found) ? found : [{ address: found }]) admit(one.address);
      done(error, found, family);
    });
  };

  const options = { keepAlive: false, allowIPAddressList: allowed, lookup: lookupAndAdmit };
  return {
    httpAgent: new RequestFilteringHttpAgent(options),
    httpsAgent: new RequestFilteringHttpsAgent(options),
  };
}

/** The host without the brackets that an address writes around IPv6. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

const portOf = ({ port, protocol }: URL): number => Number(port) || (protocol === 'https:' ? 443 : 80);
