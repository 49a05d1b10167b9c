import type { Outcome } from '../../src/channels/channel';
import { noAnswerOutcome } from '../../src/channels/outcomes/http';
import type { Outgoing } from '../http/outgoing';

export interface PageWatch {
  readonly http: Outgoing;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

const patience = 10_000;
const pause = 1_000;

/**
 * Null as soon as the page answers 200; otherwise, after ten seconds, to be asked again soon. A static site takes its
 * time to build: a page that is not there yet is no failure.
 */
export async function pageIsUp(
  url: string,
  { http, now, sleep }: PageWatch,
  beat: () => Promise<boolean>,
): Promise<Outcome | null> {
  const until = now() + patience;
  for (;;) {
    const answer = await http.send({
      method: 'GET',
      url,
      headers: { 'cache-control': 'no-cache' },
      timeout: 5_000,
      redirects: 5,
    });
    if (answer.kind === 'refused') return noAnswerOutcome(answer, 'read');
    if (answer.kind === 'answered' && answer.status === 200) return null;
    const seen = answer.kind === 'answered' ? `answers with status ${answer.status}` : answer.message;
    if (now() + pause > until || !(await beat()))
      return {
        kind: 'retry',
        code: 'website.page-not-up',
        message: `The page ${url} is not up yet: ${seen}`,
        after: 5_000,
      };
    await sleep(pause);
  }
}
