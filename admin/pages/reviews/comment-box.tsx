import { useState } from 'react';
import { Box, Button, Flex } from '@strapi/design-system';
import { mentionOf } from '../../../src/governance/threads/mentions';
import { TextBox } from '../../components/input';
import { Failed } from '../../components/states';
import { refusalOf, type Refusal } from '../../refusal';
import { useWords } from '../../words';
import { Pick } from './filters';
import { usePeople } from './people-picker';

/** Writes a comment; a person is named by choosing them, so that they are told. */
export function CommentBox({
  label,
  send,
  cancel,
}: {
  label: string;
  send: (text: string) => Promise<void>;
  cancel: () => void;
}) {
  const t = useWords();
  const { users } = usePeople();
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const run = async () => {
    setBusy(true);
    try {
      await send(text.trim());
      setText('');
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    setBusy(false);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <TextBox label={label} rows={3} value={text} change={setText} />
      <Box>
        <Pick
          label={t('presence.threads.mention')}
          value={undefined}
          choices={users.map(({ id, name }) => ({ value: id, label: name }))}
          pick={(id) => {
            const named = users.find((one) => one.id === id);
            if (named)
              setText(
                `${text}${text === '' || text.endsWith(' ') ? '' : ' '}${mentionOf(named.id, named.name)} `,
              );
          }}
        />
      </Box>
      {refusal && <Failed refusal={refusal} small />}
      <Flex gap={2}>
        <Button size="S" loading={isBusy} disabled={text.trim() === ''} onClick={() => void run()}>
          {t('presence.threads.send')}
        </Button>
        <Button size="S" variant="tertiary" onClick={cancel}>
          {t('presence.action.cancel')}
        </Button>
      </Flex>
    </Flex>
  );
}
