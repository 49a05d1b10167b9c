import { useState } from 'react';
import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { TextLine } from '../../components/input';
import { useWords } from '../../words';

/** A secret that was just made: shown now and never again. */
export function Secret({ secret, close }: { secret: string; close: () => void }) {
  const t = useWords();
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(secret).then(
      () => setCopied(true),
      () => undefined, // not allowed here: it can be marked and copied by hand
    );
  };
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Dialog.Content>
        <Dialog.Header>{t('presence.webhooks.secret')}</Dialog.Header>
        <Dialog.Body>
          <Flex direction="column" alignItems="stretch" gap={4} width="100%">
            <Typography>{t('presence.webhooks.secret.text')}</Typography>
            <TextLine label={t('presence.webhooks.secret')} value={secret} change={() => undefined} />
            <Button variant="secondary" startIcon={<Duplicate />} onClick={copy}>
              {t(isCopied ? 'presence.webhooks.secret.copied' : 'presence.webhooks.secret.copy')}
            </Button>
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Button fullWidth onClick={close}>
            {t('presence.webhooks.secret.kept')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
