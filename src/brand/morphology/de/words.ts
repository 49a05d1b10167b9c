import { wordSet, wordTable } from '../paradigm';

/** Adjectives that no ending gives away. */
export const adjectives = wordSet(`
  alt arm bequem bester blank blass blau blind blöd bloß böse braun breit brav bunt derb dicht dick doof dumm dunkel dünn dürr echt edel
  eigen einfach elegant elend eng ernst erfahren fair falsch faul faltig fein fern fest fett feucht fies firm fit flach flau flexibel
  flink flott frech frei fremd frisch froh fromm früh ganz gar geheim geil gelb gemein genau gerade gering geschickt gescheit gesund
  glatt gleich golden grau grell grob groß grün gut halb hart hässlich heil heiß hell herb hoch hohl hübsch individuell intensiv jung
  kahl kalt karg kess klar klasse klein klug knapp komisch komplett komplex krass krank krumm kühl kühn kurz labil lahm lang langsam lau
  laut lecker leer leicht leise lieb locker loyal mager matt mau mild minder modern morsch müde munter mürbe mutig nah nackt nass nett
  neu nobel offen öde perfekt plump populär preiswert privat prompt pur rar rasch rau real rein reif rege roh rot rund sanft satt sauber
  sauer schal scharf scheu schick schief schlank schlapp schlau schlecht schlicht schlimm schmal schmuck schnell schön schräg schrill
  schwach schwarz schwer schwul selten sicher simpel smart solid solide stabil stark starr steif steil still stolz straff streng stumm
  stumpf stur süß tapfer taub teuer tief toll top tot träge treu trocken trüb übel vage verschieden vollkommen wach wahr warm weich weise
  weiß weit wert wild winzig wüst wund zäh zart zufrieden bescheiden betrunken hervorragend exklusiv innovativ regional saisonal nüchtern
  extern intern bitter heiter finster düster hager wacker makaber integer`);

/** Lower-case words that take no endings. */
export const functionWords = wordSet(`
  aber alle allein allem allen aller alles als also am an andere anderen ans auch auf aus außen außer bald bei beim beide beiden bevor
  bin bis bist bloß da dabei dadurch dafür dagegen daher dahin dahinter damals damit danach daneben dann daran darauf daraus darin darüber
  darum darunter das dass davon davor dazu dazwischen dein deine dem den denen denn dennoch der deren des deshalb dessen deswegen dich die
  dies diese dieser dieses dir doch dort du durch eben ebenso egal eher eigentlich ein eine einem einen einer eines einige einmal er erst
  es etwa etwas euch euer eure falls fast für gegen gegenüber gern gerne gestern genug gibt hat haben hätte heute hier hin hinten hinter
  ich ihm ihn ihnen ihr ihre im immer in indem innen innerhalb ins inzwischen irgend ist ja je jede jeden jeder jedes jedoch jemand jene
  jetzt kaum kein keine können lange lila mal man manche mehr mein meine meist mich mir mit mittels möchte morgen müssen nach nachdem neben
  nebenan nein nicht nichts nie niemals niemand nirgends noch nun nur ob oben oberhalb obwohl oder offenbar oft öfter ohne orange prima
  rosa schon sehr sein seine seit selbst sich sie sind so sobald sodass sofort sogar solange solche sollen sondern sonst sowie statt stets
  teils trotz trotzdem über übermorgen überall übrigens um und uns unser unsere unten unter vielleicht viel viele vom von vor vorbei vorgestern
  vorher vorn während wann war ward warum was wegen weil weiter welche wem wen wenig weniger wenn wer werden weshalb wessen wie wieder wieso
  wir wird wo wobei wodurch wofür woher wohin wohl wollen womit wurde zu zudem zufolge zuletzt zum zur zurück zusammen zwar zwischen sollen
  dürfen mögen ihren ihrem ihrer seinen seinem seiner unseren unserem unserer meinen meinem meiner deinen deinem deiner keinen keinem keiner
  diesen diesem jenen jenem vielen wenigen mehreren einigen manchen solchen sieben tausenden ungefähr neuen`);

/** Comparatives with an umlaut, or of another stem: word, comparative, superlative without ending. */
export const irregularComparison = wordTable(`
  gut besser best; viel mehr meist; hoch höher höchst; nah näher nächst; groß größer größt; alt älter ältest; arm ärmer ärmst
  dumm dümmer dümmst; grob gröber gröbst; hart härter härtest; jung jünger jüngst; kalt kälter kältest; klug klüger klügst
  krank kränker kränkst; kurz kürzer kürzest; lang länger längst; scharf schärfer schärfst; schwach schwächer schwächst
  schwarz schwärzer schwärzest; stark stärker stärkst; warm wärmer wärmst; rot röter rötest; gesund gesünder gesündest`);

