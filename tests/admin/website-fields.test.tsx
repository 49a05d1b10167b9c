import { useState } from 'react';
import { fireEvent, screen } from '@testing-library/react';
import { inputOf, newDraft, type ChannelDraft } from '../../admin/pages/channel/draft';
import { WebsiteFields } from '../../admin/pages/channel/website-fields';
import { channelInput } from '../../src/channels/schema';
import { show } from './stage';

type Draft = Extract<ChannelDraft, { kind: 'website' }>;

describe('who a website tells', () => {
  let draft: Draft;
  function Form() {
    const [held, setHeld] = useState({ ...newDraft('website'), name: 'Website' } as Draft);
    draft = held;
    return <WebsiteFields draft={held} change={(next) => setHeld(next as Draft)} errorAt={() => undefined} />;
  }
  const settings = () => channelInput.parse(inputOf(draft)).settings;
  const press = (name: string) => fireEvent.click(screen.getByRole('checkbox', { name }));
  const type = (name: RegExp, value: string) =>
    fireEvent.change(screen.getByLabelText(name), { target: { value } });

  it('is nobody at first', () => {
    show(<Form />);
    expect(settings()).toEqual({ waitForPage: true });
    expect(screen.queryByLabelText(/^Key/)).toBeNull();
  });

  it('is search engines, under a key that is made up and says where it has to stand', () => {
    show(<Form />);
    press('Tell search engines at once');
    const { key } = draft.settings.indexNow ?? { key: '' };
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(document.body.textContent).toContain(`${key}.txt`);
    const endpoint = 'https://api.indexnow.org/indexnow';
    expect(settings()).toEqual({ waitForPage: true, indexNow: { key, endpoint } });
    type(/^Address of the file/, 'https://bread.example/keys/1.txt');
    expect(settings()).toMatchObject({ indexNow: { keyLocation: 'https://bread.example/keys/1.txt' } });
    type(/^Address of the file/, '');
    type(/^Key/, 'another-key');
    expect(settings()).toEqual({ waitForPage: true, indexNow: { key: 'another-key', endpoint } });
    press('Tell search engines at once');
    expect(settings()).toEqual({ waitForPage: true });
  });

  it('is the hub of a feed; a sitemap is only looked at', () => {
    show(<Form />);
    press('Tell who follows the feed');
    type(/^Address of the feed/, 'https://bread.example/feed.xml');
    type(/^Address of the hub/, 'https://hub.example');
    type(/^Address of the sitemap/, 'https://bread.example/sitemap.xml');
    expect(settings()).toEqual({
      waitForPage: true,
      feed: { url: 'https://bread.example/feed.xml', hub: 'https://hub.example' },
      sitemap: 'https://bread.example/sitemap.xml',
    });
    type(/^Address of the sitemap/, '');
    press('Tell who follows the feed');
    expect(settings()).toEqual({ waitForPage: true });
  });
});
