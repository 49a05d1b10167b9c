import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { BulkInput, BulkView } from '../../src/publishing/calendar/bulk';
import type { PublicationAction, PublicationView } from '../../src/publishing/schema';
import type { When } from '../../src/publishing/time/when';
import { useCalendarApi } from '../calendar-api';
import { refusalOf, type Refusal } from '../refusal';
import { useWords } from '../words';
import { Ask } from './ask';
import { ChosenBar, ChosenResult } from './chosen';
import { TextLine } from './input';
import { isAnythingDone, RecallMeaning, RecallReason } from './recall';
import { isTimeQuestion, localTimeOf, TimeChoice } from './time-choice';
import { ownZone } from './zone-field';

type Task = BulkInput['action'];

/** What a single publication has to allow, so that the act makes sense for it. */
const needs: Readonly<Record<Task, PublicationAction>> = {
  shift: 'reschedule',
  reschedule: 'reschedule',
  retry: 'retry',
  cancel: 'cancel',
  recall: 'recall',
};
const tasks = Object.keys(needs) as readonly Task[];

/** What can be done with the chosen publications at once; each is judged for itself, and what was refused is listed. */
export function PublicationBulk({ rows, done }: { rows: readonly PublicationView[]; done: () => void }) {
  const t = useWords();
  const [task, setTask] = useState<Task>();
  const [answers, setAnswers] = useState<BulkView['answers']>([]);
  return (
    <>
      {rows.length > 0 && (
        <ChosenBar
          label={t('presence.publications.bulk.label')}
          said={t('presence.publications.chosen', { count: rows.length })}
        >
          {tasks
            .filter((one) => rows.some(({ actions }) => actions.includes(needs[one])))
            .map((one) => (
              <Button
                key={one}
                size="S"
                variant={isGrave(one) ? 'danger-light' : 'tertiary'}
                onClick={() => setTask(one)}
              >
                {t(`presence.bulk.${one}`)}
              </Button>
            ))}
        </ChosenBar>
      )}
      <ChosenResult answers={answers} />
      {task && (
        <BulkDialog
          task={task}
          rows={rows}
          close={() => setTask(undefined)}
          finished={(view) => {
            setAnswers(view.answers);
            done();
          }}
        />
      )}
    </>
  );
}

function BulkDialog({
  task,
  rows,
  close,
  finished,
}: {
  task: Task;
  rows: readonly PublicationView[];
  close: () => void;
  finished: (view: BulkView) => void;
}) {
  const t = useWords();
  const api = useCalendarApi();
  // Of what is chosen only that is taken back which went out.
  const meant = task === 'recall' ? rows.filter(({ actions }) => actions.includes('recall')) : rows;
  const keys = meant.map(({ key }) => key);
  const [reason, setReason] = useState('');
  const [days, setDays] = useState('1');
  const [hours, setHours] = useState('0');
  const [when, setWhen] = useState<When>(() => ({
    kind: 'at',
    local: localTimeOf(Date.now() + 86_400_000, ownZone()),
    zone: ownZone(),
  }));
  const [question, setQuestion] = useState<Refusal>();
  const isReady =
    task === 'shift' ? isShift(Number(days), Number(hours)) : task !== 'recall' || isAnythingDone(meant);
  const request = (): BulkInput => {
    switch (task) {
      case 'shift':
        return { action: 'shift', keys, days: Number(days), minutes: Math.round(Number(hours) * 60) };
      case 'reschedule':
        return { action: 'reschedule', keys, when };
      case 'recall':
        return { action: 'recall', keys, reason };
      case 'cancel':
      case 'retry':
        return { action: task, keys };
    }
  };
  return (
    <Ask
      title={t(`presence.bulk.${task}`)}
      confirm={t('presence.publications.bulk.confirm', { count: keys.length })}
      variant={isGrave(task) ? 'danger-light' : 'default'}
      isConfirmDisabled={!isReady}
      close={close}
      act={async () => {
        try {
          finished(await api.bulk(request()));
        } catch (error) {
          const refusal = refusalOf(error);
          setQuestion(isTimeQuestion(refusal) ? refusal : undefined);
          throw error;
        }
      }}
    >
      <Typography tag="p">{t(`presence.bulk.${task}.text`, { count: keys.length })}</Typography>
      {task === 'shift' && (
        <Flex gap={4} wrap="wrap">
          <Box flex="1 1 12rem">
            <TextLine type="number" label={t('presence.bulk.shift.days')} value={days} change={setDays} />
          </Box>
          <Box flex="1 1 12rem">
            <TextLine type="number" label={t('presence.bulk.shift.hours')} value={hours} change={setHours} />
          </Box>
        </Flex>
      )}
      {task === 'recall' && (
        <>
          <RecallMeaning rows={meant} />
          <RecallReason value={reason} change={setReason} />
        </>
      )}
      {task === 'reschedule' && <TimeChoice value={when} change={setWhen} refusal={question} />}
    </Ask>
  );
}

const isGrave = (task: Task): boolean => task === 'cancel' || task === 'recall';

/** As the server takes it: some time, up to a year of days and a day of hours. */
const isShift = (days: number, hours: number): boolean =>
  Number.isInteger(days) &&
  Number.isFinite(hours) &&
  Math.abs(days) <= 366 &&
  Math.abs(hours) <= 24 &&
  (days !== 0 || Math.round(hours * 60) !== 0);
