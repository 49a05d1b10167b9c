import { IconButton, Menu } from '@strapi/design-system';
import { More } from '@strapi/icons';
import { useWords } from '../../words';

/** What somebody can say of a finding that does not help them. */
export function FindingMenu({
  of,
  choose,
}: {
  of: string;
  choose: (kind: 'dismissed' | 'false-alarm') => void;
}) {
  const t = useWords();
  return (
    <Menu.Root>
      <Menu.Trigger
        tag={IconButton}
        icon={<More />}
        variant="ghost"
        size="S"
        endIcon={null}
        label={t('presence.find.menu', { place: of })}
      />
      <Menu.Content popoverPlacement="bottom-end">
        <Menu.Item onSelect={() => choose('dismissed')}>{t('presence.find.not-helpful')}</Menu.Item>
        <Menu.Item onSelect={() => choose('false-alarm')}>{t('presence.find.false-alarm')}</Menu.Item>
      </Menu.Content>
    </Menu.Root>
  );
}
