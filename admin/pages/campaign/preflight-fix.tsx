import { Link as RouterLink } from 'react-router-dom';
import { Link } from '@strapi/design-system';
import type { FixPlace, PreflightItem } from '../../../src/publishing/preflight/schema';
import type { EntryKey } from '../../../src/shared/entry-key';
import { useEditPath } from '../../components/entry-link';
import { useReasonWords } from '../../components/use-reason-words';

/** Where what is stopped, the copy of a channel, the times and the results stand on the page of a campaign. */
export const anchors = {
  copy: (channel: string): string => `copy-${channel}`,
  holds: 'campaign-holds',
  times: 'campaign-times',
  results: 'campaign-results',
} as const;

/** What is to be done about an item, as the way there. */
export function PreflightFix({
  fix,
  entry,
  channel,
}: {
  fix: NonNullable<PreflightItem['fix']>;
  entry: EntryKey;
  channel: string;
}) {
  const editPath = useEditPath();
  const what = useReasonWords().fix(fix);
  const inPage: Readonly<Partial<Record<FixPlace, string>>> = {
    copy: anchors.copy(channel),
    time: anchors.times,
    publication: anchors.results,
    operations: anchors.holds,
  };
  const away: Readonly<Partial<Record<FixPlace, string>>> = {
    entry: editPath(entry),
    channels: '/plugins/presence/channels',
    settings: '/settings/presence',
  };
  const anchor = inPage[fix.where];
  if (anchor !== undefined) return <Link href={`#${anchor}`}>{what}</Link>;
  return (
    <Link tag={RouterLink} to={away[fix.where] ?? '/plugins/presence'}>
      {what}
    </Link>
  );
}
