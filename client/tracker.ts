/** What the tracker needs to know. Without `entry` it reads `<meta name="presence:entry" content="uid|documentId|locale">`. */
export interface TrackerOptions {
  /** Address of `/api/presence/collect`. */
  readonly endpoint: string;
  readonly entry?: string | undefined;
}

/** Reports a custom event, such as `presence('event', 'order')`; the value is a whole number, at least 0. */
export type Presence = (type: 'event', name: string, value?: number) => void;

declare global {
  interface Window {
    presence?: Presence;
  }
  interface Navigator {
    readonly globalPrivacyControl?: boolean;
  }
}

/** Attention that makes a view an engaged one, in milliseconds (GA4 counts sessions as engaged from 10 s, too). */
const engagedAfter = 10_000;

/**
 * Reports views, attention, scroll depth, clicks that leave the site, and custom events. Sets no cookie, stores nothing, and
 * reports nothing for whoever asks by Do Not Track or Global Privacy Control not to be counted.
 */
export function track({ endpoint, entry }: TrackerOptions): Presence {
  const { doNotTrack, globalPrivacyControl } = navigator;
  if (doNotTrack === '1' || globalPrivacyControl) return () => {};

  const queue: object[] = [];
  let timer: ReturnType<typeof setTimeout> | 0 = 0;
  let url: string;
  let referrer = document.referrer;
  /** When the page got both seen and focused; 0 while it is not. */
  let since = 0;
  let attention = 0;
  let reported = 0;
  let isEngaged = false;
  let depth = 0;
  let reportedDepth = 0;

  const push = (event: object): void => {
    queue.push(event);
    timer ||= setTimeout(flush, 500);
  };

  const flush = (): void => {
    clearTimeout(timer);
    timer = 0;
    while (queue[0]) {
      const body = JSON.stringify({
        url: url.slice(0, 1000),
        referrer: referrer.slice(0, 1000),
        entry:
          entry ||
          document.querySelector<HTMLMetaElement>('meta[name="presence:entry"]')?.content ||
          undefined,
        events: queue.splice(0, 20),
      });
      // Text needs no preflight. `fetch` sends no cookies; the beacon is for browsers that cannot outlive the page with it.
      if ('keepalive' in Request.prototype)
        fetch(endpoint, { method: 'POST', body, keepalive: true, credentials: 'omit' }).catch(() => {});
      else navigator.sendBeacon(endpoint, body);
    }
  };

  /** Adds up the attention until now, and goes on counting if the page is seen and focused. */
  const tick = (): void => {
    const now = Date.now();
    if (since) attention += now - since;
    since = document.visibilityState === 'visible' && document.hasFocus() ? now : 0;
  };

  const measure = (): void => {
    const { scrollHeight } = document.documentElement;
    depth = Math.max(depth, Math.min(100, Math.round(((scrollY + innerHeight) / (scrollHeight || 1)) * 100)));
  };

  /** Reports what was gained since the last time: differences, so that sums are right. */
  const leave = (): void => {
    tick();
    measure();
    // A page is left and then hidden: the moment between is not worth a report. The server takes a day at most.
    if (attention > reported + 99) push({ kind: 'attention', value: Math.min(attention - reported, 864e5) });
    if (attention >= engagedAfter && !isEngaged) push({ kind: 'engaged' });
    if (depth > reportedDepth) push({ kind: 'scroll', value: depth - reportedDepth });
    isEngaged = attention >= engagedAfter;
    reported = attention;
    reportedDepth = depth;
    flush();
  };

  const view = (): void => {
    url = location.href;
    attention = reported = depth = reportedDepth = 0;
    isEngaged = false;
    tick();
    attention = 0;
    push({ kind: 'view' });
  };

  /** A page that swaps its content without loading: the old address is left, the new one is viewed. */
  const moved = (): void => {
    if (location.href.split('#')[0] === url.split('#')[0]) return;
    leave();
    referrer = url;
    view();
  };

  const clicked = ({ target }: Event): void => {
    const link = (target as Element).closest?.<HTMLAnchorElement>('a[href]');
    if (link && /^http/.test(link.protocol) && link.host !== location.host)
      push({ kind: 'click-out', url: link.href.slice(0, 200) });
  };

  addEventListener('focus', tick);
  addEventListener('blur', tick);
  addEventListener('scroll', measure, { passive: true });
  addEventListener('pagehide', leave);
  addEventListener('pageshow', ({ persisted }) => persisted && view());
  document.addEventListener('visibilitychange', () =>
    document.visibilityState === 'hidden' ? leave() : tick(),
  );
  document.addEventListener('click', clicked, true);
  document.addEventListener('auxclick', clicked, true);
  addEventListener('popstate', moved);
  const { pushState } = history;
  history.pushState = function (...state) {
    pushState.apply(this, state);
    moved();
  };
  view();

  return (_type, name, value) => push({ kind: 'event', name: name.slice(0, 64), value });
}

const script = typeof document === 'undefined' ? null : (document.currentScript as HTMLScriptElement | null);
// As a script tag: `<script defer src="…/api/presence/tracker.js" data-entry="…">`; the endpoint lies beside the script.
if (script && /presence\/tracker|data-endpoint/.test(script.outerHTML)) {
  const { endpoint = script.src.replace(/tracker\.js.*/, 'collect'), entry } = script.dataset;
  window.presence = track({ endpoint, entry });
}
