import { useState } from 'react';
import { Button, Typography } from '@strapi/design-system';
import type { BulkRequest, BulkView, WaitingCard } from '../../../src/governance/board/schema';
import { useApi } from '../../api';
import { Ask } from '../../components/ask';
import { ChosenBar, ChosenResult } from '../../components/chosen';
import { Labelled, TextBox, TextLine } from '../../components/input';
import { useRights } from '../../use-rights';
import { useWords } from '../../words';
import { PeoplePicker } from './people-picker';

type Task = 'approve' | 'request-changes' | 'assign' | 'due';

/** What can be done with the chosen entries at once; each is judged for itself, and what was refused is listed. */
export function BulkBar({ rows, done }: { rows: readonly WaitingCard[]; done: () => void }) {
  const t = useWords();
  const may = useRights();
  const [task, setTask] = useState<Task>();
  const [answers, setAnswers] = useState<BulkView['answers']>([]);
  const tasks: readonly Task[] = [
    ...(may('review.approve') ? (['approve', 'request-changes'] as const) : []),
    ...(may('review.assign') ? (['assign', 'due'] as const) : []),
  ];
  return (
    <>
      {rows.length > 0 && tasks.length > 0 && (
        <ChosenBar label={t('presence.bulk.label')} said={t('presence.bulk.chosen', { count: rows.length })}>
          {tasks.map((one) => (
            <Button
              key={one}
              size="S"
              variant={one === 'approve' ? 'default' : 'tertiary'}
              onClick={() => setTask(one)}
            >
              {t(`presence.bulk.${one}`)}
            </Button>
          ))}
        </ChosenBar>
      )}
      <ChosenResult
        said="presence.bulk.done"
        answers={answers.map(({ entry, ...answer }) => ({ key: entry, ...answer }))}
      />
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
  rows: readonly WaitingCard[];
  close: () => void;
  finished: (view: BulkView) => void;
}) {
  const t = useWords();
  const api = useApi();
  const [comment, setComment] = useState('');
  const [people, setPeople] = useState<readonly string[]>([]);
  const [dueOn, setDueOn] = useState('');
  const isReady =
    task === 'approve' ||
    (task === 'request-changes' && comment.trim() !== '') ||
    (task === 'assign' && people.length > 0) ||
    (task === 'due' && dueOn !== '');
  const request = (): BulkRequest => {
    const entries = rows.map(({ uid, documentId, locale }) => ({ entry: { uid, documentId, locale } }));
    switch (task) {
      case 'assign':
        return { action: 'assign', entries, assignees: [...people] };
      case 'due':
        return { action: 'due', entries, dueOn };
      case 'approve':
      case 'request-changes':
        return {
          action: 'decide',
          kind: task,
          comment: comment.trim() || null,
          entries: rows.map(({ uid, documentId, locale, seal, copies }) => ({
            entry: { uid, documentId, locale },
            seal,
            copies,
          })),
        };
    }
  };
  return (
    <Ask
      title={t(`presence.bulk.${task}`)}
      confirm={t('presence.bulk.confirm', { count: rows.length })}
      isConfirmDisabled={!isReady}
      close={close}
      act={async () => finished(await api.bulk(request()))}
    >
      <Typography tag="p">{t(`presence.bulk.${task}.text`, { count: rows.length })}</Typography>
      {(task === 'approve' || task === 'request-changes') && (
        <TextBox
          label={t('presence.panel.comment')}
          required={task === 'request-changes'}
          rows={3}
          value={comment}
          change={setComment}
        />
      )}
      {task === 'assign' && (
        <Labelled label={t('presence.reviews.assignees')} required>
          <PeoplePicker value={people} change={setPeople} />
        </Labelled>
      )}
      {task === 'due' && (
        <TextLine type="date" label={t('presence.reviews.due-on')} required value={dueOn} change={setDueOn} />
      )}
    </Ask>
  );
}
