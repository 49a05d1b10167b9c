import { addressOf } from '../../src/engagement/address';
import { touchpointsOf } from '../../src/engagement/collected';
import { dropReasonOf, type Caller } from '../../src/engagement/drop';
import { collectBody, type CollectBody } from '../../src/engagement/schema';
import { visitorOf, type KeyedHash } from '../../src/engagement/visitor';
import { fail, type Problem, type Result } from '../../src/shared/result';
import type { Ledger } from './ledger';
import type { Links } from './links';

interface Deps {
  readonly ledger: Ledger;
  readonly links: Pick<Links, 'find'>;
  readonly visitorKey: { current(): Promise<Uint8Array> };
  readonly hash: KeyedHash;
  /** Whether Strapi has a content type of this name. */
  readonly knowsType: (uid: string) => boolean;
  readonly now: () => number;
}

/** Who reports, as far as it is needed for a moment. The address goes into the visitor's hash and nowhere else. */
export interface Reporter extends Caller {
  readonly ip: string;
}

export type Collect = ReturnType<typeof collect>;

/** Takes in what the tracker on the website reports. */
export function collect({ ledger, links, visitorKey, hash, knowsType, now }: Deps) {
  return {
    /** Resolves after the report is on disk, or counted as dropped; refuses what is not a report. */
    async receive(text: string, reporter: Reporter): Promise<Result<void>> {
      const body = bodyOf(text);
      if (!body.ok) return body;
      const dropped = dropReasonOf(reporter) ?? (isUnknown(body.value.entry) ? 'unknown-entry' : null);
      if (dropped) return ledger.drop(dropped);
      const page = addressOf(body.value.url);
      if (!page) return fail(notAReport('url', 'is not the address of a page'));
      const by = page.param('p');
      const link = by ? await links.find(by) : null;
      const key = await visitorKey.current();
      const visitor = visitorOf(
        key,
        { ip: reporter.ip, userAgent: reporter.userAgent ?? '', host: page.host },
        hash,
      );
      return ledger.take({
        touchpoints: touchpointsOf(body.value, { at: now(), visitor, page, link }),
        drops: [],
      });
    },
  };

  function isUnknown(entry: string | undefined): boolean {
    return entry !== undefined && !knowsType(entry.slice(0, entry.indexOf('|')));
  }
}

function bodyOf(text: string): Result<CollectBody> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail(notAReport('body', 'is not JSON'));
  }
  const parsed = collectBody.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  return fail(notAReport(issue?.path.join('.') || 'body', issue?.message ?? 'is not a report'));
}

const notAReport = (path: string, why: string): Problem => ({
  code: 'request.invalid',
  message: `${path}: ${why}. Nothing was stored. Reports are made by the tracker script; load it from /api/presence/tracker.js.`,
  path,
});
