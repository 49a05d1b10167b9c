import { Link as RouterLink } from 'react-router-dom';
import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { CheckCircle, Information, WarningCircle } from '@strapi/icons';
import { entryKeyOf, type EntryKey } from '../../src/shared/entry-key';
import type { Notice } from '../../src/governance/schema';
import { useWords } from '../words';
import { useEditPath } from './entry-link';
import { useAgo } from './when';

const looks = {
  info: { Icon: Information, fill: 'primary600' },
  warning: { Icon: WarningCircle, fill: 'warning600' },
  error: { Icon: WarningCircle, fill: 'danger600' },
} as const;

/** Where a notice leads: where it says, or to the campaign, the channels, or the entry. */
function placeOf(
  { link, campaign, channel, entry }: Notice,
  editPath: (entry: EntryKey) => string,
): string | null {
  if (link) return link;
  if (campaign) return `/plugins/presence/campaigns/${campaign}`;
  if (channel) return '/plugins/presence/channels';
  const key = entry ? entryKeyOf(entry) : null;
  return key && editPath(key);
}

/** What happened without a click, newest first; those that were read are pale. */
export function Notices({
  notices,
  read,
}: {
  notices: readonly Notice[];
  /** Left out where notices are only shown. */
  read?: (keys: readonly string[]) => void;
}) {
  const t = useWords();
  const ago = useAgo();
  const editPath = useEditPath();
  const waiting = notices.filter(({ readAt }) => readAt === null);
  if (notices.length === 0) {
    return (
      <Flex gap={2}>
        <CheckCircle aria-hidden fill="success600" />
        <Typography textColor="neutral700">{t('presence.notices.none')}</Typography>
      </Flex>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {notices.map((notice) => {
          const { Icon, fill } = looks[notice.severity];
          const place = placeOf(notice, editPath);
          return (
            <Flex tag="li" key={notice.key} gap={3} alignItems="flex-start">
              <Box flex="none" paddingTop="3px">
                <Icon
                  fill={fill}
                  width="1.6rem"
                  height="1.6rem"
                  aria-label={t(`presence.notice.${notice.severity}`)}
                  role="img"
                />
              </Box>
              <Flex direction="column" alignItems="flex-start" gap={1} flex="1" minWidth={0}>
                <Typography
                  tag="p"
                  textColor={notice.readAt === null ? 'neutral800' : 'neutral600'}
                  style={{ overflowWrap: 'anywhere' }}
                >
                  {notice.message}
                </Typography>
                <Flex gap={3} wrap="wrap">
                  <Typography variant="pi" textColor="neutral600">
                    {ago(notice.at, Date.now())}
                    {notice.times > 1 && ` · ${t('presence.notice.times', { count: notice.times })}`}
                  </Typography>
                  {place && (
                    <Link tag={RouterLink} to={place}>
                      {t('presence.notice.look')}
                    </Link>
                  )}
                </Flex>
              </Flex>
              {read && notice.readAt === null && (
                <Button size="S" variant="ghost" onClick={() => read([notice.key])}>
                  {t('presence.notice.read')}
                </Button>
              )}
            </Flex>
          );
        })}
      </Flex>
      {read && waiting.length > 1 && (
        <Box>
          <Button size="S" variant="tertiary" onClick={() => read(waiting.map(({ key }) => key))}>
            {t('presence.notice.read-all')}
          </Button>
        </Box>
      )}
    </Flex>
  );
}
