import { Button, Flex } from '@strapi/design-system';
import { TextLine } from '../../components/input';
import { useWords } from '../../words';
import { newSigningSecret, type ChannelDraft, type FieldsProps } from './draft';

/** The credentials of a channel: written, never shown again. */
export function SecretField({
  draft,
  change,
  hasSecret,
  errorAt,
}: FieldsProps<ChannelDraft> & { hasSecret: boolean }) {
  const t = useWords();
  const isSigned = draft.kind === 'webhook';
  if (draft.kind === 'website' || (draft.kind === 'email' && !draft.settings.smtp)) return null;
  const error = ['', '.appPassword', '.accessToken', '.signingSecret', '.password']
    .map((part) => errorAt(`secret${part}`))
    .find(Boolean);
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <TextLine
        type={isSigned && draft.secretText ? 'text' : 'password'}
        autoComplete="new-password"
        label={t(`presence.channels.secret.${draft.kind}`)}
        hint={t(
          hasSecret && !draft.isSecretRemoved
            ? 'presence.channels.secret.kept'
            : `presence.channels.secret.${draft.kind}.hint`,
        )}
        error={error}
        value={draft.secretText}
        change={(secretText) => change({ ...draft, secretText, isSecretRemoved: false })}
      />
      <Flex gap={2} wrap="wrap">
        {isSigned && (
          <Button
            size="S"
            variant="tertiary"
            onClick={() => change({ ...draft, secretText: newSigningSecret(), isSecretRemoved: false })}
          >
            {t('presence.channels.secret.make')}
          </Button>
        )}
        {hasSecret && (
          <Button
            size="S"
            variant="danger-light"
            disabled={draft.isSecretRemoved}
            onClick={() => change({ ...draft, secretText: '', isSecretRemoved: true })}
          >
            {t(
              draft.isSecretRemoved ? 'presence.channels.secret.removed' : 'presence.channels.secret.remove',
            )}
          </Button>
        )}
      </Flex>
    </Flex>
  );
}
