import type { ReactNode } from 'react';
import { DesignSystemProvider } from '@strapi/design-system';
import { render } from '@testing-library/react';
import { IntlProvider } from 'react-intl';
import { MemoryRouter } from 'react-router-dom';
import en from '../../admin/translations/en.json';
import kit from '../../admin/translations/kit.en.json';
import shell from '../../admin/translations/shell.en.json';
import times from '../../admin/translations/times.en.json';

/** Shows something as the admin would: in English, in the light theme. */
export const show = (content: ReactNode) =>
  render(
    <DesignSystemProvider locale="en">
      <IntlProvider locale="en" messages={{ ...en, ...kit, ...shell, ...times }} timeZone="Europe/Berlin">
        <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
          {content}
        </MemoryRouter>
      </IntlProvider>
    </DesignSystemProvider>,
  );
