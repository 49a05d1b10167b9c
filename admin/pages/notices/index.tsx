import { Suspense, lazy } from 'react';
import { Route, Routes } from 'react-router-dom';
import { Page } from '@strapi/strapi/admin';
import { Waiting } from '../../components/states';
import { rights } from '../../plugin';
import { WithWords } from '../../words';
import { Inbox } from './inbox';

const Preferences = lazy(() => import('./preferences'));

/** Behind the bell: what waits for me, and how I want to be told. */
export default function MyNotices() {
  return (
    <WithWords fallback={<Page.Loading />}>
      <Page.Protect permissions={rights('read')}>
        <Suspense fallback={<Waiting />}>
          <Routes>
            <Route path="preferences" element={<Preferences />} />
            <Route path="*" element={<Inbox />} />
          </Routes>
        </Suspense>
      </Page.Protect>
    </WithWords>
  );
}
