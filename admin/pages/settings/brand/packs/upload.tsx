import { useRef, useState, type DragEvent } from 'react';
import { styled } from 'styled-components';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { CloudUpload } from '@strapi/icons';
import type { PackView } from '../../../../../src/brand/catalogue/schema';
import { Failed } from '../../../../components/states';
import { useKitApi } from '../../../../kit-api';
import { refusalOf, type Refusal } from '../../../../refusal';
import { useWords } from '../../../../words';
import { base64Of, mostBytes } from './base64';
import { packProblemsOf } from './problems';
import { ProblemList } from './problem-list';

const Drop = styled.div<{ $isOver: boolean }>`
  padding: 2.4rem;
  border: 2px dashed ${({ theme, $isOver }) => ($isOver ? theme.colors.primary600 : theme.colors.neutral200)};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $isOver }) => ($isOver ? theme.colors.primary100 : theme.colors.neutral0)};
  text-align: center;
`;

type Step =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending'; readonly name: string }
  | { readonly kind: 'taken'; readonly packs: readonly PackView[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unfit'; readonly reason: 'no-zip' | 'too-large' };

/** Takes a zip with a pack, dropped or chosen, and says what became of it. */
export function Upload({ done }: { done: () => void }) {
  const t = useWords();
  const api = useKitApi();
  const input = useRef<HTMLInputElement>(null);
  const [step, setStep] = useState<Step>({ kind: 'waiting' });
  const [isOver, setOver] = useState(false);

  const send = async (file: File | undefined) => {
    if (!file) return;
    if (!/\.zip$/i.test(file.name)) return setStep({ kind: 'unfit', reason: 'no-zip' });
    if (file.size > mostBytes) return setStep({ kind: 'unfit', reason: 'too-large' });
    setStep({ kind: 'sending', name: file.name });
    try {
      const { packs } = await api.uploadPack({ name: file.name, zip: await base64Of(file) });
      setStep({ kind: 'taken', packs });
      done();
    } catch (error) {
      setStep({ kind: 'refused', refusal: refusalOf(error) });
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  };

  return (
    <Drop
      $isOver={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Flex direction="column" gap={3}>
        <CloudUpload aria-hidden width="3.2rem" height="3.2rem" fill="primary600" />
        <Typography tag="p">{t('presence.packs.drop')}</Typography>
        <input
          ref={input}
          type="file"
          accept=".zip,application/zip"
          aria-label={t('presence.packs.choose')}
          hidden
          onChange={(event) => {
            void send(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button variant="secondary" loading={step.kind === 'sending'} onClick={() => input.current?.click()}>
          {t('presence.packs.choose')}
        </Button>
        <Box role="status" width="100%">
          <Standing step={step} />
        </Box>
      </Flex>
    </Drop>
  );
}

function Standing({ step }: { step: Step }) {
  const t = useWords();
  switch (step.kind) {
    case 'waiting':
      return null;
    case 'sending':
      return <Typography>{t('presence.packs.sending', { name: step.name })}</Typography>;
    case 'taken':
      return (
        <Typography textColor="success700">
          {t('presence.packs.taken', {
            name: step.packs.map(({ name }) => name).join(', '),
            rules: step.packs.reduce((sum, { rules }) => sum + rules, 0),
          })}
        </Typography>
      );
    case 'unfit':
      return <Typography textColor="danger600">{t(`presence.packs.unfit.${step.reason}`)}</Typography>;
    case 'refused': {
      const problems = packProblemsOf(step.refusal);
      return (
        <Box textAlign="start">
          <Failed refusal={{ ...step.refusal, problems: [] }} small />
          {problems.length > 0 && (
            <Box paddingTop={3}>
              <ProblemList problems={problems} />
            </Box>
          )}
        </Box>
      );
    }
  }
}
