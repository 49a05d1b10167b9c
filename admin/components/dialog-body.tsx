import type { ComponentProps } from 'react';
import { Dialog } from '@strapi/design-system';

/** The body of a dialog: where it is long it scrolls, so that the buttons below stay in reach. */
export const DialogBody = (props: ComponentProps<typeof Dialog.Body>) => (
  <Dialog.Body maxHeight="calc(100vh - 22rem)" overflow="auto" {...props} />
);
