import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { Button, Flex, Radio, Typography } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import type { FoundEntry } from '../../../src/publishing/campaign/start';
import { useApi } from '../../api';
import { Ask } from '../../components/ask';
import { TextLine } from '../../components/input';
import { useWords } from '../../words';
import { EntrySearch } from './entry-search';

/** Makes a new draft of a campaign, for the same entry or another one. */
export function DuplicateCampaign({ campaign: { key, name } }: { campaign: { key: string; name: string } }) {
  const t = useWords();
  const api = useApi();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const [own, setOwn] = useState('');
  const [mode, setMode] = useState<'same' | 'other'>('same');
  const [other, setOther] = useState<FoundEntry>();
  const open = () => {
    setOwn(t('presence.duplicate.name-of', { name }));
    setMode('same');
    setOther(undefined);
    setOpen(true);
  };
  return (
    <>
      <Button variant="tertiary" startIcon={<Duplicate />} onClick={open}>
        {t('presence.duplicate.action')}
      </Button>
      {isOpen && (
        <Ask
          title={t('presence.duplicate.title')}
          confirm={t('presence.duplicate.confirm')}
          isConfirmDisabled={own.trim() === '' || (mode === 'other' && !other)}
          close={() => setOpen(false)}
          act={async () => {
            const made = await api.duplicateCampaign(key, {
              name: own.trim(),
              ...(mode === 'other' && other ? { entry: other.entry } : {}),
            });
            navigate(`/plugins/presence/campaigns/${made.key}`);
          }}
        >
          <Typography tag="p">{t('presence.duplicate.text')}</Typography>
          <TextLine label={t('presence.campaign.name')} value={own} change={setOwn} required />
          <Radio.Group
            value={mode}
            onValueChange={(next) => setMode(next === 'other' ? 'other' : 'same')}
            aria-label={t('presence.duplicate.entry')}
          >
            <Flex gap={5} wrap="wrap">
              <Radio.Item value="same">{t('presence.duplicate.same')}</Radio.Item>
              <Radio.Item value="other">{t('presence.duplicate.other')}</Radio.Item>
            </Flex>
          </Radio.Group>
          {mode === 'other' && (
            <>
              {other && (
                <Typography tag="p" role="status" fontWeight="semiBold">
                  {t('presence.duplicate.picked', { title: other.title })}
                </Typography>
              )}
              <EntrySearch pick={setOther} />
            </>
          )}
        </Ask>
      )}
    </>
  );
}
