import { useState, type ReactNode } from 'react';
import { Flex, Grid } from '@strapi/design-system';
import { noPolicy, type LifePolicy, type PoliciesView } from '../../../src/governance/lifecycle/schema';
import type { ContentTypeView } from '../../../src/governance/schema';
import { Choice, TextLine, YesNo } from '../../components/input';
import { useWords } from '../../words';

type Owners = PoliciesView['owners'];
type Interval = NonNullable<LifePolicy['review']>;

const everybody = 'everybody';
const units = ['months', 'weeks'] as const;
const acts = ['ask', 'unpublish', 'archive'] as const;
const firstReview: Interval = { every: 12, unit: 'months' };
const firstHalved = { days: 28, against: 'first' } as const;

const Cell = ({ col, children }: { col: number; children: ReactNode }) => (
  <Grid.Item col={col} s={6} xs={12} direction="column" alignItems="stretch">
    {children}
  </Grid.Item>
);

/** What a policy says, in one line. */
export function useSummary(owners: Owners): (policy: LifePolicy | undefined) => string {
  const t = useWords();
  return (policy) => {
    if (!policy) return t('presence.life.settings.none');
    const { review, halved, expiry, owner } = policy;
    return [
      review &&
        t('presence.life.summary.review', {
          every: review.every,
          unit: t(`presence.life.settings.${review.unit}`),
        }),
      halved && t('presence.life.summary.halved'),
      expiry && t('presence.life.summary.expiry'),
      owner && (owners.find((each) => each.owner === owner)?.name ?? owner),
    ]
      .filter(Boolean)
      .join(' · ');
  };
}

/** The rule of one content type. */
export function LifePolicyForm({
  type,
  policy,
  owners,
  set,
  errorAt,
}: {
  type: ContentTypeView;
  policy: LifePolicy | undefined;
  owners: Owners;
  set: (policy: LifePolicy | undefined) => void;
  errorAt: (path: string) => string | undefined;
}) {
  const t = useWords();
  const [remind, setRemind] = useState((policy ?? noPolicy).remind.join(', '));
  const follow = (
    <YesNo
      label={t('presence.life.settings.follow')}
      value={policy !== undefined}
      change={(isOn) => set(isOn ? { ...noPolicy, review: firstReview } : undefined)}
    />
  );
  if (!policy) return follow;
  const { review, halved, owner, expiry } = policy;
  const change = (part: Partial<LifePolicy>) => set({ ...policy, ...part });
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {follow}
      <Grid.Root gap={5}>
        <Cell col={4}>
          <YesNo
            label={t('presence.life.settings.review')}
            hint={t('presence.life.settings.review.hint')}
            value={review !== null}
            change={(isOn) => change({ review: isOn ? firstReview : null })}
          />
        </Cell>
        {review && (
          <IntervalFields
            value={review}
            change={(next) => change({ review: next })}
            error={errorAt('review.every')}
          />
        )}
      </Grid.Root>
      <Grid.Root gap={5}>
        <Cell col={4}>
          <YesNo
            label={t('presence.life.settings.halved')}
            hint={t('presence.life.settings.halved.hint')}
            value={halved !== null}
            change={(isOn) => change({ halved: isOn ? firstHalved : null })}
          />
        </Cell>
        {halved && (
          <>
            <Cell col={4}>
              <TextLine
                type="number"
                label={t('presence.life.settings.days')}
                error={errorAt('halved.days')}
                value={String(halved.days)}
                change={(days) => change({ halved: { ...halved, days: Number(days) } })}
              />
            </Cell>
            <Cell col={4}>
              <Choice
                label={t('presence.life.settings.against')}
                value={halved.against}
                options={(['first', 'before'] as const).map((each) => ({
                  value: each,
                  label: t(`presence.life.settings.${each}`),
                }))}
                change={(against) => change({ halved: { ...halved, against } })}
              />
            </Cell>
          </>
        )}
      </Grid.Root>
      <Grid.Root gap={5}>
        <Cell col={6}>
          <Choice
            label={t('presence.life.settings.owner')}
            hint={t('presence.life.settings.owner.hint')}
            error={errorAt('owner')}
            value={owner ?? everybody}
            options={[
              { value: everybody, label: t('presence.life.settings.owner.all') },
              ...owners.map((each) => ({
                value: each.owner,
                label: each.owner.startsWith('role:')
                  ? t('presence.life.settings.role', { name: each.name })
                  : each.name,
              })),
              ...(owner && !owners.some((each) => each.owner === owner)
                ? [{ value: owner, label: t('presence.life.settings.gone', { name: owner }) }]
                : []),
            ]}
            change={(next) => change({ owner: next === everybody ? null : next })}
          />
        </Cell>
        <Cell col={6}>
          <TextLine
            label={t('presence.life.settings.remind')}
            hint={t('presence.life.settings.remind.hint')}
            error={errorAt('remind')}
            value={remind}
            change={(text) => {
              setRemind(text);
              change({
                remind: text
                  .split(/[\s,;]+/)
                  .filter(Boolean)
                  .map(Number),
              });
            }}
          />
        </Cell>
      </Grid.Root>
      <Grid.Root gap={5}>
        <Cell col={4}>
          <YesNo
            label={t('presence.life.settings.expiry')}
            value={expiry !== null}
            change={(isOn) => change({ expiry: isOn ? { after: null, then: 'ask' } : null })}
          />
        </Cell>
        {expiry && (
          <Cell col={8}>
            <Choice
              label={t('presence.life.settings.then')}
              error={errorAt('expiry.then')}
              value={expiry.then}
              options={acts
                .filter((act) => type.draftAndPublish || act === 'ask')
                .map((act) => ({ value: act, label: t(`presence.life.settings.then.${act}`) }))}
              change={(then) => change({ expiry: { ...expiry, then } })}
            />
          </Cell>
        )}
      </Grid.Root>
      {expiry && (
        <Grid.Root gap={5}>
          <Cell col={4}>
            <YesNo
              label={t('presence.life.settings.after')}
              hint={t('presence.life.settings.after.hint')}
              value={expiry.after !== null}
              change={(isOn) => change({ expiry: { ...expiry, after: isOn ? firstReview : null } })}
            />
          </Cell>
          {expiry.after && (
            <IntervalFields
              value={expiry.after}
              change={(after) => change({ expiry: { ...expiry, after } })}
              error={errorAt('expiry.after.every')}
            />
          )}
        </Grid.Root>
      )}
    </Flex>
  );
}

function IntervalFields({
  value,
  change,
  error,
}: {
  value: Interval;
  change: (value: Interval) => void;
  error: string | undefined;
}) {
  const t = useWords();
  return (
    <>
      <Cell col={4}>
        <TextLine
          type="number"
          label={t('presence.life.settings.every')}
          error={error}
          value={String(value.every)}
          change={(every) => change({ ...value, every: Number(every) })}
        />
      </Cell>
      <Cell col={4}>
        <Choice
          label={t('presence.life.settings.unit')}
          value={value.unit}
          options={units.map((unit) => ({ value: unit, label: t(`presence.life.settings.${unit}`) }))}
          change={(unit) => change({ ...value, unit })}
        />
      </Cell>
    </>
  );
}
