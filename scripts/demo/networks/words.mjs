const wrong = 'Saterday';
const right = 'Saturday';
const day = '{day}';

/** What Emil writes for each network; the rest goes out as it was derived. */
const says = {
  mastodon: `Plum cake by the tray: twelve pieces, four corners, 26 €. Order by Thursday, fetch it on ${day} from eight. #plumcake #berlin`,
  facebook: `Whole trays of plum cake are back at Lindner & Daughters. Twelve pieces, four of them corners, 26 €. Order by Thursday and fetch yours on ${day} from eight.`,
  instagram: `Four corners, twelve pieces, one tray. Order at the counter by Thursday, fetch it on ${day} from eight.\n\n#plumcake #berlinbakery`,
  x: `A whole tray of plum cake: 26 €, four corners, no discussion. Yours on ${day} from eight, if you order by Thursday.`,
  threads: `Who gets the corners? A whole tray has four of them. 26 €, ordered by Thursday, fetched on ${day}.`,
  linkedin: `Twelve colleagues, twelve pieces (four of them corners). A tray of plum cake costs 26 €. Order by Thursday, and it stands ready on ${day} from eight.`,
  'google-business': `Plum cake by the tray for 26 €. Order at the counter by Thursday and fetch it on ${day} from eight.`,
  pinterest: `Twelve pieces of plum cake, cut the way Grandmother did. Order the tray by Thursday, fetch it on ${day}.`,
  discord: `Trays of plum cake are on the list again: twelve pieces, 26 €. Order by Thursday, fetch it on ${day} from eight.`,
  slack: `For the counter: trays of plum cake, 26 € each. Orders until Thursday, handed out on ${day} from eight. Lindner & Daughters aprons on, please.`,
  telegram: `Plum cake by the tray, 26 €. Order by Thursday, fetch it on ${day} from eight.`,
};

/** As Emil typed it, and as it was meant. */
export const typed = (kind) => says[kind]?.replace(day, wrong);
export const meant = (kind) => says[kind]?.replace(day, right);

export const offer = {
  campaign: { name: 'Plum cake by the tray', goal: 'Thirty trays by Thursday' },
  picture: { scene: 'plum-cake', alt: 'A tray of plum cake from above, five rows of dark halved plums' },
  comment: 'The offer of the week.',
  article: {
    title: 'Plum cake by the tray',
    slug: 'plum-cake-by-the-tray',
    summary:
      'Twelve pieces, four of them corners, 26 € a tray. Order by Thursday, fetch it on Saturday from eight.',
    category: 'shop',
  },
  body: `For as long as there are plums, we bake whole trays to order. A tray has twelve pieces, four of them corners, and costs 26 €.

Order at the counter by Thursday evening. Your tray stands ready on Saturday from eight, still warm.`,
};

export const baking = {
  campaign: { name: 'A class about sourdough', goal: 'Eight people on Monday' },
  picture: { scene: 'starter-in-a-jar', alt: 'A jar of sourdough that has risen above its rubber band' },
  comment: 'For Monday.',
  article: {
    title: 'A class about sourdough',
    slug: 'a-class-about-sourdough',
    summary:
      'On Monday evening in the bakehouse: feed a starter, fold a dough, take both home. Eight places.',
    category: 'craft',
  },
  body: `A sourdough needs company, and so do people who keep one. On Monday at six we feed a starter together, fold a dough and talk about ovens.

There are eight places. Bring a jar with a lid.`,
};
