import { Box, Typography } from '@strapi/design-system';
import { channelRules } from '../../../../../src/channels/rules';
import {
  exampleAccount,
  mentionNetworks,
  type Accounts as AccountsOf,
} from '../../../../../src/shared/accounts';
import { TextLine } from '../../../../components/input';
import { useWords } from '../../../../words';
import { Cell, Cells } from './switched';

/** Where posts can name a person or a business, network by network. */
export function Accounts({
  value,
  change,
  errorAt,
}: {
  value: AccountsOf;
  change: (accounts: AccountsOf) => void;
  errorAt: (network: keyof AccountsOf) => string | undefined;
}) {
  const t = useWords();
  const set = (network: keyof AccountsOf, written: string) => {
    const { [network]: _, ...others } = value;
    change(written === '' ? others : { ...others, [network]: written });
  };
  return (
    <Box tag="fieldset" borderWidth={0} padding={0} style={{ minWidth: 0 }}>
      <Typography tag="legend" variant="pi" fontWeight="bold" textColor="neutral800" padding={0}>
        {t('presence.kit.accounts')}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1} paddingBottom={3}>
        {t('presence.kit.accounts.hint')}
      </Typography>
      <Cells>
        {mentionNetworks.map((network) => (
          <Cell key={network}>
            <TextLine
              label={channelRules[network].label}
              placeholder={t('presence.kit.accounts.example', { example: exampleAccount(network) })}
              {...(network === 'linkedin' ? { hint: t('presence.kit.accounts.linkedin.hint') } : {})}
              error={errorAt(network)}
              value={value[network] ?? ''}
              change={(written) => set(network, written)}
            />
          </Cell>
        ))}
        {value.linkedin !== undefined && (
          <Cell>
            <TextLine
              label={t('presence.kit.accounts.linkedinName')}
              hint={t('presence.kit.accounts.linkedinName.hint')}
              error={errorAt('linkedinName')}
              value={value.linkedinName ?? ''}
              change={(written) => set('linkedinName', written)}
            />
          </Cell>
        )}
      </Cells>
    </Box>
  );
}
