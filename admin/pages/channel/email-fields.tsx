import { Grid } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Choice, TextBox, TextLine, YesNo } from '../../components/input';
import { useWords } from '../../words';
import type { ChannelDraft, FieldsProps } from './draft';

type Email = Extract<ChannelDraft, { kind: 'email' }>;
type Smtp = NonNullable<Email['settings']['smtp']>;

const newSmtp: Smtp = {
  host: '',
  port: 587,
  security: 'starttls',
  user: '',
  connections: 5,
  certificate: '',
};

/** Two fields beside each other where there is room. */
const Half = ({ children }: { children: ReactNode }) => (
  <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
    {children}
  </Grid.Item>
);

export function EmailFields({ draft, change, errorAt }: FieldsProps<Email>) {
  const t = useWords();
  const { settings } = draft;
  const set = (part: Partial<Email['settings']>) => change({ ...draft, settings: { ...settings, ...part } });
  const setSmtp = (part: Partial<Smtp>) => settings.smtp && set({ smtp: { ...settings.smtp, ...part } });
  return (
    <>
      <Grid.Root gap={5}>
        <Half>
          <TextLine
            label={t('presence.channels.email.from')}
            required
            error={errorAt('settings.fromName')}
            value={settings.fromName}
            change={(fromName) => set({ fromName })}
          />
        </Half>
        <Half>
          <TextLine
            type="email"
            label={t('presence.channels.email.address')}
            required
            error={errorAt('settings.fromEmail')}
            value={settings.fromEmail}
            change={(fromEmail) => set({ fromEmail })}
          />
        </Half>
      </Grid.Root>
      <TextLine
        type="email"
        label={t('presence.channels.email.reply')}
        hint={t('presence.channels.email.reply.hint')}
        error={errorAt('settings.replyTo')}
        value={settings.replyTo ?? ''}
        change={(replyTo) => set({ replyTo: replyTo || null })}
      />
      <TextBox
        label={t('presence.channels.email.imprint')}
        hint={t('presence.channels.email.imprint.hint')}
        error={errorAt('settings.imprint')}
        rows={2}
        value={settings.imprint}
        change={(imprint) => set({ imprint })}
      />
      <Grid.Root gap={5}>
        <Half>
          <TextLine
            type="number"
            label={t('presence.channels.email.rate')}
            hint={t('presence.channels.email.rate.hint')}
            error={errorAt('settings.rate')}
            value={String(settings.rate)}
            change={(rate) => set({ rate: Number(rate) })}
          />
        </Half>
        <Half>
          <Choice
            label={t('presence.channels.email.uncertain')}
            hint={t('presence.channels.email.uncertain.hint')}
            value={settings.uncertain}
            options={[
              { value: 'hold', label: t('presence.channels.email.uncertain.hold') },
              { value: 'resend', label: t('presence.channels.email.uncertain.resend') },
            ]}
            change={(uncertain) => set({ uncertain })}
          />
        </Half>
      </Grid.Root>
      <YesNo
        label={t('presence.channels.email.smtp')}
        hint={t('presence.channels.email.smtp.hint')}
        value={settings.smtp !== null}
        change={(isOwn) => set({ smtp: isOwn ? newSmtp : null })}
      />
      {settings.smtp && (
        <Grid.Root gap={5}>
          <Half>
            <TextLine
              label={t('presence.channels.email.host')}
              required
              error={errorAt('settings.smtp.host')}
              value={settings.smtp.host}
              change={(host) => setSmtp({ host })}
            />
          </Half>
          <Half>
            <TextLine
              type="number"
              label={t('presence.channels.email.port')}
              error={errorAt('settings.smtp.port')}
              value={String(settings.smtp.port)}
              change={(port) => setSmtp({ port: Number(port) })}
            />
          </Half>
          <Half>
            <Choice
              label={t('presence.channels.email.security')}
              value={settings.smtp.security}
              options={[
                { value: 'starttls', label: t('presence.channels.email.starttls') },
                { value: 'tls', label: t('presence.channels.email.tls') },
                { value: 'none', label: t('presence.channels.email.none') },
              ]}
              change={(security) => setSmtp({ security })}
            />
          </Half>
          <Half>
            <TextLine
              label={t('presence.channels.email.user')}
              error={errorAt('settings.smtp.user')}
              value={settings.smtp.user}
              change={(user) => setSmtp({ user })}
            />
          </Half>
          {settings.smtp.security !== 'none' && (
            <Grid.Item col={12} direction="column" alignItems="stretch">
              <TextBox
                label={t('presence.channels.email.certificate')}
                hint={t('presence.channels.email.certificate.hint')}
                error={errorAt('settings.smtp.certificate')}
                rows={3}
                value={settings.smtp.certificate}
                change={(certificate) => setSmtp({ certificate })}
              />
            </Grid.Item>
          )}
        </Grid.Root>
      )}
    </>
  );
}
