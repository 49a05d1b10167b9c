import { BlockList, isIP } from 'node:net';

/** What the config allows beyond public addresses: `host`, `host:port`, an address, or a network such as `10.1.0.0/16`. */
export interface AllowList {
  /** Whether this host may be reached at this address although the address is private. */
  allows(host: string, port: number, address: string): boolean;
}

/** The entries of `outgoing.allow`, which the config schema has checked. Names mean whatever address they resolve to. */
export function allowList(entries: readonly string[]): AllowList {
  const networks = new BlockList();
  const hosts = new Set<string>();
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/');
    const family = familyOf(address);
    if (bits !== undefined && family) networks.addSubnet(address, Number(bits), family);
    else hosts.add(entry.toLowerCase());
  }
  return {
    allows: (host, port, address) => {
      const family = familyOf(address);
      const name = host.toLowerCase();
      return (
        hosts.has(name) ||
        hosts.has(`${isIP(name) === 6 ? `[${name}]` : name}:${port}`) ||
        hosts.has(address) ||
        (family !== null && networks.check(address, family))
      );
    },
  };
}

const familyOf = (address: string): 'ipv4' | 'ipv6' | null =>
  isIP(address) === 4 ? 'ipv4' : isIP(address) === 6 ? 'ipv6' : null;
