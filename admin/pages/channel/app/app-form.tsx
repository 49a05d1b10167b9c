import { useState } from 'react';
import { Button, Flex, Link, Typography } from '@strapi/design-system';
import {
  alsoOfApp,
  needsAppSecret,
  type AppInput,
  type AppName,
  type AppView,
} from '../../../../src/channels/connect/apps';
import { useApi } from '../../../api';
import { TextLine, Tick } from '../../../components/input';
import { FormFailed } from '../../../components/states';
import { refusalOf, type Refusal } from '../../../refusal';
import { useErrorAt } from '../../../use-problems';
import { useWords } from '../../../words';
import { ReturnAddresses } from './return-addresses';

/** Where a business registers its app. */
const portals: Readonly<Record<AppName, string>> = {
  linkedin: 'https://www.linkedin.com/developers/apps',
  'google-business': 'https://console.cloud.google.com/apis/credentials',
  pinterest: 'https://developers.pinterest.com/apps/',
  x: 'https://developer.x.com/en/portal/projects-and-apps',
  facebook: 'https://developers.facebook.com/apps/',
  instagram: 'https://developers.facebook.com/apps/',
  threads: 'https://developers.facebook.com/apps/',
};

/** Enters the app that the business registered at a network. Its secret is written and never shown again. */
export function AppForm({
  app,
  network,
  saved,
  cancel,
}: {
  app: AppView;
  network: string;
  saved: (app: AppView) => void;
  /** Left out: there is nothing to go back to. */
  cancel?: () => void;
}) {
  const t = useWords();
  const api = useApi();
  const { name, hasSecret } = app;
  const [clientId, setClientId] = useState(app.clientId);
  const [clientSecret, setClientSecret] = useState('');
  const [alsoScopes, setAlsoScopes] = useState<readonly string[]>(app.alsoScopes);
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setBusy] = useState(false);
  const errorAt = useErrorAt(refusal);
  const also = alsoOfApp(name);
  /** The app of Facebook has rights for two networks. */
  const labelOf = (right: string, purpose: string) =>
    name === 'facebook' && right.startsWith('instagram_')
      ? `${t('presence.channel.instagram')}: ${purpose} (${right})`
      : `${purpose} (${right})`;

  const save = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const input: AppInput = {
        clientId,
        ...(clientSecret.trim() ? { clientSecret } : {}),
        ...(also.length > 0 ? { alsoScopes: [...alsoScopes] } : {}),
      };
      saved(await api.saveConnectApp(name, input));
    } catch (error) {
      setRefusal(refusalOf(error));
      setBusy(false);
    }
  };

  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={4}
      role="group"
      aria-label={t('presence.app.title', { network })}
    >
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography fontWeight="semiBold">{t('presence.app.title', { network })}</Typography>
        <Typography variant="pi" textColor="neutral700">
          {t(app.isUnreadable ? 'presence.app.unreadable' : 'presence.app.text', { network })}
        </Typography>
        <Link href={portals[name]} isExternal>
          {t('presence.app.portal', { network })}
        </Link>
      </Flex>
      <ReturnAddresses returns={app.returns} />
      <TextLine
        label={t('presence.app.id')}
        required
        value={clientId}
        error={errorAt('clientId')}
        change={setClientId}
      />
      <TextLine
        type="password"
        autoComplete="new-password"
        label={t('presence.app.secret')}
        hint={t(
          hasSecret
            ? 'presence.app.secret.kept'
            : needsAppSecret(name)
              ? 'presence.app.secret.hint'
              : 'presence.app.secret.none',
        )}
        required={needsAppSecret(name) && !hasSecret}
        value={clientSecret}
        error={errorAt('clientSecret')}
        change={setClientSecret}
      />
      {also.length > 0 && (
        <Flex
          direction="column"
          alignItems="flex-start"
          gap={2}
          role="group"
          aria-label={t('presence.app.also')}
        >
          <Typography variant="pi" fontWeight="bold">
            {t('presence.app.also')}
          </Typography>
          <Typography variant="pi" textColor="neutral700">
            {t('presence.app.also.hint', { network })}
          </Typography>
          {also.map(([right, purpose]) => (
            <Tick
              key={right}
              label={labelOf(right, t(`presence.app.also.${purpose}`))}
              value={alsoScopes.includes(right)}
              change={(isAsked) =>
                setAlsoScopes(isAsked ? [...alsoScopes, right] : alsoScopes.filter((one) => one !== right))
              }
            />
          ))}
        </Flex>
      )}
      {refusal && <FormFailed refusal={refusal} />}
      <Flex gap={2} wrap="wrap">
        <Button size="S" loading={isBusy} onClick={() => void save()}>
          {t('presence.app.save')}
        </Button>
        {cancel && (
          <Button size="S" variant="tertiary" onClick={cancel}>
            {t('presence.action.cancel')}
          </Button>
        )}
      </Flex>
    </Flex>
  );
}
