import type { ReactNode } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Check, Download, Magic, Upload } from '@strapi/icons';
import type { BrandsView } from '../../../../../src/brand/catalogue/schema';
import { PageFrame } from '../../../../components/page-frame';
import { Failed } from '../../../../components/states';
import { Unsaved } from '../../../../components/unsaved';
import { useDownload } from '../../../../components/use-download';
import type { FieldProblem, Refusal } from '../../../../refusal';
import { useWords } from '../../../../words';
import { toSave } from './brands';

/** Head with what can be done with the kit as a whole, and what the server said about the last try. */
export function KitFrame({
  form,
  all,
  isFixed,
  openImport,
  openProposal,
  lost,
  wrong,
  tabs,
  children,
}: {
  form: { isChanged: boolean; isBusy: boolean; save: () => Promise<void> };
  all: BrandsView;
  isFixed: boolean;
  openImport: () => void;
  openProposal: () => void;
  /** What went wrong at no place of the form. */
  lost: Refusal | undefined;
  /** What went wrong at its places: they say it themselves, here it is counted. */
  wrong: readonly FieldProblem[];
  tabs: ReactNode;
  children: ReactNode;
}) {
  const t = useWords();
  const download = useDownload();
  // Of the brands as a whole; what is wrong in one of them stands at its field.
  const homeless = wrong.filter(({ path }) => !/^brands\[\d+\]\./.test(path));
  return (
    <PageFrame
      title={t('presence.kit.title')}
      subtitle={t('presence.kit.subtitle')}
      action={
        <Flex gap={2} wrap="wrap">
          <Button variant="tertiary" startIcon={<Upload />} onClick={openImport}>
            {t('presence.kit.import')}
          </Button>
          <Button
            variant="tertiary"
            startIcon={<Download />}
            onClick={() => void download(() => Promise.resolve(toSave(all)), 'brands.json')}
          >
            {t('presence.kit.export')}
          </Button>
          <Button variant="secondary" startIcon={<Magic />} disabled={isFixed} onClick={openProposal}>
            {t('presence.proposal.open')}
          </Button>
          <Button
            startIcon={<Check />}
            disabled={!form.isChanged}
            loading={form.isBusy}
            onClick={() => void form.save()}
          >
            {t('presence.action.save')}
          </Button>
        </Flex>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Unsaved when={form.isChanged} />
        {lost && <Failed refusal={lost} small />}
        {wrong.length > 0 && (
          <Box padding={3} background="danger100" borderColor="danger200" hasRadius role="alert">
            <Typography tag="p" textColor="danger700">
              {t('presence.kit.wrong.all', { count: wrong.length })}
            </Typography>
            {homeless.length > 0 && (
              <Box tag="ul">
                {homeless.map(({ path, message }) => (
                  <Typography key={`${path} ${message}`} tag="li" variant="pi" textColor="danger700">
                    {message}
                  </Typography>
                ))}
              </Box>
            )}
          </Box>
        )}
        <Flex justifyContent="space-between" gap={3} wrap="wrap">
          {tabs}
          <Typography tag="p" textColor="neutral600" role="status">
            {form.isBusy
              ? t('presence.kit.saving')
              : form.isChanged && wrong.length === 0 && !lost && t('presence.kit.unsaved')}
          </Typography>
        </Flex>
        {children}
      </Flex>
    </PageFrame>
  );
}
