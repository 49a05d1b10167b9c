import { assignmentsTable, deadlinesTable } from './assignments';
import { auditTable } from './audit';
import { auditCheckpointsTable, auditHeadTable } from './audit-chain';
import { brandBaselineTable } from './brand-baseline';
import { brandDaysTable } from './brand-days';
import { brandDismissalsTable } from './brand-dismissals';
import { brandEntriesTable } from './brand-entries';
import { brandFindingsTable } from './brand-findings';
import { brandWaiversTable } from './brand-waivers';
import { brandLinksTable } from './brand-links';
import { brandPacksTable } from './brand-packs';
import { brandTrialsTable } from './brand-trials';
import { connectAppsTable } from './connect-apps';
import { connectAttemptsTable } from './connect-attempts';
import { consentsTable } from './consents';
import { correctionsTable } from './corrections';
import { contactsTable } from './contacts';
import { countsTable } from './counts';
import { decisionsTable } from './decisions';
import { attemptsTable } from './attempts';
import { brandPicturesTable } from './brand-pictures';
import { calendarFeedsTable } from './calendar-feeds';
import { campaignsTable } from './campaigns';
import { channelsTable } from './channels';
import { dropsTable } from './drops';
import { driftTable } from './drift';
import { editsTable } from './edits';
import { deliveriesTable } from './deliveries';
import { digestItemsTable } from './digest-items';
import { holdsTable } from './holds';
import { leasesTable } from './leases';
import { lifeTable } from './life-row';
import { linksTable } from './links';
import { passedTable } from './passed';
import { logInsTable } from './log-ins';
import { mailingsTable } from './mailings';
import { mailsTable } from './mails';
import { noticePreferencesTable } from './notice-preferences';
import { noticeReadsTable } from './notice-reads';
import { noticesTable } from './notices';
import { onceTable } from './once';
import { outboxTable } from './outbox';
import { preflightsTable } from './preflights';
import { practiceMediaTable, practicePostsTable } from './practice';
import { publicationsTable } from './publication-row';
import { planImportsTable } from './plan-imports';
import { repeatRunsTable, repeatsTable } from './repeats';
import { recallsTable } from './recalls';
import { reviewsTable, reviewWaitsTable } from './reviews';
import { rateGatesTable } from './rate-gates';
import { rollupsTable } from './rollups';
import { signoffFailuresTable } from './signoff-failures';
import { signoffsTable } from './signoffs';
import { snapshotsTable } from './snapshots';
import type { Table } from './table';
import { commentsTable, threadsTable } from './threads';
import { touchpointsTable } from './touchpoints';
import { visitorKeysTable } from './visitor-keys';
import { webhooksTable } from './webhooks';
import { workersTable } from './workers';
import { workflowsTable } from './workflows';

/**
 * Every table of the plugin, one definition per store file. They are plain models: no content type, so no API shows them.
 * Times are milliseconds since 1970 in `biginteger` columns, because date columns differ between the three databases;
 * drivers hand big integers back as strings, so each store parses its rows.
 */
export const tables: readonly Table[] = [
  workflowsTable,
  decisionsTable,
  editsTable,
  snapshotsTable,
  reviewsTable,
  reviewWaitsTable,
  assignmentsTable,
  deadlinesTable,
  threadsTable,
  commentsTable,
  passedTable,
  driftTable,
  signoffsTable,
  signoffFailuresTable,
  auditTable,
  auditHeadTable,
  auditCheckpointsTable,
  noticesTable,
  noticeReadsTable,
  noticePreferencesTable,
  outboxTable,
  webhooksTable,
  workersTable,
  deliveriesTable,
  digestItemsTable,
  touchpointsTable,
  rollupsTable,
  dropsTable,
  onceTable,
  visitorKeysTable,
  linksTable,
  channelsTable,
  connectAttemptsTable,
  connectAppsTable,
  leasesTable,
  campaignsTable,
  publicationsTable,
  repeatsTable,
  repeatRunsTable,
  planImportsTable,
  preflightsTable,
  calendarFeedsTable,
  attemptsTable,
  holdsTable,
  rateGatesTable,
  recallsTable,
  correctionsTable,
  countsTable,
  practicePostsTable,
  practiceMediaTable,
  contactsTable,
  consentsTable,
  mailingsTable,
  mailsTable,
  lifeTable,
  logInsTable,
  brandLinksTable,
  brandTrialsTable,
  brandPacksTable,
  brandEntriesTable,
  brandFindingsTable,
  brandWaiversTable,
  brandBaselineTable,
  brandDismissalsTable,
  brandDaysTable,
  brandPicturesTable,
];