/** Infinitive, third person, past, participle. Verbs with a prefix follow the verb behind it. */
export const strongVerbs = wordTable(`
  backen backt backte gebacken; befehlen befiehlt befahl befohlen; beginnen beginnt begann begonnen; beißen beißt biss gebissen
  bieten bietet bot geboten; binden bindet band gebunden; bitten bittet bat gebeten; bleiben bleibt blieb geblieben
  brechen bricht brach gebrochen; brennen brennt brannte gebrannt; bringen bringt brachte gebracht; denken denkt dachte gedacht
  dringen dringt drang gedrungen; empfehlen empfiehlt empfahl empfohlen; essen isst aß gegessen; fahren fährt fuhr gefahren
  fallen fällt fiel gefallen; fangen fängt fing gefangen; finden findet fand gefunden; fliegen fliegt flog geflogen
  fließen fließt floss geflossen; frieren friert fror gefroren; geben gibt gab gegeben; gehen geht ging gegangen
  gelingen gelingt gelang gelungen; gelten gilt galt gegolten; genießen genießt genoss genossen; gewinnen gewinnt gewann gewonnen
  gießen gießt goss gegossen; graben gräbt grub gegraben; greifen greift griff gegriffen; halten hält hielt gehalten
  hängen hängt hing gehangen; heben hebt hob gehoben; heißen heißt hieß geheißen; helfen hilft half geholfen
  kennen kennt kannte gekannt; klingen klingt klang geklungen; kommen kommt kam gekommen; laden lädt lud geladen
  lassen lässt ließ gelassen; laufen läuft lief gelaufen; leiden leidet litt gelitten; leihen leiht lieh geliehen
  lesen liest las gelesen; liegen liegt lag gelegen; messen misst maß gemessen; nehmen nimmt nahm genommen
  nennen nennt nannte genannt; raten rät riet geraten; reiben reibt rieb gerieben; reißen reißt riss gerissen
  reiten reitet ritt geritten; rufen ruft rief gerufen; schaffen schafft schuf geschaffen; scheinen scheint schien geschienen
  schieben schiebt schob geschoben; schlafen schläft schlief geschlafen; schlagen schlägt schlug geschlagen
  schließen schließt schloss geschlossen; schneiden schneidet schnitt geschnitten; schreiben schreibt schrieb geschrieben
  schreiten schreitet schritt geschritten; schweigen schweigt schwieg geschwiegen; schwimmen schwimmt schwamm geschwommen
  sehen sieht sah gesehen; senden sendet sandte gesandt; singen singt sang gesungen; sinken sinkt sank gesunken
  sitzen sitzt saß gesessen; sprechen spricht sprach gesprochen; springen springt sprang gesprungen; stehen steht stand gestanden
  stehlen stiehlt stahl gestohlen; steigen steigt stieg gestiegen; sterben stirbt starb gestorben; stoßen stößt stieß gestoßen
  streichen streicht strich gestrichen; tragen trägt trug getragen; treffen trifft traf getroffen; treiben treibt trieb getrieben
  treten tritt trat getreten; trinken trinkt trank getrunken; vergessen vergisst vergaß vergessen
  verlieren verliert verlor verloren; vermeiden vermeidet vermied vermieden; wachsen wächst wuchs gewachsen; waschen wäscht wusch gewaschen
  weisen weist wies gewiesen; wenden wendet wandte gewandt; werben wirbt warb geworben; werfen wirft warf geworfen
  wiegen wiegt wog gewogen; wissen weiß wusste gewusst; ziehen zieht zog gezogen; zwingen zwingt zwang gezwungen`);

/** Weak verbs to which a prefix may stand before. */
export const weakVerbs = wordSet(`
  arbeiten bauen bereiten bessern bestellen bezahlen brauchen buchen danken decken dienen drehen drücken fertigen fordern fragen freuen
  führen füllen fügen holen hören kaufen kochen kosten lagern leben legen leisten leiten lernen liefern loben lösen machen melden merken
  mieten nutzen nützen öffnen packen passen planen prüfen rechnen reden reichen reisen richten rüsten sagen sammeln schalten schauen schicken
  schmecken setzen sorgen sparen spielen stecken stellen steuern suchen tauschen teilen testen trauen wandeln warten wählen wechseln wecken
  werten wickeln wirken wünschen zahlen zeigen zahlen zeichnen statten stimmen starten klicken laden drucken stocken heizen`);

/** Forms that are also other words, often nouns: capitals tell nothing at the start of a sentence. */
export const homographs = wordSet(`
  macht sucht wacht zucht flucht pracht tracht fracht band stand ritt biss riss schnitt schritt klang trieb griff wand drang rat fahrt
  ging lag grub las sank maß bot galt schloss schuf warb buk weiß wusch half bat tat bar kosten koste kostet paar los lest sage sagen
  angestellte angestellten angestellter bekannte bekannten bekannter verwandte verwandten verwandter geschenk gehalt verlust verlass
  leiste leisten dichte dichten breite länge reste kreise festen steter stets brate braten gerichte gericht dienst verdienst`);
