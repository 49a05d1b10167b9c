import { DesignSystemProvider, darkTheme, lightTheme } from '@strapi/design-system';
import { render, screen } from '@testing-library/react';
import { IntlProvider } from 'react-intl';
import { TextLine } from '../../admin/components/input';

describe('the field of a time', () => {
  it.each([
    ['light', lightTheme],
    ['dark', darkTheme],
  ])('is drawn for the %s theme by the browser', (scheme, theme) => {
    render(
      <DesignSystemProvider locale="en" theme={theme}>
        <IntlProvider locale="en">
          <TextLine type="datetime-local" label="When" value="" change={() => undefined} />
        </IntlProvider>
      </DesignSystemProvider>,
    );
    expect(screen.getByLabelText('When').style.getPropertyValue('color-scheme')).toBe(scheme);
  });
});
