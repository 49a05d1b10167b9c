import { useCallback } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { refusalOf } from '../refusal';

/** Saves what the server answers as a file: a blob as it is, anything else as JSON. Says why when it refuses. */
export function useDownload(): (load: () => Promise<unknown>, name: string) => Promise<void> {
  const { toggleNotification } = useNotification();
  return useCallback(
    async (load, name) => {
      try {
        const answer = await load();
        const file =
          answer instanceof Blob
            ? answer
            : new Blob([JSON.stringify(answer, null, 2)], { type: 'application/json' });
        const address = URL.createObjectURL(file);
        const link = Object.assign(document.createElement('a'), { href: address, download: name });
        link.click();
        URL.revokeObjectURL(address);
      } catch (error) {
        toggleNotification({ type: 'danger', message: refusalOf(error).message });
      }
    },
    [toggleNotification],
  );
}
