import { wordTable, type Paradigm } from '../paradigm';

/** Gender and plural where no ending tells them. `w`: masculine with -n in every other case. */
const known = wordTable(`
  Abend m Abende; Aktion f Aktionen; Angebot n Angebote; Apfel m Äpfel; Art f Arten; Arzt m Ärzte; Auftrag m Aufträge; Auto n Autos
  Bad n Bäder; Ball m Bälle; Bank f Banken; Baum m Bäume; Beitrag m Beiträge; Bericht m Berichte; Bestandteil m Bestandteile; Bild n Bilder
  Blatt n Blätter; Boden m Böden; Brief m Briefe; Brot n Brote; Bruder m Brüder; Buch n Bücher; Büro n Büros; Chef m Chefs; Club m Clubs
  Dienst m Dienste; Ding n Dinge; Dorf n Dörfer; Ei n Eier; Erfolg m Erfolge; Ergebnis n Ergebnisse; Fach n Fächer; Fall m Fälle
  Farbe f Farben; Fehler m Fehler; Feld n Felder; Fest n Feste; Fisch m Fische; Frau f Frauen; Freund m Freunde; Frucht f Früchte
  Gast m Gäste; Gebiet n Gebiete; Gebot n Gebote; Geld n Gelder; Gericht n Gerichte; Geschäft n Geschäfte; Geschenk n Geschenke
  Gesicht n Gesichter; Gewinn m Gewinne; Glas n Gläser; Grund m Gründe; Gut n Güter; Gutschein m Gutscheine; Hand f Hände; Handy n Handys
  Haus n Häuser; Heft n Hefte; Herr w Herren; Hof m Höfe; Hotel n Hotels; Hund m Hunde; Jahr n Jahre; Kauf m Käufe; Kind n Kinder
  Kleid n Kleider; Kopf m Köpfe; Kraft f Kräfte; Kurs m Kurse; Laden m Läden; Land n Länder; Lied n Lieder; Link m Links; Loch n Löcher
  Lohn m Löhne; Mann m Männer; Markt m Märkte; Mensch w Menschen; Monat m Monate; Mutter f Mütter; Nacht f Nächte; Name w Namen
  Newsletter m Newsletter; Ort m Orte; Paar n Paare; Paket n Pakete; Plan m Pläne; Platz m Plätze; Preis m Preise; Produkt n Produkte
  Projekt n Projekte; Punkt m Punkte; Rabatt m Rabatte; Rad n Räder; Raum m Räume; Recht n Rechte; Rezept n Rezepte; Sache f Sachen
  Saft m Säfte; Salat m Salate; Schnäppchen n Schnäppchen; Schloss n Schlösser; Schritt m Schritte; Schuh m Schuhe; Service m Services
  Shop m Shops; Sohn m Söhne; Spiel n Spiele; Stadt f Städte; Stand m Stände; Start m Starts; Stoff m Stoffe; Stück n Stücke
  Stuhl m Stühle; Tag m Tage; Teil m Teile; Text m Texte; Tisch m Tische; Tochter f Töchter; Ton m Töne; Topf m Töpfe; Traum m Träume
  Trend m Trends; Umsatz m Umsätze; Unternehmen n Unternehmen; Vater m Väter; Verein m Vereine; Verkauf m Verkäufe; Versuch m Versuche
  Vertrag m Verträge; Volk n Völker; Vorschlag m Vorschläge; Vorteil m Vorteile; Wald m Wälder; Wand f Wände; Weg m Wege; Wein m Weine
  Werk n Werke; Wert m Werte; Wort n Wörter; Wunsch m Wünsche; Zahl f Zahlen; Zahn m Zähne; Zeit f Zeiten; Ziel n Ziele; Zimmer n Zimmer
  Zug m Züge; Mitarbeiter m Mitarbeiter; Partner m Partner; Artikel m Artikel; Mittel n Mittel; Kunde w Kunden; Kollege w Kollegen
  Junge w Jungen; Experte w Experten; Pate w Paten; Bote w Boten; Erbe w Erben; Neffe w Neffen; Käse m Käse; Ende n Enden; Auge n Augen
  Interesse n Interessen; Studio n Studios; Foto n Fotos; Video n Videos; Konto n Konten; Thema n Themen; Firma f Firmen; Event n Events
  Team n Teams; Deal m Deals; User m User; Gratisprobe f Gratisproben; E-Mail f E-Mails; Mail f Mails; Website f Websites; Blog m Blogs
  Kuchen m Kuchen; Laib m Laibe; Teig m Teige; Ofen m Öfen; Garten m Gärten; Wagen m Wagen; Verbraucher m Verbraucher`);

interface Kind {
  readonly gender: 'm' | 'n' | 'f' | 'w';
  readonly plural: string;
}

