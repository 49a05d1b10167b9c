import { DesignSystemProvider } from '@strapi/design-system';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { IntlProvider } from 'react-intl';
import { createMemoryRouter, Link, RouterProvider } from 'react-router-dom';
import { Unsaved } from '../../admin/components/unsaved';
import en from '../../admin/translations/en.json';

const Page = ({ isChanged }: { isChanged: boolean }) => (
  <>
    <Unsaved when={isChanged} />
    <Link to="/away">Away</Link>
    <Link to="/kept" state={{ isKept: true }}>
      Kept
    </Link>
  </>
);

const open = (isChanged: boolean) => {
  const router = createMemoryRouter([
    { path: '/', element: <Page isChanged={isChanged} /> },
    { path: '/away', element: <p>Away from here</p> },
    { path: '/kept', element: <p>The same page</p> },
  ]);
  render(
    <DesignSystemProvider locale="en">
      <IntlProvider locale="en" messages={en}>
        <RouterProvider router={router} />
      </IntlProvider>
    </DesignSystemProvider>,
  );
};
const click = (role: string, name: string) =>
  act(async () => void fireEvent.click(screen.getByRole(role, { name })));

describe('changes that are not saved', () => {
  it('are asked about before the page is left; who stays keeps them', async () => {
    open(true);
    await click('link', 'Away');
    expect(screen.getByText('Leave without saving?')).toBeTruthy();
    await click('button', 'Cancel');
    expect(screen.queryByText('Away from here')).toBeNull();
    await click('link', 'Away');
    await click('button', 'Leave without saving');
    expect(screen.getByText('Away from here')).toBeTruthy();
  });

  it('are not in the way when there are none, or when only the address changes', async () => {
    open(false);
    await click('link', 'Away');
    expect(screen.getByText('Away from here')).toBeTruthy();
  });

  it('do not stop a page that only gets its address', async () => {
    open(true);
    await click('link', 'Kept');
    expect(screen.getByText('The same page')).toBeTruthy();
  });
});
