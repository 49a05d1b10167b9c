import { useCallback, useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { FoundEntry } from '../../../src/publishing/campaign/start';
import { useApi } from '../../api';
import { SearchBox } from '../../components/search-box';
import { Loaded } from '../../components/states';
import { When } from '../../components/when';
import { useLoad } from '../../use-load';
import { useWords } from '../../words';

/** Looks for an entry by its title, in every type that the person may read; `find` where that is not for a campaign. */
export function EntrySearch({
  pick,
  find,
}: {
  pick: (entry: FoundEntry) => void;
  find?: (q: string) => Promise<readonly FoundEntry[]>;
}) {
  const t = useWords();
  const api = useApi();
  const [q, setQ] = useState('');
  const load = useLoad(useCallback(() => (find ?? api.campaignEntries)(q), [api, find, q]));
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <SearchBox label={t('presence.start.search')} value={q} change={setQ} />
      <Loaded load={load} small>
        {(list) =>
          list.length === 0 ? (
            <Typography textColor="neutral600" tag="p" role="status">
              {t(q ? 'presence.start.none-match' : 'presence.start.none')}
            </Typography>
          ) : (
            <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
              {list.map((found) => (
                <Flex
                  tag="li"
                  key={`${found.entry.uid} ${found.entry.documentId} ${found.entry.locale ?? ''}`}
                  justifyContent="space-between"
                  gap={3}
                  padding={3}
                  hasRadius
                  borderColor="neutral150"
                >
                  <Box minWidth={0}>
                    <Typography tag="p" fontWeight="semiBold" style={{ overflowWrap: 'anywhere' }}>
                      {found.title}
                    </Typography>
                    <Flex gap={2} wrap="wrap">
                      <Typography variant="pi" textColor="neutral600">
                        {[found.typeName, found.entry.locale].filter(Boolean).join(' · ')}
                      </Typography>
                      <When at={found.updatedAt} isSmall />
                    </Flex>
                  </Box>
                  <Button
                    size="S"
                    variant="secondary"
                    aria-label={t('presence.start.pick-named', { title: found.title })}
                    onClick={() => pick(found)}
                  >
                    {t('presence.start.pick')}
                  </Button>
                </Flex>
              ))}
            </Flex>
          )
        }
      </Loaded>
    </Flex>
  );
}
