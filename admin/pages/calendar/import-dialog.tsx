import { Box, Button, Field, Flex, Modal, Typography } from '@strapi/design-system';
import { Failed } from '../../components/states';
import { useWords } from '../../words';
import { ImportRows } from './import-rows';
import { useImport } from './use-import';

/** A plan from a file: choose it, see every row and what it would do, then do it. */
export function ImportDialog({ close, done }: { close: () => void; done: () => void }) {
  const t = useWords();
  const { step, rows, total, refusal, look, run, again } = useImport(done);
  const good = rows.filter(({ outcome }) => outcome !== 'refuse').length;
  const isBusy = step === 'looking' || step === 'doing';
  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => !isOpen && close()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('presence.calendar.import')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {step === 'choose' && (
              <>
                <Typography tag="p">{t('presence.calendar.import.text')}</Typography>
                <Box tag="pre" background="neutral100" padding={3} hasRadius overflow="auto" tabIndex={0}>
                  <Typography variant="pi" tag="code">
                    {'entry,channel,when,zone,campaign,text\n'}
                    {'api::article.article|k3x…|en,Bluesky,2026-12-24 09:30,Europe/Berlin,Christmas,'}
                  </Typography>
                </Box>
                <Field.Root width="100%">
                  <Field.Label>{t('presence.calendar.import.file')}</Field.Label>
                  <input
                    type="file"
                    accept=".csv,text/csv"
                    aria-label={t('presence.calendar.import.file')}
                    onChange={({ target: { files } }) => files?.[0] && void look(files[0])}
                  />
                </Field.Root>
              </>
            )}
            {refusal && <Failed refusal={refusal} small />}
            <div role="status">
              {isBusy && (
                <Typography>
                  {t(`presence.calendar.import.${step}`, { count: rows.length, total: total || '…' })}
                </Typography>
              )}
              {(step === 'look' || step === 'done') && (
                <Typography fontWeight="semiBold">
                  {t(`presence.calendar.import.${step}.sum`, { good, refused: rows.length - good })}
                </Typography>
              )}
            </div>
            {rows.length > 0 && <ImportRows rows={rows} isDone={step === 'done' || step === 'doing'} />}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={close} disabled={step === 'doing'}>
            {t(step === 'done' ? 'presence.calendar.close' : 'presence.action.cancel')}
          </Button>
          <Flex gap={2}>
            {(step === 'look' || step === 'done') && (
              <Button variant="tertiary" onClick={again}>
                {t('presence.calendar.import.another')}
              </Button>
            )}
            {(step === 'look' || step === 'doing') && (
              <Button loading={step === 'doing'} disabled={good === 0} onClick={() => void run()}>
                {t('presence.calendar.import.run', { count: good })}
              </Button>
            )}
          </Flex>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
