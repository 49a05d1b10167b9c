import { formsOf, pairsOf } from '../../../../src/brand/morphology/forms';

const pairs = (avoid: string, prefer: string | null, locale: string): string[] =>
  pairsOf(avoid, prefer, locale).map((pair) => `${pair.form} → ${pair.prefer ?? '?'}`);

describe('a term is known by its inflected forms', () => {
  test.each<[string, string, string, string[]]>([
    ['a noun', 'en', 'customer', ['customers']],
    ['a noun in -y', 'en', 'city', ['cities']],
    ['a noun that hisses', 'en', 'box', ['boxes']],
    ['an irregular noun', 'en', 'loaf', ['loaves']],
    ['a compound noun', 'en', 'shop assistant', ['shop assistants']],
    ['a noun with what belongs to it', 'en', 'cup of tea', ['cups of tea']],
    ['a regular verb', 'en', 'utilize', ['utilizes', 'utilizing', 'utilized']],
    ['a verb in -y', 'en', 'apply', ['applies', 'applying', 'applied']],
    ['a verb that doubles its last letter', 'en', 'grab', ['grabs', 'grabbing', 'grabbed']],
    ['an irregular verb', 'en', 'choose', ['chooses', 'choosing', 'chose', 'chosen']],
    ['a verb with a particle', 'en', 'sign up', ['signs up', 'signing up', 'signed up']],
    ['a verb with its object', 'en', 'take advantage of', ['takes advantage of', 'taking advantage of', 'took advantage of', 'taken advantage of']],
    ['both spellings where both are right', 'en', 'travel', ['travels', 'travelling', 'traveling', 'travelled', 'traveled']],
    ['a short adjective', 'en', 'cheap', ['cheaper', 'cheapest']],
    ['an adjective in -y', 'en', 'yummy', ['yummier', 'yummiest']],
    ['an adjective that doubles its last letter', 'en', 'big', ['bigger', 'biggest']],
    ['an irregular adjective', 'en', 'good', ['better', 'best']],
    ['an adjective', 'de', 'billig', ['billige', 'billigen', 'billigem', 'billiger', 'billiges', 'billigere', 'billigeren', 'billigerem', 'billigerer', 'billigeres', 'billigste', 'billigsten', 'billigstem', 'billigster', 'billigstes']],
    ['a feminine noun', 'de', 'Lösung', ['Lösungen']],
    ['a noun with an umlaut in the plural', 'de', 'Gast', ['Gasts', 'Gastes', 'Gäste', 'Gästen']],
    ['a noun with -n in every other case', 'de', 'Kunde', ['Kunden']],
    ['a diminutive', 'de', 'Schnäppchen', ['Schnäppchens']],
    ['a compound by its last part', 'de', 'Sonderangebot', ['Sonderangebots', 'Sonderangebotes', 'Sonderangebote', 'Sonderangeboten']],
    ['a woman', 'de', 'Bäckerin', ['Bäckerinnen']],
    ['an adjective', 'fr', 'cher', ['chère', 'chers', 'chères']],
    ['an adjective in -eux', 'fr', 'délicieux', ['délicieuse', 'délicieuses']],
    ['an irregular adjective', 'fr', 'frais', ['fraîche', 'fraîches']],
    ['a noun', 'fr', 'client', ['clients']],
    ['a noun in -eau', 'fr', 'cadeau', ['cadeaux']],
    ['a noun with its adjective', 'fr', 'offre spéciale', ['offres spéciales']],
    ['a noun with what belongs to it', 'fr', 'pomme de terre', ['pommes de terre']],
    ['an adjective', 'es', 'barato', ['barata', 'baratos', 'baratas', 'baratísimo', 'baratísima', 'baratísimos', 'baratísimas']],
    ['a noun in -ión', 'es', 'promoción', ['promociones']],
    ['a noun in -z', 'es', 'luz', ['luces']],
    ['a noun with what belongs to it', 'es', 'tarjeta de regalo', ['tarjetas de regalo']],
  ])('%s (%s): %s', (_, locale, word, forms) => {
    expect(formsOf(word, locale)).toEqual(forms);
  }); // prettier-ignore

  test.each<[string, string, string[]]>([
    ['de', 'kaufen', ['kauft', 'kaufte', 'kauften', 'gekauft', 'gekaufte']],
    ['de', 'anbieten', ['anbietet', 'anbot', 'angeboten', 'anzubieten']],
    ['de', 'optimieren', ['optimiere', 'optimiert', 'optimierte', 'optimiertes']],
    ['de', 'entdecken', ['entdeckt', 'entdeckte', 'entdeckten']],
    ['de', 'arbeiten', ['arbeitet', 'arbeitete', 'gearbeitet']],
    ['de', 'dunkel', ['dunkle', 'dunkles', 'dunkleren']],
    ['de', 'groß', ['große', 'größer', 'größte']],
    ['de', 'kostenlose Lieferung', ['kostenlosen Lieferung', 'kostenlose Lieferungen', 'kostenlosen Lieferungen']],
    ['fr', 'utiliser', ['utilise', 'utilisons', 'utilisait', 'utilisera', 'utilisant', 'utilisée']],
    ['fr', 'manger', ['mangeons', 'mangeait', 'mangera', 'mangé']],
    ['fr', 'garantir', ['garantit', 'garantissons', 'garantie', 'garantira']],
    ['es', 'utilizar', ['utiliza', 'utilicé', 'utilizando', 'utilizada', 'utilizará']],
    ['es', 'comprar', ['compramos', 'compró', 'comprando', 'comprado']],
    ['es', 'escribir', ['escribe', 'escribió', 'escribiendo']],
  ])('%s: %s has among its forms %j', (locale, word, forms) => {
    expect(formsOf(word, locale)).toEqual(expect.arrayContaining(forms));
  }); // prettier-ignore
});

