import { parse } from 'tldts';

/** What we read of a web address. Nothing of the query is kept but by name. */
export interface Address {
  /** Lower case, without port: `blog.bakery.test`. */
  readonly host: string;
  /** Registrable domain by the public suffix list, `bakery.co.uk`; the host itself where there is none. */
  readonly domain: string;
  /** The part of the domain before its public suffix: `bakery`. */
  readonly name: string;
  /** Begins with `/`. */
  readonly path: string;
  /** First value of a query parameter, decoded; null where absent. */
  param(name: string): string | null;
}

const form = /^(?:https?|android-app):\/\/[^/?#]+([^?#]*)(?:\?([^#]*))?/i;

/** An http, https or android-app address taken apart; null for anything else. Knows registrable domains, so that `x.com` is not in `netflix.com`. */
export function addressOf(text: string): Address | null {
  const match = form.exec(text);
  if (!match) return null;
  const { hostname, domain, domainWithoutSuffix } = parse(text, {
    validateHostname: false,
    allowPrivateDomains: true,
  });
  if (!hostname) return null;
  const query = match[2] ?? '';
  return {
    host: hostname,
    domain: domain ?? hostname,
    name: domainWithoutSuffix ?? hostname,
    path: match[1] || '/',
    param: (name) => paramOf(query, name),
  };
}

function paramOf(query: string, name: string): string | null {
  for (const pair of query.split('&')) {
    const at = pair.indexOf('=');
    if ((at < 0 ? pair : pair.slice(0, at)) !== name) continue;
    return at < 0 ? '' : decoded(pair.slice(at + 1));
  }
  return null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** The address with one more query parameter, before the fragment. A parameter of that name is replaced. */
export function withParam(url: string, name: string, value: string): string {
  const hash = url.indexOf('#');
  const [page, fragment] = hash < 0 ? [url, ''] : [url.slice(0, hash), url.slice(hash)];
  const at = page.indexOf('?');
  if (at < 0) return `${page}?${name}=${encodeURIComponent(value)}${fragment}`;
  const kept = page
    .slice(at + 1)
    .split('&')
    .filter((pair) => pair !== '' && pair !== name && !pair.startsWith(`${name}=`));
  return `${page.slice(0, at)}?${[...kept, `${name}=${encodeURIComponent(value)}`].join('&')}${fragment}`;
}
