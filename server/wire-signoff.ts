import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { domainToASCII } from 'node:url';
import type { Core } from '@strapi/strapi';
import { addressOf } from '../src/audience/address';
import type { Account } from '../src/channels/channel';
import { emailSettings } from '../src/channels/settings/email';
import type { SignOffLink } from '../src/governance/signoff/schema';
import { seatAddresses } from '../src/governance/signoff/holder';
import { entryIdOf } from '../src/shared/entry-key';
import type { Actor } from '../src/shared/actor';
import type { Tokens } from '../src/shared/token';
import { strapiTransport, type MailTransport } from './channels/mail-transport';
import type { DecideDeps } from './services/governance/decide';
import { signOff as makeAsking, type SignOffEvent } from './services/governance/signoff/asking';
import { signOffDesk } from './services/governance/signoff/desk';
import { signOffMails } from './services/governance/signoff/mails';
import { signOffPeopleService } from './services/governance/signoff/people';
import { signOffRefusals } from './services/governance/signoff/refusals';
import { signOffTalk } from './services/governance/signoff/talk';
import { signOffViews, type SignOffViewDeps } from './services/governance/signoff/view';
import type { Threads } from './services/governance/threads';
import { noticeSender, addressOf as senderOf } from './services/notice-sender';
import { rounds } from './services/rounds';
import { undoneByRefusal } from './services/transaction';
import { optionsStore } from './stores/options';
import { openCopies } from './stores/open-copies';
import { seatsStore } from './stores/seats';
import { signOffFailuresStore } from './stores/signoff-failures';
import { signOffsStore } from './stores/signoffs';
import { threadsStore } from './stores/threads';
import { restPrefix } from './wire-engagement';
import type { Governance } from './wire-governance';

interface Deps extends Pick<
  Governance,
  'audit' | 'notices' | 'settings' | 'catalogue' | 'brandCheck' | 'entries' | 'reviews' | 'decide'
> {
  readonly tokens: Tokens;
  /** The first e-mail channel; null where there is none. */
  readonly account: () => Promise<Account | null>;
  readonly transportOf: (account: Account) => MailTransport;
  /** Name of the business as its mails bear it. */
  readonly brand: () => Promise<string>;
  readonly channels: () => Promise<readonly { readonly key: string; readonly name: string }[]>;
  readonly titleOf: (entry: string) => Promise<string | null>;
  readonly threads: Pick<Threads, 'begin'>;
  readonly workflowOf: SignOffViewDeps['workflowOf'];
  readonly differenceSince: SignOffViewDeps['differenceSince'];
  readonly emit: (event: {
    readonly type: SignOffEvent;
    readonly actor: Actor;
    readonly entry: string;
    readonly seal: string | null;
    readonly details: Readonly<Record<string, unknown>>;
  }) => Promise<void>;
  readonly now: () => number;
}

export type SignOffPart = ReturnType<typeof wireSignOff>;