describe('a form that is another word is left out', () => {
  test.each<[string, string, string]>([
    ['en', 'new', 'news'],
    ['en', 'custom', 'customs'],
    ['en', 'our', 'ours'],
    ['en', 'it', 'its'],
    ['en', 'numb', 'number'],
    ['en', 'corn', 'corner'],
    ['en', 'off', 'offer'],
    ['en', 'mast', 'master'],
    ['en', 'flat', 'flatter'],
    ['en', 'mean', 'means'],
    ['en', 'good', 'goods'],
    ['en', 'find', 'founded'],
    ['en', 'leave', 'left'],
    ['de', 'machen', 'macht'],
    ['de', 'stehen', 'stand'],
    ['de', 'suchen', 'sucht'],
    ['de', 'fast', 'fasten'],
    ['de', 'Rat', 'Rate'],
    ['de', 'Hausrat', 'Hausraten'],
    ['de', 'Suche', 'Suchen'],
    ['de', 'Restaurant', 'Restauranten'],
    ['de', 'Stein', 'Steinnen'],
    ['de', 'frage', 'fragen'],
    ['de', 'reisen', 'reise'],
    ['fr', 'vent', 'vente'],
    ['fr', 'port', 'porte'],
    ['fr', 'porter', 'porte'],
    ['fr', 'restaurer', 'restaurant'],
    ['fr', 'passer', 'passions'],
    ['fr', 'marcher', 'marché'],
    ['fr', 'boulanger', 'boulangé'],
    ['es', 'libro', 'libra'],
    ['es', 'puerto', 'puerta'],
    ['es', 'caso', 'casa'],
    ['es', 'comprar', 'compra'],
    ['es', 'resultar', 'resultado'],
    ['es', 'lugar', 'lugó'],
  ])('%s: %s is not looked for as %s', (locale, word, form) => {
    expect(formsOf(word, locale)).not.toContain(form);
  });

  test.each(['the', 'quickly', 'and', 'with', '100 %', '24/7', ''])('%j has no forms', (word) => {
    expect(formsOf(word, 'en')).toEqual([]);
  });

  test.each(['constructor', 'valueOf', '__proto__'])('%j is a word like any other', (word) => {
    for (const locale of ['en', 'de', 'fr', 'es'])
      for (const form of formsOf(word, locale)) expect(form.startsWith(word.slice(0, 5))).toBe(true);
  });

  test.each([[null], ['it'], ['ja'], ['constructor']])('nothing is said of the language %s', (locale) => {
    expect(formsOf('cheap', locale)).toEqual([]);
  });
});

describe('a fix keeps the inflection', () => {
  test.each<[string, string, string, string[]]>([
    ['en', 'cheap', 'affordable', ['cheaper → more affordable', 'cheapest → most affordable']],
    ['en', 'expensive', 'pricey', ['more expensive → pricier', 'most expensive → priciest']],
    ['en', 'leverage', 'use', ['leverages → uses', 'leveraging → using', 'leveraged → used']],
    ['en', 'buy', 'choose', ['buys → chooses', 'buying → choosing', 'bought → ?']],
    ['en', 'shop assistant', 'colleague at the counter', ['shop assistants → colleagues at the counter']],
    ['en', 'email', 'e-mail', ['emails → e-mails', 'emailing → e-mailing', 'emailed → e-mailed']],
    ['en', 'cheap', 'good value', ['cheaper → ?', 'cheapest → ?']],
    ['de', 'Kunde', 'Gast', ['Kunden → ?']],
    ['de', 'Mitarbeiterin', 'Kollegin', ['Mitarbeiterinnen → Kolleginnen']],
    ['fr', 'cher', 'abordable', ['chère → abordable', 'chers → abordables', 'chères → abordables']],
    ['fr', 'offre spéciale', 'promotion', ['offres spéciales → promotions']],
    ['es', 'cliente', 'huésped', ['clientes → huéspedes']],
  ])('%s: %s, better %s', (locale, avoid, prefer, expected) => {
    expect(pairs(avoid, prefer, locale)).toEqual(expected);
  });

  test.each<[string, string, string, string]>([
    ['de', 'billig', 'günstig', 'billige → günstige'],
    ['de', 'billig', 'günstig', 'billigeren → günstigeren'],
    ['de', 'lecker', 'gut', 'leckere → gute'],
    ['de', 'lecker', 'gut', 'leckersten → besten'],
    ['de', 'lecker', 'gut', 'leckerer → ?'],
    ['de', 'kaufen', 'erwerben', 'gekauft → erworben'],
    ['de', 'optimieren', 'verbessern', 'optimierte → verbesserte'],
    ['fr', 'utiliser', 'employer', 'utilise → emploie'],
    ['es', 'utilizar', 'usar', 'utiliza → usa'],
    ['es', 'bueno', 'excelente', 'mejores → más excelentes'],
  ])('%s: %s, better %s: %s', (locale, avoid, prefer, expected) => {
    expect(pairs(avoid, prefer, locale)).toContain(expected);
  });
});
