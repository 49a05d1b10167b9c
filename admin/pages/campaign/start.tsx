import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router-dom';
import { Flex, Radio, Typography } from '@strapi/design-system';
import type { CampaignTemplateView } from '../../../src/publishing/campaign/template';
import { pathOf } from '../../api';
import { Card } from '../../components/card';
import { PageFrame } from '../../components/page-frame';
import { useWords } from '../../words';
import { EntrySearch } from './entry-search';

/** A new campaign: how it usually goes, and what it is about. */
export function StartCampaign({
  templates,
  at,
  zone,
  back,
}: {
  templates: readonly CampaignTemplateView[];
  /** Where it was begun from: a time on the calendar. */
  at: string | null;
  zone: string | null;
  back: ReactNode;
}) {
  const t = useWords();
  const intl = useIntl();
  const navigate = useNavigate();
  const [template, setTemplate] = useState('');
  return (
    <PageFrame
      title={t('presence.start.title')}
      subtitle={
        at
          ? t('presence.start.at', {
              at: intl.formatDate(`${at}Z`, { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' }),
              zone: zone ?? '',
            })
          : t('presence.start.subtitle')
      }
      back={back}
    >
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Card title={t('presence.start.template')} hint={t('presence.start.template.hint')}>
          <Radio.Group value={template} onValueChange={setTemplate} aria-label={t('presence.start.template')}>
            <Flex direction="column" alignItems="stretch" gap={3}>
              <Radio.Item value="">{t('presence.start.template.none')}</Radio.Item>
              {templates.map(({ key, name, description }) => (
                <Radio.Item key={key} value={key}>
                  <Flex tag="span" direction="column" alignItems="flex-start">
                    <Typography tag="span" fontWeight="semiBold">
                      {name}
                    </Typography>
                    <Typography tag="span" variant="pi" textColor="neutral600">
                      {description}
                    </Typography>
                  </Flex>
                </Radio.Item>
              ))}
            </Flex>
          </Radio.Group>
        </Card>
        <Card title={t('presence.start.entry')} hint={t('presence.start.entry.hint')}>
          <EntrySearch
            pick={({ entry }) => {
              const path = pathOf('/campaigns/new', { ...entry, at, zone, template });
              navigate(path.replace('/presence', '/plugins/presence'));
            }}
          />
        </Card>
      </Flex>
    </PageFrame>
  );
}
