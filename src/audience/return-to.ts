/**
 * Where a plain form goes back to: `wanted`, if it is on the site, else the site itself; null where no site is known.
 * `base` is the site's address, `https://bakery.test/shop`. Only its origin counts: nobody is sent to another host.
 */
export function returnAddressOf(wanted: string | undefined, base: string | null): string | null {
  const origin = /^(https?:\/\/[^/?#\\\s@]+)/i.exec(base ?? '')?.[1];
  if (!origin) return null;
  if (wanted === undefined || /[\p{Cc}\s\\]/u.test(wanted)) return origin;
  if (wanted.startsWith('/') && !wanted.startsWith('//')) return `${origin}${wanted}`;
  const isOnSite =
    wanted.toLowerCase().startsWith(origin.toLowerCase()) && /^([/?#]|$)/.test(wanted.slice(origin.length));
  return isOnSite ? wanted : origin;
}
