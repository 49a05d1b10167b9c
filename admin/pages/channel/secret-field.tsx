import { Button, Flex } from '@strapi/design-system';
import type { OwnSecretField } from '../../../src/channels/own/fields';
import { TextLine } from '../../components/input';
import { useWords } from '../../words';
import { newSigningSecret, xKeys, type ChannelDraft, type FieldsProps } from './draft';

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
  if (draft.kind === 'x') {
    const parts = xKeys.map((name, index) => ({
      ...{ name, label: t(`presence.channels.secret.x.${name}`), required: false },
      hint: index === 0 ? t('presence.channels.secret.x.hint') : '',
    }));
    return <SecretParts {...{ parts, draft, change, hasSecret, errorAt }} />;
  }
  if (draft.kind === 'own')
    return <SecretParts parts={draft.own?.secret ?? []} {...{ draft, change, hasSecret, errorAt }} />;
  const error = [
    '',
    '.appPassword',
    '.accessToken',
    '.webhookUrl',
    '.botToken',
    '.signingSecret',
    '.password',
  ]
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

/** A secret of several parts, such as the four keys of an app of X: all are written anew together. */
function SecretParts({
  parts,
  draft,
  change,
  hasSecret,
  errorAt,
}: FieldsProps<ChannelDraft> & { hasSecret: boolean; parts: readonly OwnSecretField[] }) {
  const t = useWords();
  const { secretParts, isSecretRemoved } = draft;
  const isKept = hasSecret && !isSecretRemoved;
  return (
    <>
      {parts.map(({ name, label, hint, required }, index) => (
        <TextLine
          key={name}
          type="password"
          autoComplete="new-password"
          label={label}
          hint={index === 0 && isKept ? t('presence.channels.secret.kept') : hint}
          required={required && !isKept}
          error={errorAt(`secret.${name}`) ?? (index === 0 ? errorAt('secret') : undefined)}
          value={secretParts[name] ?? ''}
          change={(value) =>
            change({ ...draft, secretParts: { ...secretParts, [name]: value }, isSecretRemoved: false })
          }
        />
      ))}
      {hasSecret && (
        <Flex>
          <Button
            size="S"
            variant="danger-light"
            disabled={isSecretRemoved}
            onClick={() => change({ ...draft, secretParts: {}, isSecretRemoved: true })}
          >
            {t(isSecretRemoved ? 'presence.channels.secret.removed' : 'presence.channels.secret.remove')}
          </Button>
        </Flex>
      )}
    </>
  );
}
