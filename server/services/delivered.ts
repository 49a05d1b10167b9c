import type { NewTouchpoint } from '../../src/engagement/schema';
import type { PublicationRow } from '../stores/publication-row';

/** The touchpoint of a publication that went out. A mailing counts its recipients one by one: null. */
export const deliveredTouchpoint = (row: PublicationRow, at: number): NewTouchpoint | null =>
  row.kind === 'email'
    ? null
    : {
        at,
        kind: 'delivered',
        entry: row.entry,
        channel: row.kind,
        publication: row.key,
        campaign: row.campaign,
        visitor: null,
        value: 1,
        path: null,
        source: 'engine@1',
      };
