import { screen, within } from '@testing-library/react';
import { ChannelCard } from '../../admin/pages/channel/channel-card';
import { ChannelHealth } from '../../admin/pages/channel/health';
import { healthCode, type HealthCode, type HealthItem } from '../../src/channels/health/health';
import type { ChannelView } from '../../src/channels/schema';
import de from '../../admin/translations/de.json';
import en from '../../admin/translations/en.json';
import { show } from './stage';

const at = Date.UTC(2026, 11, 4, 12);
const item = (code: HealthCode, some: Partial<HealthItem> = {}): HealthItem => ({
  ...{ code, severity: 'info', values: {}, at, daysLeft: null },
  ...some,
});

describe('the health of a channel in words', () => {
  it.each<[HealthItem, RegExp, RegExp]>([
    [
      item('channel.sign-in-ends', { daysLeft: 7 }),
      /^Access ends in 7 days, on December 4, 2026: connect the channel again before\.$/,
      /^Der Zugang endet in 7 Tagen, am 4\. Dezember 2026: vorher den Kanal neu verbinden\.$/,
    ],
    [item('channel.sign-in-ends', { daysLeft: 1 }), /in 1 day, on/, /in 1 Tag, am/],
    [item('channel.sign-in-ended', { daysLeft: 0 }), /^Access ended on/, /am 4\. Dezember 2026 abgelaufen/],
    [item('channel.sign-in-renews'), /renews itself.* December 4, 2026\.$/, /von selbst/],
    [
      item('channel.certificate-ends', { daysLeft: 2 }),
      /certificate .* in 2 days/,
      /Zertifikat .* in 2 Tagen/,
    ],
    [item('channel.certificate-ended', { daysLeft: 0 }), /certificate .* ended/, /Zertifikat .* abgelaufen/],
    [
      item('channel.rights-missing', { values: { rights: 'pins:write' }, at: null }),
      /^Rights are missing: pins:write\./,
      /^Es fehlen Rechte: pins:write\./,
    ],
    [
      item('channel.version-ends', { daysLeft: 20, values: { version: 'v21.0', chosen: 'yes' } }),
      /^Version v21\.0 .* \(20 days\)\. Enter a newer one in the form before\.$/,
      /^Version v21\.0 .* \(20 Tage\)\. Vorher eine neuere im Formular eintragen\.$/,
    ],
    [
      item('channel.version-ended', { daysLeft: 0, values: { version: '202607', chosen: 'no' } }),
      /stopped version 202607 .* Update the plugin\.$/,
      /202607 .* das Plugin aktualisieren\.$/,
    ],
    [
      item('channel.version-spoken', { at: null, values: { version: 'v5', chosen: 'no' } }),
      /^Version v5 .* no end/,
      /^Version v5/,
    ],
    [
      item('channel.quota-used-up'),
      /takes no more until Dec 4, 2026, 1:00/,
      /bis 04\.12\.2026, 13:00 nichts mehr/,
    ],
    [
      item('channel.quota-left', { values: { remaining: 1 } }),
      /takes one more call until/,
      /noch einen Aufruf an/,
    ],
  ])('%j', (one, english, german) => {
    for (const [language, words] of [
      ['en', english],
      ['de', german],
    ] as const) {
      const { unmount } = show(<ChannelHealth channel="k" kind="pinterest" items={[one]} />, language);
      expect(screen.getByRole('listitem').textContent).toMatch(words);
      unmount();
    }
  });

  it('has words for each of its codes', () => {
    for (const code of healthCode.options)
      for (const words of [en, de]) expect(Object.keys(words)).toContain(`presence.health.${code}`);
  });

  it('asks for a token where the network connects nobody, and shows nothing where nothing is known', () => {
    show(
      <ChannelHealth channel="k" kind="bluesky" items={[item('channel.sign-in-ends', { daysLeft: 7 })]} />,
    );
    expect(screen.getByRole('listitem').textContent).toMatch(/enter a new token before\.$/);
    const { container } = show(<ChannelHealth channel="k" kind="website" items={[]} />);
    expect(container.querySelector('ul')).toBeNull();
  });
});

describe('the card of a channel', () => {
  const channel: ChannelView = {
    ...{ key: '00000000-0000-4000-8000-000000000001', kind: 'mastodon', name: 'Bakery' },
    settings: { instance: 'https://bread.example', visibility: 'public' },
    ...{ hasSecret: true, practice: false, template: null, state: 'ready', stateReason: '', testedAt: null },
    ...{ createdAt: 0, updatedAt: 0 },
  };
  const card = (isWanted: boolean) =>
    show(
      <ChannelCard
        channel={channel}
        health={[item('channel.sign-in-ends', { daysLeft: 3, severity: 'error' })]}
        isWanted={isWanted}
        edit={() => undefined}
        changed={() => undefined}
        removed={() => undefined}
      />,
    );

  it('says how long it goes on working', () => {
    card(false);
    const list = within(screen.getByRole('article')).getByRole('list');
    expect(list.textContent).toContain('in 3 days');
    expect(document.activeElement).toBe(document.body);
  });

  it('comes into view where a link leads to it', () => {
    card(true);
    expect(document.activeElement).toBe(screen.getByRole('article', { name: 'Bakery' }));
  });
});
