import type { PresenceConfig } from '../config/schema';
import type { Tokens } from '../src/shared/token';
import type { CalendarPart } from './wire-calendar';
import type { CampaignStart } from './services/campaign-start';
import type { ChannelsPart } from './wire-channels';
import type { Engagement } from './wire-engagement';
import type { BrandPart } from './wire-brand';
import type { BrandTools } from './wire-brand-tools';
import type { DriftRoom } from './wire-drift';
import type { Governance } from './wire-governance';
import type { HealthPart } from './wire-health';
import type { LifecyclePart } from './wire-lifecycle';
import type { OversightPart } from './wire-oversight';
import type { Mail } from './wire-mail';
import type { Telling } from './wire-notices';
import type { PicturesPart } from './wire-pictures';
import type { PreflightPart } from './wire-preflight';
import type { Publishing } from './wire-publishing';
import type { ReviewRoom } from './wire-reviews';
import type { SignOffPart } from './wire-signoff';

/** Everything that runs in one Strapi process. Controllers get it from here; nobody else builds a service. */
export interface Presence extends Governance {
  readonly config: PresenceConfig;
  /** Signs and reads the tokens in links that we give out. */
  readonly tokens: Tokens;
  readonly channels: ChannelsPart['channels'];
  /** Which channel will stop working, and when. */
  readonly health: HealthPart;
  /** Connecting channels at their networks. */
  readonly connecting: ChannelsPart['connecting'];
  readonly places: ChannelsPart['places'];
  readonly access: ChannelsPart['access'];
  /** Apps by which channels are connected. */
  readonly connectApps: ChannelsPart['connectApps'];
  /** Where people open the admin panel, without a slash at its end. */
  readonly adminUrl: () => Promise<string>;
  /** What channels in practice mode posted. */
  readonly practice: ChannelsPart['practice']['service'];
  /** Pictures for networks that load them by an address. */
  readonly served: ChannelsPart['served'];
  /** Videos, likewise. */
  readonly servedVideos: ChannelsPart['servedVideos'];
  /** Findings: exceptions, baseline, index and report. */
  readonly brand: BrandPart;
  /** Trials of rules, and checks for programs. */
  readonly brandTools: BrandTools;
  readonly links: Engagement['links'];
  readonly touchpoints: Engagement['ledger'];
  readonly engagement: Engagement;
  readonly publishing: Publishing;
  /** Publications by time: the calendar, its feed and files, and acts over many. */
  readonly calendar: CalendarPart;
  /** Templates, duplicates, and the entry that a campaign is about. */
  readonly campaignStart: CampaignStart;
  /** What is in the way of what is planned. */
  readonly preflight: PreflightPart;
  /** What happens around decisions: lists, comments, due dates, differences. */
  readonly room: ReviewRoom;
  readonly mail: Mail;
  readonly drift: DriftRoom;
  /** Mails about notices, and webhooks. */
  readonly telling: Telling;
  /** Deciding without a seat, by a link. */
  readonly signOff: SignOffPart;
  readonly lifecycle: LifecyclePart;
  readonly oversight: OversightPart;
  /** What is measured in pictures. */
  readonly pictures: PicturesPart;
  /** Called in reverse order when Strapi stops: what started last stops first. */
  readonly stops: (() => Promise<void>)[];
}
