import { useCallback, useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { checkCopy } from '../../../../src/channels/check-copy';
import { copyOf } from '../../../../src/channels/derive-copy';
import type { ChannelRules } from '../../../../src/channels/rules/rules';
import type { TemplatePart } from '../../../../src/channels/templates/schema';
import type { CopySourceView } from '../../../../src/publishing/campaign/derived';
import type { FoundEntry } from '../../../../src/publishing/campaign/start';
import { useApi } from '../../../api';
import { Loaded } from '../../../components/states';
import { useLoad } from '../../../use-load';
import { useWords } from '../../../words';
import { EntrySearch } from '../../campaign/entry-search';
import { useSaidProblems } from '../../campaign/use-said-problems';
import type { ChannelDraft } from '../draft';

/** What the template makes of a real entry, while it is written. */
export function TemplatePreview(props: Shown) {
  const t = useWords();
  const api = useApi();
  const [entry, setEntry] = useState<FoundEntry>();
  const [isSearching, setSearching] = useState(false);
  return (
    <Box tag="section" aria-label={t('presence.template.preview')}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap" paddingBottom={2}>
        <Typography variant="sigma" textColor="neutral600" tag="h3">
          {entry ? t('presence.template.preview.of', { title: entry.title }) : t('presence.template.preview')}
        </Typography>
        {!isSearching && (
          <Button size="S" variant="secondary" onClick={() => setSearching(true)}>
            {t(entry ? 'presence.template.preview.other' : 'presence.template.preview.pick')}
          </Button>
        )}
      </Flex>
      {isSearching && (
        <EntrySearch
          find={api.templateEntries}
          pick={(found) => {
            setEntry(found);
            setSearching(false);
          }}
        />
      )}
      {entry && !isSearching && <OfEntry key={keyOf(entry)} entry={entry} {...props} />}
    </Box>
  );
}

const keyOf = ({ entry: { uid, documentId, locale } }: FoundEntry): string =>
  `${uid} ${documentId} ${locale ?? ''}`;

interface Shown {
  readonly rules: ChannelRules;
  readonly draft: ChannelDraft;
  readonly parts: readonly TemplatePart[];
}

function OfEntry({ entry, ...props }: Shown & { entry: FoundEntry }) {
  const api = useApi();
  const load = useLoad(useCallback(() => api.copySource(entry.entry), [api, entry]));
  return (
    <Loaded load={load} small>
      {(of) => <Made of={of} {...props} />}
    </Loaded>
  );
}

/** The parts of the copy, and what is used of what the channel takes. */
function Made({ of: { source, cover }, rules, draft, parts }: Shown & { of: CopySourceView }) {
  const t = useWords();
  const said = useSaidProblems();
  const copy = copyOf(rules, { ...source, channel: draft.name || null }, cover, draft.template);
  const check = checkCopy(rules, copy);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {parts.map((part) => (
        <Box key={part} padding={3} background="neutral100" hasRadius>
          <Flex justifyContent="space-between" gap={3} wrap="wrap">
            <Typography variant="pi" fontWeight="semiBold" textColor="neutral700" tag="p">
              {t(`presence.template.part.${part}`)}
            </Typography>
            {part === 'text' && (
              <Typography variant="pi" textColor="neutral600" tag="output" aria-live="polite">
                {check.limit === null
                  ? t('presence.campaign.count', { count: check.count })
                  : t('presence.campaign.count-of', { count: check.count, limit: check.limit })}
              </Typography>
            )}
          </Flex>
          <Typography
            tag="p"
            textColor="neutral800"
            style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
          >
            {copy[part] || t('presence.template.preview.empty')}
          </Typography>
        </Box>
      ))}
      {check.problems.length > 0 && (
        <Box tag="ul" role="status">
          {said(check.problems).map(({ code, path, message }) => (
            <Typography key={`${code} ${path}`} tag="li" variant="pi" textColor="neutral800">
              {message}
            </Typography>
          ))}
        </Box>
      )}
    </Flex>
  );
}
