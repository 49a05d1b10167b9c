import { Suspense, lazy } from 'react';
import { Route, Routes, Navigate } from 'react-router-dom';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Waiting } from '../components/states';
import { rights } from '../plugin';
import { WithWords } from '../words';
import { Navigation, PhoneNavigation } from './navigation';
import { Overview } from './overview';

const Publications = lazy(() => import('./publications'));
const Calendar = lazy(() => import('./calendar'));
const Campaigns = lazy(() => import('./campaigns'));
const Campaign = lazy(() => import('./campaign'));
const Channels = lazy(() => import('./channels'));
const Subscribers = lazy(() => import('./subscribers'));
const Insights = lazy(() => import('./insights'));
const Record = lazy(() => import('./record'));
const NeedsYou = lazy(() => import('./reviews'));
const Board = lazy(() => import('./reviews/board'));
const Uncovered = lazy(() => import('./uncovered'));
const Review = lazy(() => import('./reviews/review'));
const PracticePosts = lazy(() => import('./practice'));
const Life = lazy(() => import('./lifecycle'));
const BrandReport = lazy(() => import('./brand'));
const Operations = lazy(() => import('./operations'));
const Oversight = lazy(() => import('./oversight'));

/** Everything behind the menu link. Each page comes when it is opened. */
export default function App() {
  return (
    <WithWords fallback={<Page.Loading />}>
      <Page.Protect permissions={rights('read')}>
        <Layouts.Root sideNav={<Navigation />}>
          <PhoneNavigation />
          <Suspense fallback={<Waiting />}>
            <Routes>
              <Route index element={<Overview />} />
              <Route path="reviews" element={<NeedsYou />} />
              <Route path="reviews/board" element={<Board />} />
              <Route path="reviews/entry" element={<Review />} />
              <Route path="governance/uncovered" element={<Uncovered />} />
              <Route path="calendar" element={<Calendar />} />
              <Route path="publications" element={<Publications />} />
              <Route path="campaigns" element={<Campaigns />} />
              <Route path="campaigns/new" element={<Campaign />} />
              <Route path="campaigns/:key" element={<Campaign />} />
              <Route path="channels" element={<Channels />} />
              <Route path="practice" element={<PracticePosts />} />
              <Route path="subscribers" element={<Subscribers />} />
              <Route path="insights" element={<Insights />} />
              <Route path="life" element={<Life />} />
              <Route path="brand" element={<BrandReport />} />
              <Route path="operations" element={<Operations />} />
              <Route path="oversight" element={<Oversight />} />
              <Route path="record" element={<Record />} />
              <Route path="*" element={<Navigate to="/plugins/presence" replace />} />
            </Routes>
          </Suspense>
        </Layouts.Root>
      </Page.Protect>
    </WithWords>
  );
}
