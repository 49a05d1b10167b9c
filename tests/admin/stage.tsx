import type { ReactNode } from 'react';
import { DesignSystemProvider } from '@strapi/design-system';
import { render } from '@testing-library/react';
import { IntlProvider } from 'react-intl';
import { MemoryRouter } from 'react-router-dom';
import en from '../../admin/translations/en.json';
import shell from '../../admin/translations/shell.en.json';

/** What the browser offers and jsdom does not; the design system asks for it. */
export function setStage(): void {
  Object.assign(window, {
    matchMedia: (query: string) => ({
      matches: false,
      media: query,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      addListener: () => undefined,
      removeListener: () => undefined,
    }),
    ResizeObserver: class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
    IntersectionObserver: class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  });
  Element.prototype.scrollIntoView = () => undefined;
  Element.prototype.hasPointerCapture = () => false;
}

/** Shows something as the admin would: in English, in the light theme. */
export const show = (content: ReactNode) =>
  render(
    <DesignSystemProvider locale="en">
      <IntlProvider locale="en" messages={{ ...en, ...shell }} timeZone="Europe/Berlin">
        <MemoryRouter>{content}</MemoryRouter>
      </IntlProvider>
    </DesignSystemProvider>,
  );
