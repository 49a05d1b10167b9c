import { useState, type ReactNode } from 'react';
import { Button, Dialog, Flex, Typography, type ButtonProps } from '@strapi/design-system';
import { refusalOf, type Refusal } from '../refusal';
import { useWords } from '../words';
import { DialogBody } from './dialog-body';
import { Failed } from './states';

/** Asks before something is done; stays open and shows the server's sentence when it is refused. */
export function Ask({
  title,
  confirm,
  variant = 'default',
  isConfirmDisabled = false,
  children,
  act,
  close,
}: {
  title: string;
  confirm: string;
  variant?: ButtonProps['variant'];
  isConfirmDisabled?: boolean;
  children: ReactNode;
  act: () => Promise<unknown>;
  close: () => void;
}) {
  const t = useWords();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const run = async () => {
    setBusy(true);
    try {
      await act();
      close();
    } catch (error) {
      setRefusal(refusalOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Dialog.Content>
        <Dialog.Header>{title}</Dialog.Header>
        <DialogBody>
          <Flex direction="column" alignItems="stretch" gap={4} width="100%">
            {typeof children === 'string' ? <Typography tag="p">{children}</Typography> : children}
            {refusal && <Failed refusal={refusal} small />}
          </Flex>
        </DialogBody>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {t('presence.action.cancel')}
            </Button>
          </Dialog.Cancel>
          <Button
            fullWidth
            variant={variant}
            loading={isBusy}
            disabled={isConfirmDisabled}
            onClick={() => void run()}
          >
            {confirm}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
