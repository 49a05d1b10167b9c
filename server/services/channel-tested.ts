import type { Account, ChannelAdapter } from '../../src/channels/channel';
import type { ChannelTestInput, TestReport } from '../../src/channels/schema';

/** What a test of an account finds; a kind that this server has no adapter for fails. */
export async function tested(
  adapter: ChannelAdapter | undefined,
  account: Account,
  input: ChannelTestInput,
): Promise<TestReport> {
  if (adapter) return adapter.test(account, input);
  return {
    state: 'failed',
    message: `This server has no adapter for channels of the kind ${account.kind}.`,
    found: [],
  };
}
