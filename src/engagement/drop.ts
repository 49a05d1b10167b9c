import { isbot } from 'isbot';
import type { DropReason } from './schema';

/** What a request says about who or what makes it. Header values as they came; null where absent. */
export interface Caller {
  readonly method: string;
  readonly userAgent: string | null;
  /** `Sec-Purpose`, `Purpose`, `X-Purpose` and `X-Moz`, whichever came. */
  readonly purpose: string | null;
  /** `Sec-GPC` and `DNT`: `1` asks not to be counted. */
  readonly globalPrivacyControl: string | null;
  readonly doNotTrack: string | null;
}

/** Why this request does not count as a person's touch; null where it does. The first reason wins. */
export function dropReasonOf(caller: Caller): DropReason | null {
  if (caller.method === 'HEAD') return 'head-request';
  if (caller.globalPrivacyControl === '1' || caller.doNotTrack === '1') return 'privacy-signal';
  if (caller.purpose && /\b(?:prefetch|prerender|preview|prefetch-src)\b/i.test(caller.purpose))
    return 'prefetch';
  if (!caller.userAgent?.trim()) return 'no-user-agent';
  return isbot(caller.userAgent) ? 'bot' : null;
}

const proxies: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['gmail', /\bGoogleImageProxy\b|ggpht\.com/i],
  ['yahoo', /\bYahooMailProxy\b/i],
  // Apple Mail Privacy Protection fetches every picture under this bare name, opened or not.
  ['apple', /^Mozilla\/5\.0$/],
];

/**
 * Who fetched the picture of a mail: `reader` for a mail program, or the proxy of a mail service, which proves less. Apple fetches
 * all pictures ahead of reading; Gmail fetches when a person opens.
 */
export function readerOf(userAgent: string): string {
  const proxy = proxies.find(([, pattern]) => pattern.test(userAgent.trim()));
  return proxy ? `proxy-${proxy[0]}` : 'reader';
}

/** As `dropReasonOf`, for the picture of a mail: there a mail service's proxy is no bot, it stands for its readers. */
export function openDropReasonOf(caller: Caller): DropReason | null {
  const reason = dropReasonOf(caller);
  return reason === 'bot' && readerOf(caller.userAgent ?? '') !== 'reader' ? null : reason;
}
