// What lies on the counter. `allergens` are keys that the website puts into words.
export const products = [
  {
    picture: 'product-rye',
    price: 5.2,
    unit: 'loaf',
    allergens: ['rye'],
    en: {
      name: 'Three-day rye',
      alt: 'A dark round rye loaf with rings of flour',
      description:
        'Whole rye, a **three-day sour** and sea salt. Dense, moist, with a crust that is almost black at the edges.\n\nBest from the second day on, and good for a week.',
    },
    de: {
      name: 'Dreitagebrot',
      alt: 'Ein dunkler runder Roggenlaib mit Mehlringen',
      description:
        'Vollkornroggen, **drei Tage Sauerteig** und Meersalz. Dicht und saftig, mit fast schwarzer Kruste.\n\nAm besten ab dem zweiten Tag.',
    },
  },
  {
    picture: 'product-seed-loaf',
    price: 4.9,
    unit: 'loaf',
    allergens: ['wheat', 'rye', 'oats', 'sesame'],
    en: {
      name: 'Sunday seed loaf',
      alt: 'A tin loaf covered with many different seeds',
      description: 'Eleven seeds, soaked overnight, in a mild wheat and rye dough.\n\n*Only on weekends.*',
    },
    de: {
      name: 'Sonntagssaat',
      alt: 'Ein Kastenbrot mit vielen verschiedenen Saaten',
      description: 'Elf Saaten, über Nacht eingeweicht, in einem milden Mischteig.\n\n*Nur am Wochenende.*',
    },
  },
  {
    picture: 'product-country',
    price: 4.6,
    unit: 'loaf',
    allergens: ['wheat', 'rye'],
    en: {
      name: 'Country sourdough',
      alt: 'A round brown loaf with a cross cut into its crust',
      description: 'The loaf for every day: wheat with a fifth of rye, open crumb, crackling crust.',
    },
    de: {
      name: 'Landbrot',
      alt: 'Ein runder brauner Laib mit einem Kreuzschnitt',
      description: 'Das Brot für jeden Tag: Weizen mit einem Fünftel Roggen, offene Krume, krachende Kruste.',
    },
  },
  {
    picture: 'product-baguette',
    price: 2.8,
    unit: 'piece',
    allergens: ['wheat'],
    en: {
      name: 'Spelt baguette',
      alt: 'Two long golden baguettes with diagonal cuts',
      description:
        'Light spelt from the mill in Brück, proofed cold overnight. Crisp for an afternoon, soft by evening.',
    },
    de: {
      name: 'Dinkelbaguette',
      alt: 'Zwei lange goldene Baguettes mit schrägen Schnitten',
      description: 'Heller Dinkel aus der Mühle in Brück, über Nacht kalt geführt.',
    },
  },
  {
    picture: 'product-croissant',
    price: 1.9,
    unit: 'piece',
    allergens: ['wheat', 'milk', 'egg'],
    en: {
      name: 'Butter croissant',
      alt: 'A golden croissant with many layers',
      description:
        'Twenty-seven layers and butter with 84% fat. Out of the oven at five, usually gone by ten.',
    },
    de: {
      name: 'Buttercroissant',
      alt: 'Ein goldenes Croissant mit vielen Schichten',
      description:
        'Siebenundzwanzig Schichten und Butter mit 84 % Fett. Um fünf aus dem Ofen, um zehn meist weg.',
    },
  },
  {
    picture: 'product-pretzel',
    price: 1.1,
    unit: 'piece',
    allergens: ['wheat', 'milk'],
    en: {
      name: 'Pretzel',
      alt: 'A shiny brown pretzel with coarse salt on its belly',
      description: 'Thin arms, thick belly. Shaped by Aylin and her shift, every morning from half past two.',
    },
    de: {
      name: 'Brezel',
      alt: 'Eine glänzende braune Brezel mit grobem Salz',
      description:
        'Dünne Arme, dicker Bauch. Jeden Morgen ab halb drei geschlungen von Aylin und ihrer Schicht.',
    },
  },
  {
    picture: 'product-snail',
    price: 2.4,
    unit: 'piece',
    allergens: ['wheat', 'milk', 'egg'],
    en: {
      name: 'Cinnamon snail',
      alt: 'A cinnamon snail with white icing',
      description: 'Soft yeast dough, Ceylon cinnamon, brown butter and a thread of icing.',
    },
    de: {
      name: 'Zimtschnecke',
      alt: 'Eine Zimtschnecke mit weißem Zuckerguss',
      description: 'Weicher Hefeteig, Ceylonzimt, braune Butter und ein Faden Zuckerguss.',
    },
  },
  {
    picture: 'product-plum',
    price: 2.9,
    unit: 'slice',
    allergens: ['wheat', 'milk', 'egg'],
    en: {
      name: 'Plum cake',
      alt: 'A tray of plum cake with rows of halved plums',
      description: 'Grandmother’s tray cake with late plums. **Corners on request.**',
    },
    de: {
      name: 'Pflaumenkuchen',
      alt: 'Ein Blech Pflaumenkuchen mit Reihen halbierter Pflaumen',
      description: 'Großmutters Blechkuchen mit späten Pflaumen. **Ecken auf Wunsch.**',
    },
  },
  {
    picture: 'product-stollen',
    price: 18.5,
    unit: 'kilo',
    allergens: ['wheat', 'milk', 'nuts'],
    en: {
      name: 'Quark stollen',
      alt: 'A stollen under thick powdered sugar',
      description:
        'Rum fruit since August, fresh quark, almonds. From St Martin’s Day until the week before Christmas.',
    },
    de: {
      name: 'Quarkstollen',
      alt: 'Ein Stollen unter dickem Puderzucker',
      description:
        'Rumfrüchte seit August, frischer Quark, Mandeln. Vom Martinstag bis kurz vor Weihnachten.',
    },
  },
  {
    picture: 'product-roll',
    price: 0.55,
    unit: 'piece',
    allergens: ['wheat'],
    en: {
      name: 'Morning roll',
      alt: 'Three golden rolls, each with one deep cut',
      description: 'Long proofed, one deep cut, and gone by noon.',
    },
    de: {
      name: 'Schrippe',
      alt: 'Drei goldene Brötchen mit je einem tiefen Schnitt',
      description: 'Lange geführt, einmal tief geschnitten, mittags ausverkauft.',
    },
  },
  {
    picture: 'product-doughnut',
    price: 1.8,
    unit: 'piece',
    allergens: ['wheat', 'milk', 'egg'],
    en: {
      name: 'Berliner',
      alt: 'Two round doughnuts with icing and a pale ring around the middle',
      description: 'Fried in small batches, filled with plum jam that we cook ourselves.',
    },
    de: {
      name: 'Pfannkuchen',
      alt: 'Zwei runde Pfannkuchen mit Guss und hellem Kragen',
      description: 'In kleinen Mengen gebacken, gefüllt mit selbst gekochtem Pflaumenmus.',
    },
  },
];
