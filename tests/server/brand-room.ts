import type { StandingFinding, Waiver } from '../../src/brand/findings/schema';
import { brandKit } from '../../src/brand/schema';
import { wired } from '../../server/wire';
import type { App } from './boot';
import type { Answer, Staff } from './staff';

const article = 'api::article.article';

/** What `GET /presence/brand/entry` answers, as far as tests look at it. */
export interface Seen {
  readonly findings: readonly StandingFinding[];
  readonly score: { readonly score: number };
  readonly copies: readonly { readonly channel: string; readonly findings: readonly StandingFinding[] }[];
}

/** Saves the one brand of the business. */
export async function saveKit(by: Staff, kit: object): Promise<void> {
  const brands = [{ key: 'main', name: 'Bakery', uids: [], locales: [], kit: brandKit.parse(kit) }];
  const { status, body } = await by.call('PUT', '/presence/brand/brands', { brands });
  if (status !== 200) throw new Error(JSON.stringify(body));
}

/** Checks everything that waits. */
export const workOff = (app: App): Promise<number> => wired(app.strapi).brand.index.work();

export async function seen(by: Staff, documentId: string, locale = 'en'): Promise<Seen> {
  const query = new URLSearchParams({ uid: article, documentId, locale });
  const { status, body } = await by.call<Seen>('GET', `/presence/brand/entry?${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}

interface Refused {
  readonly error: { readonly message: string; readonly details: { readonly code: string } };
}

/** Asks to waive a finding of an article, as the panel does. */
export const waive = (
  by: Staff,
  documentId: string,
  { finding, mark }: StandingFinding,
  more: object = {},
): Promise<Answer<Waiver & Refused>> =>
  by.call('POST', '/presence/brand/waivers', {
    ...{ uid: article, documentId, locale: 'en', channel: finding.channel ?? null, mark },
    ...{ severity: finding.severity, message: finding.message, reason: 'It is the title of a book.' },
    ...more,
  });
