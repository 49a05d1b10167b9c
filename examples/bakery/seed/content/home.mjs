import { blocksOf } from '../blocks.mjs';

const texts = {
  en: {
    title: 'Lindner & Daughters',
    description:
      'A small bakery in Berlin: slow rye, butter croissants and eleven people who like to get up early.',
    hero: {
      eyebrow: 'Bakery on Kastanienallee since 1986',
      title: 'Bread that had time',
      text: 'We bake with flour from four farms, a starter older than most of us, and no hurry at all.',
      linkLabel: 'What we bake',
      linkTarget: '/en/products',
      alt: 'The shop at dusk, bread in the warm lit window under a red and white awning',
    },
    text: {
      heading: 'Three things we do not rush',
      body: 'The sour, the proof and the customer. Our rye takes three days, our croissants take a night, and you may take as long as you like at the counter.\n\nAlmost everything we buy comes from within forty kilometres. The rest is sea salt, cinnamon and coffee.',
    },
    teaser: {
      heading: 'On the counter today',
      intro: 'Everything is baked in the room behind the shop. When it is gone, it is gone.',
    },
    quote: {
      text: 'If the dough has time, so should the people who make it.',
      person: 'Rosa Lindner',
      about: 'Master baker and owner',
    },
    hours: {
      heading: 'When the lamp is on',
      note: 'The queue is shortest between nine and ten.',
      times: [
        ['Tuesday to Friday', '6:00 – 18:00'],
        ['Saturday', '6:00 – 14:00'],
        ['Sunday', '7:00 – 12:00'],
        ['Monday', 'We sleep in'],
      ],
    },
  },
  de: {
    title: 'Lindner & Daughters',
    description:
      'Eine kleine Bäckerei in Berlin: langsamer Roggen, Buttercroissants und elf Menschen, die gern früh aufstehen.',
    hero: {
      eyebrow: 'Bäckerei in der Kastanienallee seit 1986',
      title: 'Brot, das Zeit hatte',
      text: 'Wir backen mit Mehl von vier Höfen, einem Sauerteig, der älter ist als die meisten von uns, und ganz ohne Eile.',
      linkLabel: 'Unser Sortiment',
      linkTarget: '/de/products',
      alt: 'Der Laden in der Dämmerung, Brot im warm erleuchteten Fenster unter einer rot-weißen Markise',
    },
    text: {
      heading: 'Drei Dinge, die wir nicht hetzen',
      body: 'Den Sauerteig, die Gare und die Kundschaft. Unser Roggen braucht drei Tage, das Croissant eine Nacht, und Sie dürfen sich an der Theke Zeit lassen.\n\nFast alles, was wir kaufen, wächst im Umkreis von vierzig Kilometern. Der Rest ist Meersalz, Zimt und Kaffee.',
    },
    teaser: {
      heading: 'Heute auf der Theke',
      intro: 'Alles wird im Raum hinter dem Laden gebacken. Wenn es weg ist, ist es weg.',
    },
    quote: {
      text: 'Wenn der Teig Zeit hat, sollten die Menschen sie auch haben.',
      person: 'Rosa Lindner',
      about: 'Bäckermeisterin und Inhaberin',
    },
    hours: {
      heading: 'Wann das Licht brennt',
      note: 'Zwischen neun und zehn ist die Schlange am kürzesten.',
      times: [
        ['Dienstag bis Freitag', '6:00 – 18:00'],
        ['Samstag', '6:00 – 14:00'],
        ['Sonntag', '7:00 – 12:00'],
        ['Montag', 'schlafen wir aus'],
      ],
    },
  },
};

export const heroAlt = (locale) => texts[locale].hero.alt;

/** The home page in one language; `picture` is the id of its uploaded hero, `products` document ids for the teaser. */
export function homePage(locale, { picture, products }) {
  const { title, description, hero, text, teaser, quote, hours } = texts[locale];
  const { alt, ...heroTexts } = hero;
  return {
    title,
    description,
    sections: [
      { __component: 'sections.hero', ...heroTexts, picture },
      { __component: 'sections.text', heading: text.heading, body: blocksOf(text.body) },
      { __component: 'sections.product-teaser', ...teaser, products },
      { __component: 'sections.quote', ...quote },
      {
        __component: 'sections.opening-hours',
        heading: hours.heading,
        note: hours.note,
        times: hours.times.map(([days, open]) => ({ days, hours: open })),
      },
    ],
  };
}
