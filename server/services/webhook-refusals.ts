import type { Problem } from '../../src/shared/result';

export const notFound: Problem = {
  code: 'webhook.not-found',
  message: 'The webhook does not exist. It may have been removed: reload the list.',
};

export const deliveryNotPossible: Problem = {
  code: 'webhook.delivery-not-possible',
  message: 'This delivery is still on its way, or it was removed. Reload the list.',
};

export const noKey: Problem = {
  code: 'settings.no-encryption-key',
  message:
    'The webhook was not saved, because Strapi has no key to encrypt its secret. Set admin.secrets.encryptionKey in config/admin.',
};
