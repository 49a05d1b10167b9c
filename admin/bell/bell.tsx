import { lazy, Suspense, type ComponentPropsWithoutRef } from 'react';
import { Bell as Icon } from '@strapi/icons';

const CountedBell = lazy(() => import('./counted-bell'));

/** The icon of “My notices” in Strapi's menu. The count comes after the page, which does not wait for it. */
export const Bell = (props: ComponentPropsWithoutRef<typeof Icon>) => (
  <Suspense fallback={<Icon {...props} />}>
    <CountedBell {...props} />
  </Suspense>
);
