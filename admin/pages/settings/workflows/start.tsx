import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useSearchParams } from 'react-router-dom';
import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useApi } from '../../../api';
import { Loaded } from '../../../components/states';
import { useLoad } from '../../../use-load';
import { useWords } from '../../../words';

/** Chooses what a new workflow begins with. */
export function Start({ close }: { close: () => void }) {
  const t = useWords();
  const api = useApi();
  const { locale } = useIntl();
  const [, go] = useSearchParams();
  const load = useLoad(
    useCallback(() => api.workflowTemplates(locale.startsWith('de') ? 'de' : 'en'), [api, locale]),
  );
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('presence.workflows.start')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Loaded load={load} small>
            {(templates) => (
              <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
                {templates.map(({ definition, about }) => (
                  <Flex
                    key={definition.key}
                    tag="li"
                    gap={4}
                    justifyContent="space-between"
                    alignItems="center"
                    padding={4}
                    background="neutral100"
                    hasRadius
                    wrap={{ initial: 'wrap', medium: 'nowrap' }}
                  >
                    <Box>
                      <Typography tag="h3" fontWeight="bold">
                        {definition.name}
                      </Typography>
                      <Typography tag="p" variant="pi" textColor="neutral600">
                        {about}
                      </Typography>
                    </Box>
                    <Button
                      variant="secondary"
                      size="S"
                      aria-label={t('presence.workflows.take', { name: definition.name })}
                      onClick={() => go({ from: definition.key })}
                    >
                      {t('presence.workflows.take-short')}
                    </Button>
                  </Flex>
                ))}
              </Flex>
            )}
          </Loaded>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
