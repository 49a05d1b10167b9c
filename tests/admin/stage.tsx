import type { ReactNode } from 'react';
import { DesignSystemProvider } from '@strapi/design-system';
import { render } from '@testing-library/react';
import { IntlProvider } from 'react-intl';
import { MemoryRouter } from 'react-router-dom';
import de from '../../admin/translations/de.json';
import en from '../../admin/translations/en.json';
import kit from '../../admin/translations/kit.en.json';
import shell from '../../admin/translations/shell.en.json';
import times from '../../admin/translations/times.en.json';

const messages = { en: { ...en, ...kit, ...shell, ...times }, de };
type Language = keyof typeof messages;

/** What stands around something in the admin: in English unless said otherwise, in the light theme. */
export const staged = (content: ReactNode, locale: Language = 'en') => (
  <DesignSystemProvider locale={locale}>
    <IntlProvider locale={locale} messages={messages[locale]} timeZone="Europe/Berlin">
      <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>{content}</MemoryRouter>
    </IntlProvider>
  </DesignSystemProvider>
);

/** Shows something as the admin would. */
export const show = (content: ReactNode, locale?: Language) => render(staged(content, locale));
