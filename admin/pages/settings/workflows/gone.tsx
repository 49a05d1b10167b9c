import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { Gone as Missing, NamesView } from '../../../../src/governance/workflow/views';
import { useApi } from '../../../api';
import { Choice } from '../../../components/input';
import { Failed } from '../../../components/states';
import { refusalOf, type Refusal } from '../../../refusal';
import { useWords } from '../../../words';
import { usePrincipalNames } from './principals';

/** Somebody whom workflows name and who is not there any more: replaced everywhere at once. */
export function Gone({ gone, names, done }: { gone: Missing; names: NamesView; done: () => void }) {
  const t = useWords();
  const api = useApi();
  const nameOf = usePrincipalNames(names);
  const options = [
    ...names.roles.map(({ code }) => `role:${code}`),
    ...names.users.map(({ email }) => `user:${email}`),
  ];
  const [next, setNext] = useState(options[0] ?? '');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const replace = async () => {
    setBusy(true);
    try {
      await api.replaceInWorkflows(gone.principal, next);
      done();
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    setBusy(false);
  };
  return (
    <Box padding={4} background="warning100" borderColor="warning200" hasRadius role="status">
      <Flex gap={4} alignItems="flex-end" wrap="wrap">
        <Box flex="1 1 24rem">
          <Typography textColor="neutral800">
            {t('presence.workflows.gone', {
              name: nameOf(gone.principal),
              workflows: gone.workflows.map(({ name }) => name).join(', '),
            })}
          </Typography>
        </Box>
        <Box flex="0 1 24rem">
          <Choice
            label={t('presence.workflows.gone.next')}
            value={next}
            options={options.map((value) => ({ value, label: nameOf(value) }))}
            change={setNext}
          />
        </Box>
        <Button loading={isBusy} disabled={next === ''} onClick={() => void replace()}>
          {t('presence.workflows.gone.replace')}
        </Button>
      </Flex>
      {refusal && <Failed refusal={refusal} small />}
    </Box>
  );
}
