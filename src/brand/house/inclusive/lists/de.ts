import type { InclusiveEntry } from '../entry';

/** German. What to say is kept neutral, so that it stands with and without gender signs. */
// prettier-ignore
export const german: readonly InclusiveEntry[] = [
  { id: 'de-mitarbeiter', why: 'gender', words: { 'unsere Mitarbeiter': 'unser Team', 'unseren Mitarbeitern': 'unserem Team', 'die Mitarbeiter': 'das Team' }, fail: 'Unsere Mitarbeiter backen.', pass: 'Unser Team backt.' },
  { id: 'de-kollegen', why: 'gender', words: { 'liebe Kollegen': 'liebes Team', 'unsere Kollegen': 'unser Team' }, fail: 'Liebe Kollegen, es ist so weit.', pass: 'Liebes Team, es ist so weit.' },
  { id: 'de-studenten', why: 'gender', words: { Studenten: 'Studierende' }, fail: 'Rabatt für Studenten.', pass: 'Rabatt für Studierende.' },
  { id: 'de-lehrer', why: 'gender', words: { Lehrer: 'Lehrkräfte', Lehrern: 'Lehrkräften' }, fail: 'Für alle Lehrer.', pass: 'Für alle Lehrkräfte.' },
  { id: 'de-lehrlinge', why: 'gender', words: { Lehrling: 'Auszubildende', Lehrlinge: 'Auszubildende', Lehrlingen: 'Auszubildenden', 'Lehrbub': 'Auszubildende', 'Lehrmädchen': 'Auszubildende' }, fail: 'Wir suchen Lehrlinge.', pass: 'Wir suchen Auszubildende.' },
  { id: 'de-teilnehmer', why: 'gender', words: { Teilnehmer: 'Teilnehmende', Teilnehmern: 'Teilnehmenden' }, fail: 'Zehn Teilnehmer backen mit.', pass: 'Zehn Teilnehmende backen mit.' },
  { id: 'de-fachmann', why: 'gender', words: { Fachmann: 'Fachkraft', 'Fachmänner': 'Fachkräfte', Fachleute: 'Fachkräfte' }, fail: 'Fragen Sie den Fachmann.', pass: 'Fragen Sie die Fachkraft.' },
  { id: 'de-kaufmann', why: 'gender', words: { Geschäftsmann: 'Geschäftsperson', 'Geschäftsmänner': 'Geschäftsleute' }, fail: 'Ein Mittag für Geschäftsmänner.', pass: 'Ein Mittag für Geschäftsleute.' },
  { id: 'de-putzfrau', why: 'gender', words: { Putzfrau: 'Reinigungskraft', Putzfrauen: 'Reinigungskräfte' }, fail: 'Wir suchen eine Putzfrau.', pass: 'Wir suchen eine Reinigungskraft.' },
  { id: 'de-krankenschwester', why: 'gender', words: { Krankenschwester: 'Pflegekraft', Krankenschwestern: 'Pflegekräfte' }, fail: 'Brot für Krankenschwestern.', pass: 'Brot für Pflegekräfte.' },
  { id: 'de-feuerwehrmann', why: 'gender', words: { Feuerwehrmann: 'Feuerwehrkraft', 'Feuerwehrmänner': 'Feuerwehrleute' }, fail: 'Danke an die Feuerwehrmänner.', pass: 'Danke an die Feuerwehrleute.' },
  { id: 'de-hausfrau', why: 'gender', words: { Hausfrau: null, Hausfrauen: null }, fail: 'Ein Tipp für Hausfrauen.', pass: 'Ein Tipp für alle, die backen.' },
  { id: 'de-fraeulein', why: 'gender', words: { Fräulein: 'Frau' }, fail: 'Das Fräulein bedient Sie.', pass: 'Frau Lindner bedient Sie.' },
  { id: 'de-mannschaft', why: 'gender', words: { 'bemannt': 'besetzt', 'unbemannt': 'unbesetzt', 'Mann-Stunden': 'Arbeitsstunden', Mannstunden: 'Arbeitsstunden' }, fail: 'Die Theke ist bemannt.', pass: 'Die Theke ist besetzt.' },
  { id: 'de-behinderte', why: 'disability', words: { 'die Behinderten': 'Menschen mit Behinderung', Behinderte: 'Menschen mit Behinderung', behindertengerecht: 'barrierefrei' }, fail: 'Plätze für Behinderte.', pass: 'Plätze für Menschen mit Behinderung.' },
  { id: 'de-rollstuhl', why: 'disability', words: { 'an den Rollstuhl gefesselt': 'im Rollstuhl', 'an den Rollstuhl gebunden': 'im Rollstuhl' }, fail: 'Wer an den Rollstuhl gefesselt ist, klingelt.', pass: 'Wer im Rollstuhl kommt, klingelt.' },
  { id: 'de-taubstumm', why: 'disability', words: { taubstumm: 'gehörlos', taubstumme: 'gehörlose', taubstummen: 'gehörlosen', Taubstumme: 'Gehörlose' }, fail: 'Eine taubstumme Bäckerin.', pass: 'Eine gehörlose Bäckerin.' },
  { id: 'de-leidet', why: 'disability', words: { 'leidet an': 'hat', 'leiden an': 'haben' }, fail: 'Wer an Zöliakie leidet an Tagen wie heute.', pass: 'Wer Zöliakie hat.' },
  { id: 'de-wahnsinn', why: 'disability', words: { wahnsinnig: 'unglaublich', wahnsinnige: 'unglaubliche', irre: 'unglaublich', verrückt: 'unglaublich', verrückte: 'unglaubliche' }, fail: 'Wahnsinnig gutes Brot.', pass: 'Unglaublich gutes Brot.' },
  { id: 'de-rentner', why: 'age', words: { Senioren: 'ältere Menschen', 'die Alten': 'ältere Menschen' }, fail: 'Rabatt für Senioren.', pass: 'Rabatt für ältere Menschen.' },
  { id: 'de-schwarzfahren', why: 'colour', words: { schwarzfahren: 'ohne Fahrschein fahren', schwarzarbeiten: 'unangemeldet arbeiten', Schwarzarbeit: 'unangemeldete Arbeit', 'schwarze Liste': 'Sperrliste' }, fail: 'Schwarzarbeit gibt es bei uns nicht.', pass: 'Unangemeldete Arbeit gibt es bei uns nicht.' },
  { id: 'de-hautfarben', why: 'colour', words: { hautfarben: 'beige', hautfarbene: 'beige', hautfarbenen: 'beigen' }, fail: 'Eine hautfarbene Schachtel.', pass: 'Eine beige Schachtel.' },
  { id: 'de-mohr', why: 'colour', words: { Mohrenkopf: 'Schokokuss', 'Mohrenköpfe': 'Schokoküsse', Negerkuss: 'Schokokuss', 'Negerküsse': 'Schokoküsse', 'Mohr im Hemd': 'Schokoküchlein' }, fail: 'Heute: Mohr im Hemd.', pass: 'Heute: Schokoküchlein.' },
  { id: 'de-zigeuner', why: 'origin', words: { 'Zigeunersauce': 'Paprikasauce', 'Zigeunersoße': 'Paprikasoße', 'Zigeunerschnitzel': 'Paprikaschnitzel', Zigeuner: 'Sinti und Roma' }, fail: 'Brötchen mit Zigeunersauce.', pass: 'Brötchen mit Paprikasauce.' },
  { id: 'de-getuerkt', why: 'origin', words: { getürkt: 'vorgetäuscht', getürkte: 'vorgetäuschte' }, fail: 'Das Foto ist nicht getürkt.', pass: 'Das Foto ist nicht vorgetäuscht.' },
  { id: 'de-dritte-welt', why: 'origin', words: { 'Dritte Welt': 'Globaler Süden', 'Dritten Welt': 'Globalen Süden', 'Entwicklungsland': 'Land mit geringem Einkommen', 'Entwicklungsländer': 'Länder mit geringem Einkommen' }, fail: 'Kaffee aus der Dritten Welt.', pass: 'Kaffee aus dem Globalen Süden.' },
  { id: 'de-obdachlose', why: 'standing', words: { Penner: 'Menschen ohne Wohnung', 'sozial Schwache': 'Menschen mit wenig Geld', 'sozial schwach': 'arm' }, fail: 'Brot für sozial Schwache.', pass: 'Brot für Menschen mit wenig Geld.' },
];
