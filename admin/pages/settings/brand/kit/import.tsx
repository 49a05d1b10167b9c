import { useState } from 'react';
import { Box, Typography } from '@strapi/design-system';
import { readBrandFile } from '../../../../../src/brand/catalogue/brands/brand-file';
import type { BrandView } from '../../../../../src/brand/catalogue/schema';
import type { Brand } from '../../../../../src/brand/schema';
import { Ask } from '../../../../components/ask';
import { Labelled } from '../../../../components/input';
import { useWords } from '../../../../words';
import { changesOf, merged, type BrandChange } from './brands';
import { sectionWith } from './sections';

/** Takes brands from a JSON file into the form: says what is wrong with the file, or what it would change. */
export function Import({
  now,
  take,
  close,
}: {
  now: readonly BrandView[];
  take: (brands: readonly BrandView[]) => void;
  close: () => void;
}) {
  const t = useWords();
  const [brands, setBrands] = useState<readonly Brand[]>([]);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const read = async (file: File | undefined) => {
    const found = file ? readBrandFile(await file.text()) : { brands: [], problems: [] };
    setBrands(found.brands);
    setProblems(found.problems);
  };
  const changes = changesOf(now, brands);
  return (
    <Ask
      title={t('presence.kit.import')}
      confirm={t('presence.kit.import.take')}
      isConfirmDisabled={changes.every(({ kind }) => kind === 'same')}
      act={async () => take(merged(now, brands))}
      close={close}
    >
      <Labelled label={t('presence.kit.import.file')} hint={t('presence.kit.import.hint')}>
        <input
          type="file"
          accept="application/json,.json"
          aria-label={t('presence.kit.import.file')}
          onChange={(event) => void read(event.target.files?.[0])}
        />
      </Labelled>
      <Box role="status">
        {problems.length > 0 && (
          <Box padding={3} background="danger100" hasRadius>
            <Typography tag="p" textColor="danger700">
              {t('presence.kit.import.wrong', { count: problems.length })}
            </Typography>
            <Box tag="ul">
              {problems.slice(0, 20).map((problem) => (
                <Typography key={problem} tag="li" variant="pi" textColor="danger700">
                  {problem}
                </Typography>
              ))}
            </Box>
          </Box>
        )}
        {changes.map((change) => (
          <Change
            key={change.key}
            change={change}
            isFixed={now.some(({ key, from }) => key === change.key && from === 'file')}
          />
        ))}
      </Box>
    </Ask>
  );
}

function Change({ change: { name, kind, parts }, isFixed }: { change: BrandChange; isFixed: boolean }) {
  const t = useWords();
  const sayingOf = ({ part, before, after }: BrandChange['parts'][number]): string => {
    const name = t(`presence.kit.section.${sectionWith(part)}`);
    return after === null && before === null
      ? t('presence.kit.import.part', { part: name })
      : t('presence.kit.import.list', { part: name, before: before ?? 0, after: after ?? 0 });
  };
  return (
    <Box paddingBottom={3}>
      <Typography tag="h3" variant="omega" fontWeight="bold">
        {t(isFixed ? 'presence.kit.import.fixed' : `presence.kit.import.${kind}`, { name })}
      </Typography>
      {!isFixed && (
        <Box tag="ul">
          {[...new Set(parts.map(sayingOf))].map((said) => (
            <Typography key={said} tag="li" variant="pi">
              {said}
            </Typography>
          ))}
        </Box>
      )}
    </Box>
  );
}
