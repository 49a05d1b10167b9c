import type { ChannelRules } from './rules';

export const emailRules: ChannelRules = {
  kind: 'email',
  label: 'E-mail',
  text: {
    required: false,
    utf8Bytes: { max: 60_000, source: 'Gmail cuts a mail at 102 KB of HTML; the template needs the rest' },
  },
  pictures: { max: 10, alt: 'advised' },
  link: 'field',
  subject: {
    required: true,
    graphemes: { max: 250, source: 'our own bound: a header line may hold 998 octets (RFC 5322, 2.1.1)' },
    advised: { max: 60, source: 'what Gmail and Apple Mail show in a desktop list; phones show about 40' },
  },
  preheader: { advised: { max: 110, source: 'what most programs show beside a short subject' } },
};
