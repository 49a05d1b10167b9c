import type { Outcome } from '../../src/channels/channel';
import type { TestReport } from '../../src/channels/schema';

/** What an outcome says about the channel itself. Only refused credentials and closed accounts change its state. */
export function failedReport(outcome: Outcome, found: TestReport['found'] = []): TestReport {
  const state = outcome.kind === 'reauthorise' || outcome.kind === 'blocked' ? outcome.kind : 'failed';
  return { state, message: 'message' in outcome ? outcome.message : '', found };
}
