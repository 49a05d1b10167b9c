import type { Article, Locale, Product } from './content-types';

interface Words {
  readonly language: string;
  readonly skip: string;
  readonly nav: {
    readonly home: string;
    readonly products: string;
    readonly articles: string;
    readonly letter: string;
  };
  readonly latest: string;
  readonly allArticles: string;
  readonly blogTitle: string;
  readonly blogIntro: string;
  readonly counterTitle: string;
  readonly counterIntro: string;
  readonly by: string;
  readonly contains: string;
  readonly more: string;
  readonly category: Readonly<Record<Article['category'], string>>;
  readonly unit: Readonly<Record<Product['unit'], string>>;
  readonly allergens: Readonly<Record<string, string>>;
  readonly letter: {
    readonly title: string;
    readonly intro: string;
    readonly name: string;
    readonly email: string;
    readonly consent: string;
    readonly send: string;
    readonly thanksTitle: string;
    readonly thanks: string;
    readonly failed: string;
  };
  readonly address: string;
  readonly invented: string;
  readonly missingTitle: string;
  readonly missing: string;
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    language: 'English',
    skip: 'Skip to the text',
    nav: { home: 'Bakery', products: 'On the counter', articles: 'Stories', letter: 'Letter' },
    latest: 'From the bakehouse',
    allArticles: 'All stories',
    blogTitle: 'Stories from the bakehouse',
    blogIntro: 'Recipes, people and the odd confession, written between two batches.',
    counterTitle: 'On the counter',
    counterIntro: 'What we bake in the course of a week. Prices are in euros, and the smell is free.',
    by: 'by',
    contains: 'Contains',
    more: 'Read the story',
    category: { craft: 'Craft', seasonal: 'Season', people: 'People', recipes: 'Recipes', shop: 'The shop' },
    unit: { piece: 'each', loaf: 'a loaf', slice: 'a slice', kilo: 'a kilo' },
    allergens: {
      wheat: 'wheat',
      rye: 'rye',
      oats: 'oats',
      milk: 'milk',
      egg: 'egg',
      nuts: 'nuts',
      sesame: 'sesame',
    },
    letter: {
      title: 'A letter on Fridays',
      intro: 'What comes out of the oven at the weekend, one recipe, and now and then a story.',
      name: 'First name',
      email: 'E-mail',
      consent: 'Yes, send me the bakery’s letter. I can leave with one click at any time.',
      send: 'Send me the letter',
      thanksTitle: 'Look into your inbox',
      thanks: 'We have sent you a mail with a link. Click it once, and the next letter is yours.',
      failed: 'That did not work. Please check the address and try again.',
    },
    address: 'Kastanienallee 40, Berlin',
    invented: 'An invented bakery: the demo of Presence for Strapi.',
    missingTitle: 'Nothing on this shelf',
    missing: 'The page is not here. Perhaps it was eaten.',
  },
  de: {
    language: 'Deutsch',
    skip: 'Zum Text',
    nav: { home: 'Bäckerei', products: 'Auf der Theke', articles: 'Geschichten', letter: 'Brief' },
    latest: 'Aus der Backstube',
    allArticles: 'Alle Geschichten',
    blogTitle: 'Geschichten aus der Backstube',
    blogIntro: 'Rezepte, Menschen und ab und zu ein Geständnis, geschrieben zwischen zwei Blechen.',
    counterTitle: 'Auf der Theke',
    counterIntro: 'Was wir im Lauf einer Woche backen. Preise in Euro, der Duft ist umsonst.',
    by: 'von',
    contains: 'Enthält',
    more: 'Weiterlesen',
    category: {
      craft: 'Handwerk',
      seasonal: 'Saison',
      people: 'Menschen',
      recipes: 'Rezepte',
      shop: 'Der Laden',
    },
    unit: { piece: 'das Stück', loaf: 'der Laib', slice: 'das Stück', kilo: 'das Kilo' },
    allergens: {
      wheat: 'Weizen',
      rye: 'Roggen',
      oats: 'Hafer',
      milk: 'Milch',
      egg: 'Ei',
      nuts: 'Nüsse',
      sesame: 'Sesam',
    },
    letter: {
      title: 'Ein Brief am Freitag',
      intro: 'Was am Wochenende aus dem Ofen kommt, ein Rezept und manchmal eine Geschichte.',
      name: 'Vorname',
      email: 'E-Mail',
      consent: 'Ja, schickt mir den Brief der Bäckerei. Ich kann mich jederzeit mit einem Klick abmelden.',
      send: 'Schickt mir den Brief',
      thanksTitle: 'Ein Blick ins Postfach',
      thanks:
        'Wir haben Ihnen eine Mail mit einem Link geschickt. Ein Klick, und der nächste Brief gehört Ihnen.',
      failed: 'Das hat nicht geklappt. Bitte prüfen Sie die Adresse und versuchen Sie es noch einmal.',
    },
    address: 'Kastanienallee 40, Berlin',
    invented: 'Eine erfundene Bäckerei: die Demo von Presence für Strapi.',
    missingTitle: 'Dieses Regal ist leer',
    missing: 'Die Seite ist nicht da. Vielleicht wurde sie gegessen.',
  },
};

export const price = (amount: number, locale: Locale): string =>
  new Intl.NumberFormat(locale === 'en' ? 'en-IE' : 'de-DE', { style: 'currency', currency: 'EUR' }).format(
    amount,
  );

export const day = (date: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'de-DE', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
