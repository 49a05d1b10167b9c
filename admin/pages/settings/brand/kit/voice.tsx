import type { BrandKit, Voice as VoiceTargets } from '../../../../../src/brand/schema';
import { Card } from '../../../../components/card';
import { Choice } from '../../../../components/input';
import { useWords } from '../../../../words';
import { NumberLine } from '../fields/lines';
import { Cell, Stack, Switched } from '../fields/switched';
import type { KitPart } from '../part';

const people = ['we', 'i', 'impersonal'] as const;
const manners = ['informal', 'formal'] as const;

/** How the business speaks, in traits that can be measured. */
export function Voice({ kit, change, places }: KitPart) {
  const t = useWords();
  const { voice } = kit;
  const set = (part: Partial<VoiceTargets>) => change({ voice: { ...voice, ...part } });
  const severity = 'suggestion';
  return (
    <Stack>
      <Sentences kit={kit} change={change} places={places} />
      <Card title={t('presence.kit.voice.who')} level={3}>
        <Stack>
          <Switched
            label={t('presence.kit.voice.person')}
            hint={t('presence.kit.voice.person.hint')}
            value={voice.person}
            on={{ use: 'we', severity }}
            change={(person) => set({ person })}
          >
            {(value, put) => (
              <Cell>
                <Choice
                  label={t('presence.kit.voice.person.use')}
                  value={value.use}
                  options={people.map((use) => ({
                    value: use,
                    label: t(`presence.kit.voice.person.${use}`),
                  }))}
                  change={(use) => put({ use })}
                />
              </Cell>
            )}
          </Switched>
          <Switched
            label={t('presence.kit.voice.formality')}
            hint={t('presence.kit.voice.formality.hint')}
            value={voice.formality}
            on={{ use: 'informal', severity: 'warning' }}
            change={(formality) => set({ formality })}
          >
            {(value, put) => (
              <Cell>
                <Choice
                  label={t('presence.kit.voice.formality.use')}
                  value={value.use}
                  options={manners.map((use) => ({
                    value: use,
                    label: t(`presence.kit.voice.formality.${use}`),
                  }))}
                  change={(use) => put({ use })}
                />
              </Cell>
            )}
          </Switched>
        </Stack>
      </Card>
      <Card title={t('presence.kit.voice.loud')} level={3}>
        <Stack>
          <Switched
            label={t('presence.kit.voice.exclamation')}
            hint={t('presence.kit.voice.exclamation.hint')}
            value={voice.exclamation}
            on={{ max: 1, severity }}
            change={(exclamation) => set({ exclamation })}
          >
            {(value, put) => (
              <Cell col={4}>
                <NumberLine
                  label={t('presence.kit.most')}
                  error={places.at('voice.exclamation.max')}
                  value={value.max}
                  change={(max) => put({ max })}
                />
              </Cell>
            )}
          </Switched>
          <Switched
            label={t('presence.kit.voice.shouting')}
            hint={t('presence.kit.voice.shouting.hint')}
            value={voice.shouting}
            on={{ severity }}
            change={(shouting) => set({ shouting })}
          />
        </Stack>
      </Card>
    </Stack>
  );
}

/** Whether a text can be followed: length of sentences, reading grade, passive, and order of headings. */
function Sentences({ kit, change, places }: Pick<KitPart, 'kit' | 'change' | 'places'>) {
  const t = useWords();
  const { voice } = kit;
  const severity = 'suggestion' as const;
  const set = (part: Partial<BrandKit['voice']>) => change({ voice: { ...voice, ...part } });
  return (
    <Card title={t('presence.kit.voice.easy')} level={3}>
      <Stack>
        <Switched
          label={t('presence.kit.voice.longest')}
          hint={t('presence.kit.voice.longest.hint')}
          value={kit.longestSentence}
          on={{ words: 25, severity }}
          change={(longestSentence) => change({ longestSentence })}
        >
          {(value, put) => (
            <Cell col={4}>
              <NumberLine
                label={t('presence.kit.most-words')}
                error={places.at('longestSentence.words')}
                value={value.words}
                change={(words) => put({ words })}
              />
            </Cell>
          )}
        </Switched>
        <Switched
          label={t('presence.kit.voice.mean')}
          hint={t('presence.kit.voice.mean.hint')}
          value={voice.meanSentence}
          on={{ max: 16, severity }}
          change={(meanSentence) => set({ meanSentence })}
        >
          {(value, put) => (
            <Cell col={4}>
              <NumberLine
                label={t('presence.kit.most-words')}
                error={places.at('voice.meanSentence.max')}
                value={value.max}
                change={(max) => put({ max })}
              />
            </Cell>
          )}
        </Switched>
        <Switched
          label={t('presence.kit.voice.grade')}
          hint={t('presence.kit.voice.grade.hint')}
          value={voice.readingGrade}
          on={{ max: 9, severity }}
          change={(readingGrade) => set({ readingGrade })}
        >
          {(value, put) => (
            <Cell col={4}>
              <NumberLine
                label={t('presence.kit.voice.grade.most')}
                error={places.at('voice.readingGrade.max')}
                value={value.max}
                change={(max) => put({ max })}
              />
            </Cell>
          )}
        </Switched>
        <Switched
          label={t('presence.kit.voice.passive')}
          hint={t('presence.kit.voice.passive.hint')}
          value={voice.passive}
          on={{ maxShare: 0.1, severity }}
          change={(passive) => set({ passive })}
        >
          {(value, put) => (
            <Cell col={4}>
              <NumberLine
                label={t('presence.kit.most-share')}
                error={places.at('voice.passive.maxShare')}
                factor={100}
                value={value.maxShare}
                change={(maxShare) => put({ maxShare })}
              />
            </Cell>
          )}
        </Switched>
        <Switched
          label={t('presence.kit.headings')}
          hint={t('presence.kit.headings.hint')}
          value={kit.headings}
          on={{ severity }}
          change={(headings) => change({ headings })}
        />
      </Stack>
    </Card>
  );
}