/** Endings that decide gender and plural. */
const endings: readonly (readonly [RegExp, Kind['gender'], (word: string) => string])[] = [
  [/.{2}(?:ung|heit|keit|schaft|tät|ion|ur|enz|anz|ik|ei)$/, 'f', (word) => `${word}en`],
  [/.{2}(?:er|or|ist|ent|ant|eur|og|eg|und|zt|ch|st)in$/, 'f', (word) => `${word}nen`],
  [/.{2}(?:chen|lein)$/, 'n', (word) => word],
  [/.{2}ling$/, 'm', (word) => `${word}e`],
  [/.{2}nis$/, 'n', (word) => `${word}se`],
  [/.{2}(?:ist|ent|ant|oge)$/, 'w', (word) => (word.endsWith('e') ? `${word}n` : `${word}en`)],
  [/.{2}(?:ier|eur|ör)$/, 'm', (word) => (word.endsWith('eur') || word.endsWith('ör') ? `${word}e` : word)],
  [/.{2}tor$/, 'm', (word) => `${word}en`],
  [/.{3}(?:ler|ner|ker|ter|ber|der|ger|fer|zer|cher|scher)$/, 'm', (word) => word],
  [/.{2}[^aeiou]e$/, 'f', (word) => `${word}n`],
];
/** Ends like one of the kinds above and is none of it. */
const others = /(?:ment|restaurant|advent|akzent|kontinent|prozent|cent|flur|schwur|spur|talent|patent|format|zertifikat|plakat|zitat|resultat|spinat|salat|heimat|internat|fabrikat|unikat|mandat|referat|sekretariat|magazin|termin|benzin|medizin|delfin|kamin|urin|ruin|jubiläum|abitur|futur|purpur|zimmer|fenster|wetter|messer|muster|wasser|kloster|theater|orchester|leder|silber|fieber|lager|ufer|opfer|kupfer|pulver|meter|filter|mutter|tochter|butter|mauer|feder|leiter|nummer|kammer|schwester|ziffer|oper|schulter|leber|ader|steuer|klavier|papier|quartier|bier|tier|turnier|revier|manier|zier|gebäude|gemüse|getreide|gebirge|gefühle|ende|auge|junge|angestellte|beamte|verwandte|bekannte|jugendliche|erwachsene|deutsche|selbstständige|hälfte|kunde|experte|kante|angebot|verbot|gebot|boot|brot|not|rot|ei|brei|schrei|april|mei|polizei|blei|allerlei|käse|name|wille|buchstabe|gedanke|friede|glaube|haufe|geist|pilot|mist|list|frist|kosten|eltern|leute|ferien)$/i; // prettier-ignore

function kindOf(word: string): Kind | null {
  const direct = known.get(word);
  if (direct) return kindFrom(direct, direct[1] ?? '');
  for (let cut = 2; cut <= word.length - 3; cut += 1) {
    const head = word.slice(cut).replace(/^-/, '');
    const capital = head.charAt(0).toUpperCase() + head.slice(1);
    const row = head.length >= 4 ? known.get(capital) : undefined;
    if (!row) continue;
    const plural = row[1] ?? '';
    const isCapital = /^\p{Lu}/u.test(head);
    const rest = isCapital ? plural : plural.charAt(0).toLowerCase() + plural.slice(1);
    return kindFrom(row, word.slice(0, word.length - head.length) + rest);
  }
  if (others.test(word)) return null;
  const ending = endings.find(([pattern]) => pattern.test(word));
  return ending ? { gender: ending[1], plural: ending[2](word) } : null;
}

const kindFrom = ([gender = 'n']: readonly string[], plural: string): Kind => ({
  gender: gender as Kind['gender'],
  plural,
});

/** Four cases in both numbers. Of a noun that we do not know only the word itself. */
export function nounForms(word: string): Paradigm {
  const kind = kindOf(word);
  const base: Paradigm = [['nominative', word]];
  if (!kind) return base;
  const { gender, plural } = kind;
  const other = gender === 'w' ? (word === 'Herr' ? 'Herrn' : plural) : word;
  const genitives = gender === 'f' ? [word] : gender === 'w' ? [word === 'Name' ? 'Namens' : other] : genitivesOf(word);
  const dative = /[ns]$/.test(plural) ? plural : `${plural}n`;
  return [
    ...base,
    ...genitives.map((form) => ['genitive', form] as const),
    ['dative', other],
    ['accusative', other],
    ['plural', plural],
    ['plural-dative', dative],
  ];
} // prettier-ignore

function genitivesOf(word: string): readonly string[] {
  if (/nis$/.test(word)) return [`${word}ses`];
  if (/(?:s|ß|z|x|tz|sch)$/.test(word)) return [`${word}es`];
  return /(?:er|el|en|chen|lein|[aeiouy])$/.test(word) || /^\p{Lu}?[\p{Ll}]*(?:Club|Link|Shop|Team|Deal|Blog|Trend|Event|Start)$/iu.test(word)
    ? [`${word}s`]
    : [`${word}s`, `${word}es`];
} // prettier-ignore

export const isKnownNoun = (word: string): boolean => kindOf(word) !== null;
