/** Who writes for the blog. */
export const authors = [
  {
    name: 'Rosa Lindner',
    trade: 'Master baker and owner',
    portrait: 'portrait-rosa',
    alt: 'Drawing of Rosa Lindner in a terracotta apron',
  },
  {
    name: 'Emil Hartmann',
    trade: 'Pastry and editing',
    portrait: 'portrait-emil',
    alt: 'Drawing of Emil Hartmann with a white cap',
  },
  {
    name: 'Nora Vogt',
    trade: 'Shop and newsletter',
    portrait: 'portrait-nora',
    alt: 'Drawing of Nora Vogt in a terracotta apron',
  },
];

/** Who works in the admin panel; `role` is a key of `roles`. */
export const staff = [
  { firstname: 'Rosa', lastname: 'Lindner', email: 'owner@bakery.test', role: 'owner' },
  { firstname: 'Emil', lastname: 'Hartmann', email: 'emil@bakery.test', role: 'editor' },
  { firstname: 'Nora', lastname: 'Vogt', email: 'nora@bakery.test', role: 'editor' },
];

const first = [
  'Anke',
  'Ben',
  'Carla',
  'Deniz',
  'Elif',
  'Felix',
  'Greta',
  'Hannes',
  'Ida',
  'Jonas',
  'Katrin',
  'Leo',
  'Mara',
  'Nils',
  'Olga',
  'Paul',
  'Rieke',
  'Sami',
  'Tilda',
  'Uwe',
];
const last = ['Adler', 'Brandt', 'Çelik', 'Dietz', 'Engel', 'Funke', 'Graf', 'Heller'];

/** Forty people who left their address on the list beside the till. */
export const subscribers = Array.from({ length: 40 }, (_, i) => {
  const name = `${first[i % first.length]} ${last[(i * 3 + Math.floor(i / first.length)) % last.length]}`;
  const box = name.toLowerCase().replace('ç', 'c').replace(' ', '.');
  return {
    name,
    email: `${box}@${['post.test', 'mail.test', 'kiez.test'][i % 3]}`,
    locale: i % 3 === 0 ? 'de' : 'en',
  };
});