/** The part of the composition that lets people without a seat decide by a link. */
export function wireSignOff(strapi: Core.Strapi, deps: Deps) {
  const { db } = strapi;
  const { audit, notices, settings, catalogue, entries, reviews, tokens, now } = deps;
  const uuid = () => randomUUID();
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const transaction = async <T>(work: () => Promise<T>): Promise<T> => db.transaction(work);
  const oneSpelling = (email: string) => addressOf(email, domainToASCII);
  const [store, copies] = [signOffsStore(db), openCopies(db)];
  const seats = seatsStore(db);

  const publicUrl = async (): Promise<string> => {
    const configured = strapi.config.get<string>('server.url', '');
    const own = /^https?:\/\//.test(configured) ? configured.replace(/\/+$/, '') : '';
    return (await settings.get()).publicUrl || own;
  };
  const brand = async () => (await catalogue.brandFor(null, null)).kit.names[0]?.name ?? (await deps.brand());
  const people = signOffPeopleService({
    options: optionsStore(strapi),
    audit,
    transaction,
    addressOf: oneSpelling,
    now,
  });
  const sender = noticeSender({
    account: deps.account,
    transportOf: deps.transportOf,
    strapiFrom: () => senderOf(strapi.config.get('plugin::email.settings.defaultFrom')),
    strapiTransport: strapiTransport(
      (options) => strapi.plugin('email').service('email').send(options),
      10,
      now,
      (ms) => wait(ms),
    ),
  });
  const refusals = signOffRefusals({ store: signOffFailuresStore(db), audit, now });
  const mails = signOffMails({
    store,
    async sender() {
      const [from, account] = [await sender(), await deps.account()];
      return from && { ...from, imprint: account ? emailSettings.parse(account.settings).imprint : '' };
    },
    tokens,
    linkOf: async (token) => `${await publicUrl()}${restPrefix(strapi)}/presence/signoff/${token}`,
    about: async (entry) => ({
      title: (await deps.titleOf(entry)) ?? '',
      brand: await brand(),
      zone: (await settings.get()).zone,
    }),
    notices,
    secret: () => randomBytes(32).toString('base64url'),
    hash,
    uuid,
    onFailure: (error) => strapi.log.error(`presence: a mail for sign-off failed: ${String(error)}`),
    now,
  });
  const emit: Parameters<typeof makeAsking>[0]['emit'] = (type, { key, entry, name, decidedSeal }, actor) =>
    deps.emit({ type, actor, entry, seal: decidedSeal, details: { link: key, name } });
  const asking = makeAsking({
    store,
    people: people.list,
    reviews,
    isGoverned: settings.isGoverned,
    mails,
    async missing() {
      if ((await publicUrl()) === '') return 'public-url';
      return (await sender()) === null ? 'mailer' : null;
    },
    addressOf: oneSpelling,
    audit,
    emit,
    transaction,
    now,
    uuid,
  });
  const linksOf = async (entry: string, email: string): Promise<string[]> =>
    (await store.ofEntry(entry, 200)).filter((link) => link.email === email).map(({ key }) => key);
  const tell = (link: SignOffLink, what: keyof typeof did, title: string, text: string): Promise<void> =>
    notices.raise({
      code: 'signoff.reply',
      severity: 'info',
      message: `${link.name} ${did[what]} “${title}”${text === '' ? '.' : `: “${text}”`}`,
      entry: link.entry,
      to: link.askedBy.kind === 'user' ? link.askedBy.id : null,
      about: `${link.key} ${what} ${now()}`,
    });
  const talk = signOffTalk({ threads: deps.threads, store: threadsStore(db), linksOf, tell });
  const views = signOffViews({
    reviews,
    entries,
    workflowOf: deps.workflowOf,
    people: people.list,
    seatOf: (email) => seats.of(seatAddresses(email)),
    async copiesOf(entry) {
      const names = new Map((await deps.channels()).map((one) => [one.key, one.name]));
      const rows = await copies(entry);
      return rows.map(({ key, copySeal, kind, channel, copy }) => ({
        ...{ key, kind, copy, seal: copySeal },
        name: names.get(channel) ?? kind,
      }));
    },
    findingsOf: async (entry) => (await deps.brandCheck.gate.openIn(entry)).entry,
    linksOf,
    differenceSince: deps.differenceSince,
    saidAbout: talk.saidAbout,
  });
  const desk = signOffDesk({
    store,
    views,
    refusals,
    tokens,
    hash,
    decide: deps.decide,
    comment: talk.comment,
    titleOf: deps.titleOf,
    onAnswered: (link, { decision, comment }, title) => tell(link, decision ?? 'comment', title, comment),
    audit,
    emit,
    inTransaction: (work) => undoneByRefusal(db, work),
    now,
  });
  const follow: DecideDeps['onDecided'] = async ({ draft, workflow }, taken) => {
    const reached = workflow.definition.stages.find(({ key }) => key === taken.to);
    const isApproved = taken.kind === 'approve' && reached?.meaning === 'approved';
    const why = isApproved ? 'settled' : taken.kind === 'withdraw' ? 'withdrawn' : null;
    if (why) await asking.close(entryIdOf(draft.key), why);
  };
  const callerKey = randomBytes(32);
  return {
    ...asking,
    desk,
    people,
    mails,
    brand,
    publicUrl,
    now,
    /** What a decision means for open links: called in its transaction. */
    follow,
    callerOf: (ip: string) => createHmac('sha256', callerKey).update(ip).digest('base64'),
    /** How often links were refused since a time, by reason; without addresses. */
    failures: refusals.since,
    rounds: rounds({
      rounds: [
        { name: 'mails for sign-off', every: 15_000, run: mails.tick },
        { name: 'removal of refused links', every: 3_600_000, run: refusals.forget },
      ],
      setTimer: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      onFailure: (name, error) => strapi.log.error(`presence: ${name} failed: ${String(error)}`),
    }),
  };
}

const did = {
  approve: 'approved',
  'request-changes': 'asks for changes to',
  comment: 'commented on',
} as const;
