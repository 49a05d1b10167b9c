import { TextLine, YesNo } from '../../components/input';
import { useWords } from '../../words';
import { newIndexNow, type ChannelDraft, type FieldsProps } from './draft';

type Draft = Extract<ChannelDraft, { kind: 'website' }>;

/** Whether to wait for the page, and who is told once it is up. */
export function WebsiteFields({ draft, change, errorAt }: FieldsProps<Draft>) {
  const t = useWords();
  const { indexNow, feed, sitemap } = draft.settings;
  const set = (settings: Partial<Draft['settings']>) =>
    change({ ...draft, settings: { ...draft.settings, ...settings } });
  const without = (name: 'indexNow' | 'feed' | 'sitemap') => {
    const { [name]: _, ...settings } = draft.settings;
    change({ ...draft, settings });
  };
  return (
    <>
      <YesNo
        label={t('presence.channels.website.wait')}
        hint={t('presence.channels.website.wait.hint')}
        error={errorAt('settings.waitForPage')}
        value={draft.settings.waitForPage}
        change={(waitForPage) => set({ waitForPage })}
      />
      <YesNo
        label={t('presence.channels.website.index-now')}
        hint={t('presence.channels.website.index-now.hint')}
        value={indexNow !== undefined}
        change={(isOn) => (isOn ? set({ indexNow: newIndexNow() }) : without('indexNow'))}
      />
      {indexNow && (
        <>
          <TextLine
            label={t('presence.channels.website.index-now.key')}
            hint={t('presence.channels.website.index-now.key.hint', { file: `${indexNow.key}.txt` })}
            required
            error={errorAt('settings.indexNow.key')}
            value={indexNow.key}
            change={(key) => set({ indexNow: { ...indexNow, key } })}
          />
          <TextLine
            type="url"
            label={t('presence.channels.website.index-now.at')}
            hint={t('presence.channels.website.index-now.at.hint')}
            error={errorAt('settings.indexNow.keyLocation')}
            value={indexNow.keyLocation ?? ''}
            change={(at) => {
              const { keyLocation: _, ...other } = indexNow;
              set({ indexNow: at.trim() === '' ? other : { ...other, keyLocation: at } });
            }}
          />
        </>
      )}
      <YesNo
        label={t('presence.channels.website.feed')}
        hint={t('presence.channels.website.feed.hint')}
        value={feed !== undefined}
        change={(isOn) => (isOn ? set({ feed: { url: '', hub: '' } }) : without('feed'))}
      />
      {feed && (
        <>
          <TextLine
            type="url"
            label={t('presence.channels.website.feed.url')}
            required
            error={errorAt('settings.feed.url')}
            value={feed.url}
            change={(url) => set({ feed: { ...feed, url } })}
          />
          <TextLine
            type="url"
            label={t('presence.channels.website.feed.hub')}
            hint={t('presence.channels.website.feed.hub.hint')}
            required
            error={errorAt('settings.feed.hub')}
            value={feed.hub}
            change={(hub) => set({ feed: { ...feed, hub } })}
          />
        </>
      )}
      <TextLine
        type="url"
        label={t('presence.channels.website.sitemap')}
        hint={t('presence.channels.website.sitemap.hint')}
        error={errorAt('settings.sitemap')}
        value={sitemap ?? ''}
        change={(url) => (url.trim() === '' ? without('sitemap') : set({ sitemap: url }))}
      />
    </>
  );
}
