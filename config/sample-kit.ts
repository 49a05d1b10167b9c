import { brandKit, type BrandKit } from '../src/brand/schema';

/**
 * A kit that asks for everything, for a small bakery: what the reference of the rules is made of, and what shows how each
 * part of a kit is written.
 */
export const sampleKit: BrandKit = brandKit.parse({
  names: [{ name: 'Lindner & Daughters', misspellings: ['Lindner and Daughter'] }],
  terms: [
    {
      avoid: 'cheap',
      prefer: 'affordable',
      reason: 'We bake for everybody, and nothing of it is cheap.',
      expanded: [{ form: 'cheaper', prefer: 'more affordable' }],
    },
  ],
  patterns: [
    {
      key: 'order-number',
      pattern: 'order no\\. ?(\\d+)',
      message: 'Orders are named by # and their number.',
      replacement: '#$1',
      speed: 'linear',
      examples: { fail: ['See order no. 12.'], pass: ['See #12.'] },
    },
  ],
  altTextRequired: {},
  longestSentence: { words: 32 },
  voice: {
    meanSentence: { max: 20 },
    readingGrade: { max: 9 },
    person: { use: 'we' },
    formality: { use: 'formal' },
    passive: { maxShare: 0.2 },
    exclamation: { max: 2 },
    shouting: {},
  },
  forbiddenClaims: [
    { pattern: 'gluten free', reason: 'Nobody has certified it.' },
    { pattern: 'cures *', reason: 'Bread is no medicine.' },
  ],
  claims: [
    {
      key: 'organic',
      patterns: ['certified organic'],
      evidence: 'https://bakery.example/certificate.pdf',
      disclaimer: 'Certified by AT-BIO-301',
      validUntil: '2027-12-31',
      reason: 'The certificate asks for its number.',
    },
  ],
  facts: { products: ['Sunday sourdough'] },
  formats: [
    {
      locale: 'en',
      number: { decimal: '.', group: ',' },
      date: 'd MMMM yyyy',
      time: '12h',
      price: { currency: 'EUR', sign: 'before', space: false, cents: 'always' },
      phone: { style: 'international', country: 'AT' },
    },
    {
      locale: 'de',
      number: { decimal: ',', group: '.' },
      date: 'd. MMMM yyyy',
      time: '24h',
      price: { currency: 'EUR', sign: 'after', space: true, cents: 'always' },
      phone: { style: 'international', country: 'AT' },
    },
  ],
  links: {
    alive: true,
    own: ['bakery.example'],
    forbidden: ['rival.example'],
    utmOn: ['bluesky', 'email'],
  },
  social: [
    {
      channel: 'bluesky',
      hashtags: { min: 1, max: 3, required: ['#LindnerBread'], forbidden: ['foodporn'], camelCase: true },
      emoji: { max: 2, forbidden: ['🔥'] },
    },
  ],
  inclusive: {},
  spelling: { words: ['sourdough', 'Lindner'] },
  headings: {},
  nearDuplicate: {},
  elements: [
    {
      title: true,
      summary: true,
      cover: true,
      callToAction: ['order', 'visit us'],
      sections: ['What is in it', 'How we bake it'],
    },
  ],
  palette: [
    { name: 'Crust', hex: '#c8553d' },
    { name: 'Flour', hex: '#f7f0e3' },
  ],
  richText: { fonts: ['Source Serif', 'Inter'], colours: ['#000000'] },
  pictures: {
    palette: {},
    logo: { required: true },
    contrast: {},
    text: {},
    fit: {},
    blur: {},
    duplicate: {},
    qr: {},
    privacy: {},
  },
});
