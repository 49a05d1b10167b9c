import { allowed, type AdminRoute } from '../route';

export const copyPicturesRoutes: readonly AdminRoute[] = [
  allowed('GET', '/copies/picture-focus', 'copyPictures.focus', 'campaigns.manage'),
  allowed('GET', '/copies/video', 'copyPictures.video', 'campaigns.manage'),
  allowed('POST', '/copies/card/preview', 'copyPictures.previewCard', 'campaigns.manage'),
  allowed('POST', '/copies/card', 'copyPictures.makeCard', 'campaigns.manage'),
];
