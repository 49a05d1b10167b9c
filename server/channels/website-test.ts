import { noAnswerOutcome } from '../../src/channels/outcomes/http';
import type { TestReport } from '../../src/channels/schema';
import type { WebsiteSettings } from '../../src/channels/settings/website';
import type { Outgoing } from '../http/outgoing';
import { failedReport } from './report';
import { foundByEngines } from './site/found-by-engines';

/** Where the site is, as the plugin's settings say. */
export interface Site {
  readonly baseUrl: string;
  /** Content type → address pattern. */
  readonly pages: Readonly<Record<string, string>>;
  readonly hook: { readonly url: string; readonly secret: string | null } | null;
}

/** Tells which pages belong to which content types, and whether the site answers. The hook is not called: it would build. */
export async function testWebsite(
  { baseUrl, pages, hook }: Site,
  settings: WebsiteSettings,
  http: Outgoing,
): Promise<TestReport> {
  const patterns = Object.entries(pages);
  const found = [
    ...patterns.map(([uid, pattern]) => ({ label: `Pages of ${uid}`, value: pattern })),
    ...(hook
      ? [
          {
            label: 'Site hook',
            value: `${new URL(hook.url).host}${hook.secret === null ? ', not signed' : ', signed'}`,
          },
        ]
      : []),
  ];
  const home = baseUrl || originOf(patterns.map(([, pattern]) => pattern));
  if (home === null)
    return {
      state: 'ready',
      message:
        'Entries are published in Strapi. No address of the website is set, so nothing can link to its pages: set it in the settings of Presence.',
      found,
    };
  const answer = await http.send({ method: 'GET', url: home, redirects: 5 });
  if (answer.kind !== 'answered') return failedReport(noAnswerOutcome(answer, 'read'), found);
  const seen = [{ label: 'Website', value: `${home} answers with status ${answer.status}` }, ...found];
  if (answer.status >= 500)
    return {
      state: 'failed',
      message: `The website answers with status ${answer.status}. Is it running?`,
      found: seen,
    };
  const looks = await foundByEngines(http, settings, answer.url);
  const wrong = looks.filter(({ isRight }) => !isRight).map(({ label, value }) => `${label}: ${value}.`);
  return {
    state: 'ready',
    message: [
      'The website answers. Entries are published there.',
      ...(wrong.length > 0 ? ['For search engines and readers something has to be mended.', ...wrong] : []),
    ].join(' '),
    found: [...seen, ...looks.map(({ label, value }) => ({ label, value }))],
  };
}

function originOf(patterns: readonly string[]): string | null {
  const absolute = patterns.find((pattern) => /^https?:\/\/[^/{]+/.test(pattern));
  return absolute === undefined ? null : (/^https?:\/\/[^/{]+/.exec(absolute)?.[0] ?? null);
}
