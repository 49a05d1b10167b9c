import type { Corrected } from '../../src/channels/channel';
import type { Actor } from '../../src/shared/actor';
import type { CorrectionRow } from '../stores/corrections';
import type { PublicationRow } from '../stores/publication-row';
import type { Deed } from './audit';

/** What the record says of a correction. */
export const deedOf = (row: PublicationRow, kind: Deed['kind'], actor: Actor, details: object): Deed => ({
  ...{ kind, actor, entry: row.entry, seal: row.entrySeal },
  details: { publication: row.key, campaign: row.campaign, channel: row.channel, ...details },
});

/** What became of it on its channel, so that somebody can prove it later. */
export const receiptOf = (row: PublicationRow, one: CorrectionRow, outcome: Corrected): Deed => {
  const { kind, code, message, sent } = outcome;
  const remote = outcome.kind === 'corrected' ? outcome.remote : undefined;
  return deedOf(
    row,
    'publication.corrected',
    { kind: 'scheduler' },
    {
      ...{ became: kind, code, message, from: row.copySeal, to: one.copySeal },
      ...{ answer: remote?.remoteId ?? row.remoteId, sha256: sent?.sha256 ?? null },
    },
  );
};
