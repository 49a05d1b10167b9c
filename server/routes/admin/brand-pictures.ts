import { allowed, type AdminRoute } from '../route';

export const brandPicturesRoutes: readonly AdminRoute[] = [
  // Who may replace files, the controller tells: managing the brand or changing files in the media library will do.
  allowed('POST', '/brand/pictures/strip', 'brandPictures.strip', 'read'),
];
