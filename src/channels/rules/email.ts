import type { ChannelRules } from './rules';

export const emailRules: ChannelRules = {
  kind: 'email',
  label: 'E-mail',
  text: {
    required: false,
    utf8Bytes: { max: 60_000, source: 'Gmail cuts a mail at 102 KB of HTML; the template needs the rest' },
  },
  pictures: {
    max: 10,
    alt: 'advised',
    loadedBy: 'reader',
    limits: {
      formats: {
        names: ['jpeg', 'png', 'gif'],
        source: 'Outlook for Windows shows neither WebP nor AVIF nor SVG; Gmail shows no SVG',
      },
      least: { width: 600, height: 1, source: 'the template is 600 pixels wide' },
      weight: {
        max: 1_048_576,
        source: 'our own advice: many mails are read on the way, and each one is loaded anew',
      },
    },
  },
  link: 'field',
  subject: {
    required: true,
    graphemes: { max: 250, source: 'our own bound: a header line may hold 998 octets (RFC 5322, 2.1.1)' },
    advised: { max: 60, source: 'what Gmail and Apple Mail show in a desktop list; phones show about 40' },
  },
  preheader: { advised: { max: 110, source: 'what most programs show beside a short subject' } },
};
