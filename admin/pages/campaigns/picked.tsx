import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import type { BulkAnswer } from '../../../src/publishing/calendar/bulk';
import type { CampaignView } from '../../../src/publishing/schema';
import { useApi } from '../../api';
import { Ask } from '../../components/ask';
import { ChosenBar, ChosenResult } from '../../components/chosen';
import { useWords } from '../../words';

/** Publications that have not gone out and may be called off. */
const waitingOf = (campaigns: readonly CampaignView[]): string[] =>
  campaigns.flatMap(({ publications }) =>
    publications.filter(({ actions }) => actions.includes('cancel')).map(({ key }) => key),
  );

/** So many the server takes at once. */
const most = 100;

/** What can be done with several campaigns at once; each is judged for itself, and what was refused is listed. */
export function PickedCampaigns({
  campaigns,
  done,
}: {
  campaigns: readonly CampaignView[];
  done: () => void;
}) {
  const t = useWords();
  const api = useApi();
  const [answers, setAnswers] = useState<readonly BulkAnswer[]>([]);
  const [asking, setAsking] = useState<'duplicate' | 'cancel' | null>(null);
  const waiting = waitingOf(campaigns);

  const duplicate = async () => {
    const copies = campaigns.map(({ key, name }) => ({
      key,
      name: t('presence.duplicate.name-of', { name }).slice(0, 160).trim(),
    }));
    setAnswers((await api.duplicateCampaigns({ campaigns: copies })).answers);
    done();
  };
  const cancel = async () => {
    const given = [];
    for (let from = 0; from < waiting.length; from += most) {
      const keys = waiting.slice(from, from + most);
      given.push(...(await api.bulkPublications({ action: 'cancel', keys })).answers);
    }
    setAnswers(given);
    done();
  };

  return (
    <>
      {campaigns.length > 0 && (
        <ChosenBar
          label={t('presence.publications.bulk.label')}
          said={t('presence.campaigns.picked', { count: campaigns.length })}
        >
          <Button
            size="S"
            variant="secondary"
            startIcon={<Duplicate />}
            onClick={() => setAsking('duplicate')}
          >
            {t('presence.campaigns.duplicate')}
          </Button>
          <Button
            size="S"
            variant="danger-light"
            disabled={waiting.length === 0}
            onClick={() => setAsking('cancel')}
          >
            {t('presence.campaigns.cancel', { count: waiting.length })}
          </Button>
        </ChosenBar>
      )}
      <ChosenResult answers={answers} />
      {asking === 'duplicate' && (
        <Ask
          title={t('presence.duplicate.title')}
          confirm={t('presence.duplicate.confirm')}
          close={() => setAsking(null)}
          act={duplicate}
        >
          {t('presence.campaigns.duplicate.text', { count: campaigns.length })}
        </Ask>
      )}
      {asking === 'cancel' && (
        <Ask
          title={t('presence.campaigns.cancel.title')}
          confirm={t('presence.campaigns.cancel', { count: waiting.length })}
          variant="danger"
          close={() => setAsking(null)}
          act={cancel}
        >
          {t('presence.campaigns.cancel.text', { count: waiting.length })}
        </Ask>
      )}
    </>
  );
}
