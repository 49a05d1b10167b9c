import type { ReactNode } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { PageFrame } from '../../components/page-frame';
import { Failed } from '../../components/states';
import { Unsaved } from '../../components/unsaved';
import type { Refusal } from '../../refusal';
import { useWords } from '../../words';

/** Head with the one save button, and what the server said about the last try. */
export function SettingsFrame({
  title,
  subtitle,
  form,
  children,
}: {
  title: string;
  subtitle: string;
  form?: { isChanged: boolean; isBusy: boolean; refusal: Refusal | undefined; save: () => Promise<void> };
  children: ReactNode;
}) {
  const t = useWords();
  return (
    <PageFrame
      title={title}
      subtitle={subtitle}
      action={
        form && (
          <Button
            startIcon={<Check />}
            disabled={!form.isChanged}
            loading={form.isBusy}
            onClick={() => void form.save()}
          >
            {t('presence.action.save')}
          </Button>
        )
      }
    >
      <Flex direction="column" alignItems="stretch" gap={5}>
        {form && <Unsaved when={form.isChanged} />}
        {form?.refusal && <Failed refusal={form.refusal} small />}
        {children}
      </Flex>
    </PageFrame>
  );
}
