/** @jest-environment jsdom */
import { track } from '../../../client/tracker';
import { collectBody, type CollectBody } from '../../../src/engagement/schema';

const endpoint = 'https://cms.bakery.test/api/presence/collect';
const sent: { url: string; init: RequestInit }[] = [];
let isVisible = true;
let isFocused = true;

/** What the server would take of everything sent; anything else fails the test. */
const reports = (): CollectBody[] => sent.map(({ init }) => collectBody.parse(JSON.parse(String(init.body))));
const kinds = () => reports().flatMap(({ events }) => events.map(({ kind }) => kind));
const sum = (kind: 'attention' | 'scroll') =>
  reports()
    .flatMap(({ events }) => events)
    .reduce((all, event) => (event.kind === kind ? all + event.value : all), 0);

function hide(): void {
  isVisible = false;
  isFocused = false;
  document.dispatchEvent(new Event('visibilitychange'));
}

function show(): void {
  isVisible = true;
  isFocused = true;
  document.dispatchEvent(new Event('visibilitychange'));
}

function define(target: object, values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values))
    Object.defineProperty(target, name, { configurable: true, get: () => value });
}

beforeEach(() => {
  jest.useFakeTimers();
  sent.length = 0;
  isVisible = isFocused = true;
  document.head.innerHTML = '<meta name="presence:entry" content="api::article.article|abc123|en">';
  document.body.innerHTML =
    '<a id="out" href="https://shop.test/buy?x=1"><b>Buy</b></a><a id="in" href="/en">Home</a>';
  define(navigator, { doNotTrack: null, globalPrivacyControl: undefined });
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    get: () => (isVisible ? 'visible' : 'hidden'),
  });
  document.hasFocus = () => isFocused;
  define(document.documentElement, { scrollHeight: 2000 });
  define(window, { innerHeight: 500, scrollY: 0 });
  Object.assign(window, {
    Request: class {
      readonly keepalive = true;
    },
    fetch: (url: string, init: RequestInit) => {
      sent.push({ url, init });
      return Promise.resolve();
    },
  });
  define(window.Request.prototype, { keepalive: true });
});
afterEach(() => {
  // Trackers of earlier tests still listen; a page has one.
  hide();
  jest.useRealTimers();
});

/** Each test has a document of its own listeners: what an earlier tracker still reports is thrown away. */
function started(entry?: string) {
  const presence = track({ endpoint: `${endpoint}?${sequence++}`, entry });
  const own = `${endpoint}?${sequence - 1}`;
  const only = () => {
    const mine = sent.filter(({ url }) => url === own);
    sent.splice(0, sent.length, ...mine);
  };
  return { presence, only };
}
let sequence = 0;

describe('the tracker', () => {
  it('reports a view of the entry that the page names', () => {
    const { only } = started();
    jest.advanceTimersByTime(500);
    only();
    expect(reports()).toEqual([
      {
        url: location.href,
        referrer: '',
        entry: 'api::article.article|abc123|en',
        events: [{ kind: 'view' }],
      },
    ]);
    expect(sent[0]?.init).toMatchObject({ method: 'POST', credentials: 'omit', keepalive: true });
  });

  it('takes the entry of its script before the page’s', () => {
    const { only } = started('api::product.product|xyz|');
    jest.advanceTimersByTime(500);
    only();
    expect(reports()[0]?.entry).toBe('api::product.product|xyz|');
  });

  it('counts attention only while the page is seen and focused, as differences', () => {
    const { only } = started();
    jest.advanceTimersByTime(4_000);
    isFocused = false;
    dispatchEvent(new Event('blur'));
    jest.advanceTimersByTime(60_000);
    hide();
    show();
    jest.advanceTimersByTime(7_000);
    hide();
    only();
    expect(sum('attention')).toBe(11_000);
    expect(kinds().filter((kind) => kind === 'engaged')).toHaveLength(1);
  });

  it('does not call a short visit engaged', () => {
    const { only } = started();
    jest.advanceTimersByTime(9_000);
    hide();
    only();
    expect(kinds()).not.toContain('engaged');
  });

  it('reports how deep was scrolled, each part once', () => {
    const { only } = started();
    define(window, { scrollY: 1000 });
    dispatchEvent(new Event('scroll'));
    define(window, { scrollY: 100 });
    hide();
    show();
    hide();
    only();
    expect(sum('scroll')).toBe(75);
  });

  it('reports clicks that leave the site, also on what a link holds, and no others', () => {
    const { only } = started();
    document
      .querySelector('#out b')
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    document
      .querySelector('#in')
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    hide();
    only();
    expect(reports().flatMap(({ events }) => events.filter(({ kind }) => kind === 'click-out'))).toEqual([
      { kind: 'click-out', url: 'https://shop.test/buy?x=1' },
    ]);
  });

  it('reports custom events with a value or without', () => {
    const { presence, only } = started();
    presence('event', 'order', 3);
    presence('event', 'menu');
    jest.advanceTimersByTime(500);
    only();
    expect(reports()[0]?.events.slice(1)).toEqual([
      { kind: 'event', name: 'order', value: 3 },
      { kind: 'event', name: 'menu' },
    ]);
  });

  it('splits what is too much for one report', () => {
    const { presence, only } = started();
    for (let n = 0; n < 45; n++) presence('event', `event ${n}`);
    jest.advanceTimersByTime(500);
    only();
    expect(reports().map(({ events }) => events.length)).toEqual([20, 20, 6]);
    for (const { init } of sent) expect(String(init.body).length).toBeLessThan(8_192);
  });

  it('reports a new view when a page swaps its content, and none for a jump within it', () => {
    const { only } = started();
    history.pushState(null, '', '/next?utm_medium=email');
    history.pushState(null, '', '/next?utm_medium=email#part');
    jest.advanceTimersByTime(500);
    only();
    expect(
      reports()
        .filter(({ events }) => events.some(({ kind }) => kind === 'view'))
        .map(({ url }) => new URL(url).pathname),
    ).toEqual(['/', '/next']);
  });

  it.each([
    ['Do Not Track', { doNotTrack: '1' }],
    ['Global Privacy Control', { globalPrivacyControl: true }],
  ])('reports nothing under %s', (_signal, signals) => {
    define(navigator, signals);
    const { presence, only } = started();
    presence('event', 'order');
    hide();
    only();
    expect(sent).toEqual([]);
  });

  it('stores nothing and sets no cookie', () => {
    const { presence } = started();
    presence('event', 'order');
    hide();
    expect([document.cookie, localStorage.length, sessionStorage.length]).toEqual(['', 0, 0]);
  });
});
