import { useIntl } from 'react-intl';
import { Accordion, Box } from '@strapi/design-system';
import type { VersionView } from '../../../../src/governance/workflow/views';
import { Card } from '../../../components/card';
import { useWords } from '../../../words';
import { Changes } from './changes';

/** Every version, newest first, with what changed in it. */
export function History({ versions }: { versions: readonly VersionView[] }) {
  const t = useWords();
  const intl = useIntl();
  const timeOf = (at: number) => intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Card title={t('presence.workflows.history')}>
      <Accordion.Root size="M">
        {versions.map(({ version, at, by, differences }) => (
          <Accordion.Item key={version} value={String(version)}>
            <Accordion.Header>
              <Accordion.Trigger
                description={t('presence.workflows.by', { name: by?.name, time: timeOf(at) })}
              >
                {t('presence.workflows.version', { version })}
              </Accordion.Trigger>
            </Accordion.Header>
            <Accordion.Content>
              <Box padding={5}>
                <Changes differences={differences} />
              </Box>
            </Accordion.Content>
          </Accordion.Item>
        ))}
      </Accordion.Root>
    </Card>
  );
}
