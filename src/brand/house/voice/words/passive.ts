import type { Language } from '../../languages';

const w = (list: string): string => list.trim().split(/\s+/).join('|');

const irregular =
  w(`born beaten become begun bent bet bitten bled blown bought bound bred broken brought built burnt
  caught chosen clung cut dealt done drawn driven drunk dug eaten fed felt fought found flung forbidden forgiven forgotten
  frozen given gone ground grown had heard held hidden hit hung hurt kept knit known laid led left lent let lit lost made
  meant met paid proven put quit read rid ridden risen run said sawn seen sent set sewn shaken shed shot shown shut sold
  sought spent spoken spread sprung stolen struck stuck stung sung sunk sworn swept swollen taken taught thought thrown
  told torn undone understood upheld woken won worn woven written`);
const enNot =
  w(`advanced aged based blessed bored concerned confused crowded delighted dedicated detailed determined
  embarrassed excited experienced gifted interested indeed need limited married mixed naked pleased red relaxed sacred
  satisfied scared skilled sophisticated supposed surprised talented tired used varied wicked worried hundred`);
const deStrong =
  w(`angenommen aufgenommen begonnen begriffen beschlossen beschrieben betrieben betroffen bewiesen
  bezogen empfangen empfohlen entnommen entschieden entworfen erfahren erfunden ergriffen erhalten erhoben erschienen
  erwiesen genossen übernommen überwiesen unterbrochen unterschrieben verboten verbunden vergessen verglichen verliehen
  verloren vermieden verschoben versprochen verstanden vertreten vertrieben verwiesen vorgenommen`);
const deNot =
  w(`gehen geben gelten gewinnen gehören gelingen gelangen geschehen gestalten genießen genesen gewähren
  gewöhnen gefallen genügen gebühren gebären gesund gern gerecht gewiss genannt gut gut gast geist gebiet gerät gehalt
  geduld gestalt gewalt gewicht gericht gesicht geschäft geschichten garten geschäften gesichtern bereit berat erst
  ernst bekannt verwandt erhalten überhaupt übernacht unterricht bett best beste bericht bestimmt`);
const frNot =
  w(`allé allée allés allées venu venue venus venues arrivé arrivée arrivés arrivées parti partie partis
  parties entré entrée entrés entrées sorti sortie sortis sorties né née nés nées mort morte morts mortes resté restée
  restés restées tombé tombée tombés tombées monté montée montés montées descendu descendue descendus descendues devenu
  devenue devenus devenues revenu revenue revenus revenues rentré rentrée rentrés rentrées retourné retournée retournés
  retournées passé passée passés passées joli jolie jolis jolies ici aussi ainsi midi demi poli polie depuis puis plus
  gris suis mauvais français frais précis ami amie amis amies petit petite gratuit gratuite réussi perdu nuit huit lundi
  mardi jeudi samedi bleu bleue bleus nu nue vrai ravi ravie`);

/** What marks a sentence as passive; the first that stands in it speaks. Heuristics: adjectives that look like participles are left out. */
export const passivePatterns: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(
    `\\b(?:am|is|are|was|were|be|been|being|gets?|got|gotten)(?: (?:not|also|always|never|often|only|still|now|then|just|all|both|\\w+ly)){0,2} (?!(?:${enNot})\\b)(?:\\w{2,}ed|${irregular})\\b`,
    'i',
  ),
  de: new RegExp(
    `(?<!\\p{L})(?:wird|wirst|werde|werdet|werden|wurde|wurdest|wurden|worden|würde|würden)(?!\\p{L})[^,;:.]{0,120}?(?<!\\p{L})(?!(?:${deNot})(?!\\p{L}))(?:(?:ab|an|auf|aus|bei|ein|fest|her|hin|mit|nach|um|vor|weg|zu|zurück|zusammen)?ge\\p{Ll}{2,}(?:t|en)|(?:be|ver|ent|er|zer|über|unter)\\p{Ll}{2,}t|\\p{Ll}{2,}iert|${deStrong})(?!\\p{L})` +
      `|(?<!\\p{L})(?!(?:${deNot})(?!\\p{L}))(?:(?:ab|an|auf|aus|bei|ein|fest|her|hin|mit|nach|um|vor|weg|zu|zurück|zusammen)?ge\\p{Ll}{2,}(?:t|en)|(?:be|ver|ent|er|zer|über|unter)\\p{Ll}{2,}t|\\p{Ll}{2,}iert|${deStrong}) (?:wird|werden|wurde|wurden|worden)(?!\\p{L})`,
    'u',
  ),
  fr: new RegExp(
    `(?<!\\p{L})(?<!s['’])(?<!se )(?:est|sont|était|étaient|fut|furent|sera|seront|serait|seraient|été|être|soit|soient)(?: (?:pas|plus|aussi|bien|déjà|encore|toujours|jamais|souvent|tous|toutes|\\p{L}+ment))? (?!(?:${frNot})(?!\\p{L}))(?:\\p{L}{2,}(?:é|ée|és|ées|ie|is|ies|ue|us|ues)|\\p{L}{3,}[iu]|(?:fai|di|écri|condui|produi|construi|cui|inscri)te?s?|(?:ouver|offer|couver|découver|souffer)te?s?|(?:pri|mi|compri|appri|remi|promi)se?s?)(?!\\p{L})`,
    'iu',
  ),
  es: new RegExp(
    `(?<!\\p{L})(?:es|son|fue|fueron|era|eran|será|serán|sería|serían|ser|sido|sea|sean|siendo)(?: (?:no|también|siempre|nunca|solo|ya|muy|\\p{L}+mente))? (?:\\p{L}{2,}[ai]d[oa]s?|(?:hech|dich|escrit|vist|puest|abiert|rot|cubiert|descubiert|compuest|impres|resuelt)[oa]s?)(?!\\p{L})`,
    'iu',
  ),
};
