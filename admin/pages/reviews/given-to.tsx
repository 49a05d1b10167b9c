import { useCallback, useState } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import type { AssignmentsView } from '../../../src/governance/board/schema';
import type { EntryKey } from '../../../src/shared/entry-key';
import { useApi } from '../../api';
import { Labelled, TextLine } from '../../components/input';
import { Failed, Loaded } from '../../components/states';
import { refusalOf, type Refusal } from '../../refusal';
import { useLoad } from '../../use-load';
import { useRights } from '../../use-rights';
import { useWords } from '../../words';
import { Due } from './facts';
import { PeoplePicker } from './people-picker';

/** Who has the entry, and until when; saved as it is chosen. */
export function GivenTo({ entry }: { entry: EntryKey }) {
  const t = useWords();
  const api = useApi();
  const may = useRights();
  const load = useLoad(useCallback(() => api.assignees(entry), [api, entry]));
  const [refusal, setRefusal] = useState<Refusal>();
  const save = (work: Promise<AssignmentsView>) => {
    setRefusal(undefined);
    work.then(load.put, (error: unknown) => setRefusal(refusalOf(error)));
  };
  return (
    <Loaded load={load} small>
      {(view) => (
        <Flex direction="column" alignItems="stretch" gap={4}>
          {may('review.assign') ? (
            <>
              <Labelled label={t('presence.reviews.assignees')}>
                <PeoplePicker
                  value={view.assignees.map(({ principal }) => principal)}
                  change={(principals) => save(api.assign(entry, principals))}
                />
              </Labelled>
              <TextLine
                type="date"
                label={t('presence.reviews.due-on')}
                hint={t('presence.reviews.due-on.hint')}
                value={view.dueOn ?? ''}
                change={(day) => save(api.setDue(entry, day === '' ? null : day))}
              />
            </>
          ) : (
            <Typography tag="p">
              {view.assignees.map(({ name }) => name).join(', ') || t('presence.reviews.assignees.none')}
            </Typography>
          )}
          <Due {...view} />
          {refusal && <Failed refusal={refusal} small />}
        </Flex>
      )}
    </Loaded>
  );
}
