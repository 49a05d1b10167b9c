import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type { BrandView } from '../../../../../src/brand/catalogue/schema';
import { Ask } from '../../../../components/ask';
import { TextLine } from '../../../../components/input';
import { useWords } from '../../../../words';

/** The brands of the business in their order, and a way to one more. */
export function BrandTabs({
  brands,
  here,
  wrongIn,
  go,
  add,
}: {
  brands: readonly BrandView[];
  /** Its place among them. */
  here: number;
  wrongIn: (index: number) => number;
  go: (at: number) => void;
  add: (name: string) => void;
}) {
  const t = useWords();
  const [name, setName] = useState<string>();
  return (
    <Flex tag="nav" aria-label={t('presence.kit.brands')} gap={2} wrap="wrap">
      {brands.map((brand, index) => {
        const isHere = index === here;
        const wrong = wrongIn(index);
        return (
          <Button
            key={index}
            variant={wrong > 0 ? 'danger-light' : isHere ? 'secondary' : 'tertiary'}
            {...(isHere ? { 'aria-current': 'page' as const } : {})}
            onClick={() => go(index)}
          >
            {wrong > 0
              ? `${brand.name || brand.key} · ${t('presence.kit.wrong', { count: wrong })}`
              : brand.name || brand.key}
          </Button>
        );
      })}
      <Button variant="ghost" startIcon={<Plus />} onClick={() => setName('')}>
        {t('presence.kit.brands.add')}
      </Button>
      {name !== undefined && (
        <Ask
          title={t('presence.kit.brands.add')}
          confirm={t('presence.kit.brands.add')}
          isConfirmDisabled={name.trim() === ''}
          act={async () => add(name.trim())}
          close={() => setName(undefined)}
        >
          <TextLine
            label={t('presence.kit.brand.name')}
            hint={t('presence.kit.brands.add.hint')}
            value={name}
            change={setName}
          />
        </Ask>
      )}
    </Flex>
  );
}
