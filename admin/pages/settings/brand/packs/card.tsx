import { useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { Box, Button, Flex, Toggle, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import type { PackView } from '../../../../../src/brand/catalogue/schema';
import { Ask } from '../../../../components/ask';
import { Card } from '../../../../components/card';
import { Failed } from '../../../../components/states';
import { useKitApi } from '../../../../kit-api';
import { refusalOf, type Refusal } from '../../../../refusal';
import { useWords } from '../../../../words';
import { Languages } from '../fields/several';
import { ProblemList } from './problem-list';

/** One pack: how many rules it brings, for which languages, what of it was not taken, and a switch. */
export function PackCard({ pack, changed }: { pack: PackView; changed: () => void }) {
  const t = useWords();
  const intl = useIntl();
  const api = useKitApi();
  const list = useId();
  const [isOpen, setOpen] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const { name, enabled, from, rules, locales, problems, licence, importedAt } = pack;
  const isFixed = from === 'folder';
  const set = async (setting: { enabled?: boolean; locales?: string[] }) => {
    setRefusal(undefined);
    try {
      await api.setPack(name, setting);
      changed();
    } catch (error) {
      setRefusal(refusalOf(error));
    }
  };
  return (
    <Card
      title={name}
      hint={[
        t('presence.packs.rules', { count: rules }),
        licence === null ? t('presence.packs.licence.none') : t('presence.packs.licence', { licence }),
        isFixed
          ? t('presence.packs.folder')
          : importedAt !== null &&
            t('presence.packs.imported', { day: intl.formatDate(importedAt, { dateStyle: 'medium' }) }),
      ]
        .filter(Boolean)
        .join(' · ')}
      action={
        <Box width="14rem">
          <Toggle
            checked={enabled}
            aria-label={t('presence.packs.switch', { name })}
            onLabel={t('presence.kit.on')}
            offLabel={t('presence.kit.off')}
            onChange={(event) => void set({ enabled: event.target.checked })}
          />
        </Box>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        {refusal && <Failed refusal={refusal} small />}
        <Flex gap={5} wrap="wrap" alignItems="flex-start" justifyContent="space-between">
          <Box flex="1 1 24rem" maxWidth={{ medium: '40rem' }}>
            <Languages
              hint={t('presence.packs.languages.hint')}
              value={locales}
              change={(next) => void set({ locales: next })}
            />
          </Box>
          {!isFixed && (
            <Button variant="danger-light" startIcon={<Trash />} onClick={() => setAsking(true)}>
              {t('presence.packs.remove')}
            </Button>
          )}
        </Flex>
        {problems.length > 0 && (
          <Box>
            <Button
              size="S"
              variant="tertiary"
              aria-expanded={isOpen}
              aria-controls={list}
              onClick={() => setOpen(!isOpen)}
            >
              {t('presence.packs.problems', { count: problems.length })}
            </Button>
            <Box id={list} hidden={!isOpen} paddingTop={3}>
              {isOpen && <ProblemList problems={problems} />}
            </Box>
          </Box>
        )}
      </Flex>
      {isAsking && (
        <Ask
          title={t('presence.brand.remove', { name })}
          confirm={t('presence.action.delete')}
          variant="danger"
          close={() => setAsking(false)}
          act={async () => {
            await api.removePack(name);
            changed();
          }}
        >
          <Typography>{t('presence.packs.remove.text', { count: rules })}</Typography>
        </Ask>
      )}
    </Card>
  );
}
