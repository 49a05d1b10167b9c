import { csvLine } from '../../shared/csv';
import type { LifeView, Trend } from './schema';

const heads = [
  'entry',
  'type',
  'locale',
  'document id',
  'owner',
  'standing',
  'published',
  'last confirmed',
  'confirmed by',
  'look again on',
  'because',
  'ends on',
  'then',
  'touches before',
  'touches lately',
  'trend',
] as const;

/** The first line of the report as CSV (RFC 4180). */
export const reportHead = (): string => csvLine(heads);

/** One entry as a line of the report; instants in UTC. */
export const reportLine = (view: LifeView): string =>
  csvLine([
    view.title,
    view.uid,
    view.locale ?? '',
    view.documentId,
    view.owner ?? '',
    view.standing,
    new Date(view.publishedAt).toISOString(),
    view.confirmedAt === null ? '' : new Date(view.confirmedAt).toISOString(),
    view.confirmedBy?.name ?? '',
    view.reviewOn ?? '',
    view.because ?? '',
    view.expireOn ?? '',
    view.expireOn === null ? '' : (view.then ?? ''),
    ...touches(view.trend),
    view.trend?.kind ?? '',
  ]);

const touches = (trend: Trend | null): [string, string] =>
  trend && trend.kind !== 'unknown' ? [String(trend.base), String(trend.last)] : ['', ''];
