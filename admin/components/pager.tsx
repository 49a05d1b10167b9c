import { Button, Flex, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import type { Page } from '../../src/shared/page';
import { useWords } from '../words';

/** Where we are in a long list, and the way on. */
export function Pager({ of, go }: { of: Page<unknown>; go: (page: number) => void }) {
  const t = useWords();
  const last = Math.max(1, Math.ceil(of.total / of.pageSize));
  if (last === 1) return null;
  return (
    <Flex
      tag="nav"
      aria-label={t('presence.pager.label')}
      justifyContent="space-between"
      paddingTop={4}
      gap={4}
    >
      <Typography variant="pi" textColor="neutral600">
        {t('presence.pager.place', { page: of.page, last, total: of.total })}
      </Typography>
      <Flex gap={2}>
        <Button
          variant="tertiary"
          size="S"
          startIcon={<ChevronLeft />}
          disabled={of.page <= 1}
          onClick={() => go(of.page - 1)}
        >
          {t('presence.pager.back')}
        </Button>
        <Button
          variant="tertiary"
          size="S"
          endIcon={<ChevronRight />}
          disabled={of.page >= last}
          onClick={() => go(of.page + 1)}
        >
          {t('presence.pager.on')}
        </Button>
      </Flex>
    </Flex>
  );
}
