import { memo } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import type { CampaignTarget, CampaignUtm, Measure } from '../../../src/publishing/campaign/aim';
import type { CampaignTemplateView } from '../../../src/publishing/campaign/template';
import { Card } from '../../components/card';
import { Fold } from '../../components/findings/fold';
import { Choice, TextBox, TextLine, Tick } from '../../components/input';
import { localTimeOf } from '../../components/time-choice';
import { channelKinds } from '../../../src/channels/rules/kinds';
import { problemAt, type Refusal } from '../../refusal';
import { useWords } from '../../words';
import { GoalProgress } from './goal-progress';
import type { CampaignDraft } from './use-campaign';
import { noUtm } from './no-utm';

const measures = ['clicks', 'views', 'conversions'] as const satisfies Measure[];

/** A number that a person is still typing: what is no number yet is shown as it is. */
const amountOf = (text: string): number => Math.max(0, Math.trunc(Number(text)) || 0);

/** What is edited here of a campaign. */
export type Aims = Pick<CampaignDraft, 'key' | 'goal' | 'target' | 'utm' | 'checked'>;

/** What the campaign is to reach, what its links carry, and what its copies should say. */
export const AimsCard = memo(function AimsCard({
  draft,
  change,
  canManage,
  refusal,
  template,
  zone,
}: {
  draft: Aims;
  change: (part: Partial<CampaignDraft>) => void;
  canManage: boolean;
  refusal: Refusal | undefined;
  template: CampaignTemplateView | undefined;
  /** Of the business. */
  zone: string;
}) {
  const t = useWords();
  const { target, goal } = draft;
  const set = (part: Partial<CampaignTarget>) => target && change({ target: { ...target, ...part } });
  return (
    <Card title={t('presence.aim.title')} hint={t('presence.aim.hint')}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        {draft.key && target && <GoalProgress campaign={draft.key} target={target} />}
        <Flex gap={4} wrap="wrap" alignItems="flex-start">
          <Box flex="1 1 18rem">
            <Choice<Measure | 'none'>
              label={t('presence.aim.measure')}
              disabled={!canManage}
              value={target?.measure ?? 'none'}
              options={[
                { value: 'none', label: t('presence.aim.measure.none') },
                ...measures.map((value) => ({ value, label: t(`presence.aim.measure.${value}`) })),
              ]}
              change={(measure) =>
                change({
                  target:
                    measure === 'none'
                      ? null
                      : {
                          ...{ amount: target?.amount ?? 100, measure },
                          until: target?.until ?? localTimeOf(Date.now(), zone).slice(0, 10),
                        },
                })
              }
            />
          </Box>
          {target && (
            <>
              <Box flex="1 1 12rem">
                <TextLine
                  type="number"
                  label={t('presence.aim.amount')}
                  disabled={!canManage}
                  error={problemAt(refusal, 'target.amount')?.message}
                  value={String(target.amount)}
                  change={(text) => set({ amount: amountOf(text) })}
                />
              </Box>
              <Box flex="1 1 16rem">
                <TextLine
                  type="date"
                  label={t('presence.aim.until')}
                  disabled={!canManage}
                  error={problemAt(refusal, 'target.until')?.message}
                  value={target.until}
                  change={(until) => set({ until })}
                />
              </Box>
            </>
          )}
        </Flex>
        <TextBox
          label={t('presence.aim.note')}
          hint={t('presence.aim.note.hint')}
          rows={2}
          disabled={!canManage}
          value={goal}
          change={(next) => change({ goal: next })}
        />
        <Utm utm={draft.utm ?? noUtm} {...{ change, canManage, refusal }} />
        {template && template.checklist.length > 0 && (
          <Box tag="fieldset" style={{ border: 0, padding: 0, margin: 0 }}>
            <Typography tag="legend" variant="sigma" textColor="neutral600">
              {t('presence.aim.checklist', { template: template.name })}
            </Typography>
            <Flex direction="column" alignItems="flex-start" gap={2} paddingTop={2}>
              {template.checklist.map(({ key, text }) => (
                <Tick
                  key={key}
                  label={text}
                  value={draft.checked.includes(key)}
                  change={(isTicked) =>
                    change({
                      checked: isTicked
                        ? [...draft.checked, key]
                        : draft.checked.filter((one) => one !== key),
                    })
                  }
                />
              ))}
            </Flex>
          </Box>
        )}
      </Flex>
    </Card>
  );
});

const fields = ['campaign', 'medium', 'term', 'content'] as const;

function Utm({
  utm,
  change,
  canManage,
  refusal,
}: {
  utm: CampaignUtm;
  change: (part: Partial<CampaignDraft>) => void;
  canManage: boolean;
  refusal: Refusal | undefined;
}) {
  const t = useWords();
  const set = (part: Partial<CampaignUtm>) => change({ utm: { ...utm, ...part } });
  return (
    <Fold title={t('presence.utm.title', { campaign: utm.campaign || t('presence.utm.none') })}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t('presence.utm.hint')}
        </Typography>
        <Flex gap={4} wrap="wrap" alignItems="flex-start">
          {fields.map((name) => (
            <Box key={name} flex="1 1 18rem">
              <TextLine
                label={t(`presence.utm.${name}`)}
                disabled={!canManage}
                error={problemAt(refusal, `utm.${name}`)?.message}
                value={utm[name]}
                change={(value) => set({ [name]: value })}
              />
            </Box>
          ))}
          {channelKinds
            .filter((kind) => kind !== 'website')
            .map((kind) => (
              <Box key={kind} flex="1 1 18rem">
                <TextLine
                  label={t('presence.utm.source', { kind: t(`presence.channel.${kind}`) })}
                  placeholder={kind === 'email' ? 'newsletter' : kind}
                  disabled={!canManage}
                  error={problemAt(refusal, `utm.sources.${kind}`)?.message}
                  value={utm.sources[kind] ?? ''}
                  change={(value) => set({ sources: { ...utm.sources, [kind]: value } })}
                />
              </Box>
            ))}
        </Flex>
      </Flex>
    </Fold>
  );
}
