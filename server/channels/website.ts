import type { ChannelAdapter, Delivery, Outcome, Recalled } from '../../src/channels/channel';
import { noAnswerOutcome, retryAfter } from '../../src/channels/outcomes/http';
import { websiteSettings, type WebsiteSettings } from '../../src/channels/settings/website';
import { entryIdOf, type EntryKey } from '../../src/shared/entry-key';
import { pageIsUp, type PageWatch } from './site-page';
import { tellOfPage } from './site/tell-of-page';
import { signedMessage } from './standard-webhook';
import { testWebsite, type Site } from './website-test';

export interface WebsiteSources extends PageWatch {
  readonly site: () => Promise<Site>;
  /** What is online now; null: nothing. */
  readonly published: (
    key: EntryKey,
  ) => Promise<{ readonly seal: string; readonly pageUrl: string | null } | null>;
  /** Publishes the entry in Strapi, through the gate; null: done. */
  readonly publish: (key: EntryKey) => Promise<Outcome | null>;
  /** Takes the entry off the site in Strapi, through the gate. */
  readonly unpublish: (key: EntryKey) => Promise<void>;
}

const remembered = 1_000;

/**
 * The website: publishes the entry in Strapi, calls the site hook, and is done when the page answers 200. Each step
 * looks first whether it is done already, so a try after a crash goes on where the last one stopped. The hook is
 * called at least once: twice only where the process died between the call and the page.
 */
export function website(sources: WebsiteSources): ChannelAdapter {
  const { http, site, published, publish, unpublish, now } = sources;
  const hooked = new Set<string>();

  const callHook = (delivery: Delivery, pageUrl: string | null): Promise<Outcome | null> => {
    const { publication, entry, seal, dueAt } = delivery;
    return tellSite(publication, dueAt, { publication, entry, seal, page: pageUrl });
  };

  async function tellSite(id: string, at: number, data: object): Promise<Outcome | null> {
    const { hook } = await site();
    if (!hook || hooked.has(id)) return null;
    const body = JSON.stringify({
      type: 'presence.site-changed',
      timestamp: new Date(at).toISOString(),
      data,
    });
    const answer = await http.send({
      method: 'POST',
      url: hook.url,
      ...signedMessage(id, body, hook.secret, now()),
    });
    if (answer.kind !== 'answered') return noAnswerOutcome(answer, 'read');
    if (answer.status >= 200 && answer.status <= 299) {
      if (hooked.size >= remembered) hooked.clear();
      hooked.add(id);
      return null;
    }
    const after = retryAfter(answer.headers['retry-after'], now());
    return {
      kind: 'retry',
      code: 'website.hook-failed',
      message: `The entry is published, but the site hook answered with status ${answer.status}. It is called again by itself.`,
      ...(after === undefined ? {} : { after }),
    };
  }

  return {
    kind: 'website',
    inDoubt: 'send',
    test: async ({ settings }) => testWebsite(await site(), settingsOf(settings), http),

    async recall(account, { publication, entry, seal, createdAt, url }) {
      const before = await published(entry);
      if (before && before.seal !== seal) return changedSince;
      if (before) await unpublish(entry);
      const data = { publication, entry, seal, page: null };
      const failed = await tellSite(`${publication}_recalled`, createdAt, data);
      if (failed)
        return {
          ...{ kind: 'failed', code: 'website.still-online' },
          message: `The entry is taken off the site in Strapi, but the site could not be told. ${'message' in failed ? failed.message : ''}`,
        };
      const told = await tellOfPage(http, settingsOf(account.settings), before?.pageUrl ?? url);
      const said = (message: string) => `${message} ${told}`.trim();
      return before
        ? { kind: 'recalled', code: '', message: said('The page was taken off the website.') }
        : { kind: 'gone', code: '', message: said('The page was not online any more.') };
    },

    async deliver(account, delivery) {
      const { entry, seal, beat } = delivery;
      const before = await published(entry);
      const isThere = before?.seal === seal;
      if (!isThere && !(await beat())) return takenOver;
      const refused = isThere ? null : await publish(entry);
      if (refused) return refused;
      if (!(await beat())) return takenOver;
      const pageUrl = (await published(entry))?.pageUrl ?? delivery.pageUrl;
      const hookFailed = await callHook(delivery, pageUrl);
      if (hookFailed) return hookFailed;
      const settings = settingsOf(account.settings);
      const waits = settings.waitForPage && pageUrl !== null;
      const notUp = waits ? await pageIsUp(pageUrl, sources, beat) : null;
      if (notUp) return notUp;
      const there = { remoteId: entryIdOf(entry), url: pageUrl };
      if (isThere && delivery.attempt === 1) return { kind: 'duplicate', ...there };
      if (!(await beat())) return takenOver;
      const note = await tellOfPage(http, settings, pageUrl);
      return { kind: 'delivered', ...there, ...(note ? { note } : {}) };
    },
  };
}

const settingsOf = (settings: unknown): WebsiteSettings => websiteSettings.parse(settings ?? {});

const changedSince: Recalled = {
  kind: 'kept',
  code: 'website.changed-since',
  message:
    'The page says something else by now than what was published then, so it stays online. Take it off the site in the Content Manager if it is to go.',
};

const takenOver: Outcome = {
  kind: 'retry',
  code: 'delivery.taken-over',
  message: 'Another process has taken over this delivery.',
};
