import { campaignTemplate, type CampaignTemplate } from '../src/publishing/campaign/template';

const hour = 60;
const day = 24 * hour;

/** Campaigns as small businesses run them. The numbers are where a person starts, not what is right. */
export const campaignTemplates: readonly CampaignTemplate[] = [
  {
    key: 'new-product',
    name: { en: 'New product', de: 'Neues Produkt' },
    description: {
      en: 'The page first, the accounts an hour after it is live, and the newsletter the next day.',
      de: 'Erst die Seite, eine Stunde danach die Konten, und am nächsten Tag der Newsletter.',
    },
    channels: [
      { kind: 'website', after: 'start', minutes: 0 },
      { kind: 'bluesky', after: 'website', minutes: hour },
      { kind: 'mastodon', after: 'website', minutes: hour },
      { kind: 'webhook', after: 'website', minutes: hour },
      { kind: 'email', after: 'start', minutes: day },
    ],
    goal: { measure: 'clicks', amount: 200, days: 30 },
    utm: { campaign: 'new-product', medium: '', term: '', content: '', sources: {} },
    checklist: [
      { key: 'new', text: { en: 'What is new about it', de: 'Was daran neu ist' } },
      { key: 'price', text: { en: 'What it costs', de: 'Was es kostet' } },
      { key: 'where', text: { en: 'Where and from when to buy it', de: 'Wo und ab wann es zu kaufen ist' } },
      { key: 'picture', text: { en: 'A picture that shows it', de: 'Ein Bild, das es zeigt' } },
    ],
  },
  {
    key: 'weekly-offer',
    name: { en: 'Weekly offer', de: 'Wochenangebot' },
    description: {
      en: 'Page and accounts together, the newsletter two hours after the page is live.',
      de: 'Seite und Konten zusammen, der Newsletter zwei Stunden, nachdem die Seite online ist.',
    },
    channels: [
      { kind: 'website', after: 'start', minutes: 0 },
      { kind: 'bluesky', after: 'start', minutes: 0 },
      { kind: 'mastodon', after: 'start', minutes: 0 },
      { kind: 'email', after: 'website', minutes: 2 * hour },
    ],
    goal: { measure: 'clicks', amount: 50, days: 7 },
    utm: { campaign: 'weekly-offer', medium: '', term: '', content: '', sources: {} },
    checklist: [
      { key: 'price', text: { en: 'The price, and the price before', de: 'Der Preis, und der Preis davor' } },
      { key: 'until', text: { en: 'Until when it holds', de: 'Bis wann es gilt' } },
      {
        key: 'stock',
        text: {
          en: '“While stocks last”, where that is so',
          de: '„Solange der Vorrat reicht“, wo das so ist',
        },
      },
    ],
  },
  {
    key: 'event',
    name: { en: 'Event', de: 'Veranstaltung' },
    description: {
      en: 'The page, and the newsletter an hour after it is live, so that people can plan; the accounts the next day.',
      de: 'Erst die Seite und eine Stunde danach der Newsletter, damit man planen kann; am nächsten Tag die Konten.',
    },
    channels: [
      { kind: 'website', after: 'start', minutes: 0 },
      { kind: 'email', after: 'website', minutes: hour },
      { kind: 'bluesky', after: 'start', minutes: day },
      { kind: 'mastodon', after: 'start', minutes: day },
    ],
    goal: { measure: 'conversions', amount: 30, days: 21 },
    utm: { campaign: 'event', medium: '', term: '', content: '', sources: {} },
    checklist: [
      { key: 'when', text: { en: 'Day, beginning and end', de: 'Tag, Beginn und Ende' } },
      {
        key: 'where',
        text: { en: 'Where it is, and how to get in', de: 'Wo es ist und wie man hineinkommt' },
      },
      {
        key: 'cost',
        text: { en: 'What it costs, or that it is free', de: 'Was es kostet, oder dass es frei ist' },
      },
      { key: 'join', text: { en: 'How to sign up', de: 'Wie man sich anmeldet' } },
    ],
  },
].map((template) => campaignTemplate.parse(template));
