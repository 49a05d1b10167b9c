import { wordSet, wordTable } from '../paradigm';

/** Adjectives that no ending gives away. */
export const adjectives = wordSet(`
  abordable abstrait absolu aigu amer ancien ardu artisanal atroce avide bas beau bel blanc bleu bon bref brun brut chaud cher chic clair
  commun complet complexe concret confus content court crémeux creux cru cuit dense différent discret distinct divers doux droit dur
  efficace élégant entier épais étroit exact exclusif excellent exquis extrême faible faux ferme fier fin flou foncé fort fou frais franc
  froid gai gentil génial grand gras gratuit gris gros haut heureux humble idéal immense inquiet intact intelligent jaune jeune joli
  juste laid large léger lent libre local long lourd maigre malin marrant mauvais mince moche moderne moelleux mou mûr net neuf noir
  normal nouveau nul opaque parfait particulier patient pauvre permanent petit plat plein poli ponctuel premier prêt précis privé
  profond prompt propre public pur rapide rare ravi récent réel régulier riche robuste rond rouge sain sale sec secret seul simple
  singulier sobre sombre souple sucré sûr tendre terne tiède timide triste utile urgent vaste vert vide vieux vif violet vrai unique
  incroyable moyen meilleur pire super`);

/** Masculine, feminine, masculine plural, feminine plural. */
export const irregularAdjectives = wordTable(`
  beau belle beaux belles; nouveau nouvelle nouveaux nouvelles; vieux vieille vieux vieilles; fou folle fous folles
  mou molle mous molles; blanc blanche blancs blanches; franc franche francs franches; frais fraîche frais fraîches
  sec sèche secs sèches; doux douce doux douces; faux fausse faux fausses; roux rousse roux rousses; long longue longs longues
  public publique publics publiques; bref brève brefs brèves; gros grosse gros grosses; gras grasse gras grasses; bas basse bas basses
  épais épaisse épais épaisses; gentil gentille gentils gentilles; nul nulle nuls nulles; favori favorite favoris favorites
  malin maligne malins malignes; aigu aiguë aigus aiguës; complet complète complets complètes; concret concrète concrets concrètes
  discret discrète discrets discrètes; inquiet inquiète inquiets inquiètes; secret secrète secrets secrètes; net nette nets nettes
  bon bonne bons bonnes; ancien ancienne anciens anciennes; bleu bleue bleus bleues; meilleur meilleure meilleurs meilleures
  sûr sûre sûrs sûres; mûr mûre mûrs mûres; super super super super; chic chic chics chics; exquis exquise exquis exquises
  précis précise précis précises; gris grise gris grises; tout toute tous toutes`);

export const functionWords = wordSet(`
  à afin ai ainsi alors après as assez au aucun aucune aujourd'hui auprès aussi autant autre autres aux avant avec avez avons beaucoup
  bien c'est ça car ce ceci cela celle celles celui ces cet cette ceux chacun chaque chez comme comment contre d'abord dans de déjà
  demain depuis derrière des dès desquels deux devant donc dont du durant elle elles en encore enfin ensuite entre es est et étaient
  était êtes eux hier hors ici il ils jamais je jusque la là le lequel les leur leurs loin lorsque lui ma mais malgré me même mes mieux
  mien moi moins mon ne ni non nos notre nous on ont or ou où par parce parfois parmi pas pendant personne peu peut plus plusieurs
  plutôt pour pourquoi près presque puis puisque quand que quel quelle quelles quelque quelques quels qui quoi rien sa sans sauf se
  selon ses si sien soi son sont souvent sous suis sur ta tant te tes toi ton toujours tous tout très trop tu un une vers voici voilà
  vos votre vous y`);

/** Words that end like an infinitive and are none. */
export const notVerbs = wordSet(`
  acier amer atelier boucher boulanger bouclier cahier calendrier cancer cavalier cellier chantier charcutier chevalier cher
  clavier collier conseiller courrier cuisinier danger déjeuner dernier dossier enfer entier épicier escalier étranger
  familier février fermier fer fichier fier financier foyer fromager grossier héritier hier hiver hôtelier immobilier infirmier
  janvier jardinier laitier léger leader loyer manager menuisier métier meunier messager mer meurtrier mobilier
  ouvrier palier panier papier particulier passager pâtissier pompier policier poivrier premier quartier régulier rocher saladier
  sentier singulier sorcier soulier super tablier tiroir trésorier usager verger voilier newsletter poster
  designer dealer flyer`);

/** Verbs of the second group: je finis, nous finissons. */
export const secondGroup = wordSet(`
  accomplir agrandir approfondir avertir bâtir choisir définir embellir enrichir établir finir fournir garantir grandir grossir
  guérir investir jouir mûrir nourrir obéir punir rafraîchir ralentir réagir réfléchir remplir réunir réussir rôtir saisir vieillir`);

/** Verbs in -re with the stem of the infinitive throughout: je vends, vendu. */
export const thirdGroup = wordSet(`
  attendre confondre correspondre défendre dépendre descendre entendre étendre fondre perdre rendre répandre répondre revendre suspendre
  vendre`);

/** Verbs that double a letter before a silent e. */
export const doublingVerbs = wordSet(
  'appeler rappeler jeter projeter rejeter épeler renouveler étiqueter feuilleter',
);

/** Verb forms that are other words. */
export const homographs = wordSet(`
  marché marchés entrée entrées arrivée arrivées employé employés employée employées pensée pensées portée portées montée montées
  durée durées donnée données dictée dictées poignée tournée tournées rentrée traversée assemblée côté été pâté carré café résumé
  résumés exposé exposés énoncé associé associés associée délégué invité invités invitée salarié abonné abonnés abonnée abonnées
  réservé soirée matinée journée année allée allées armée armées gelée gelées fumée fumées tranchée coupé coupée passé purée rosée
  prisé sachet comté comptée fait faits rendu rendus défendu étendue étendues tenue répondant attendant descendant
  correspondant correspondants remplissant finissant volée couchée couché levée relevé relevés rangée bouchée pincée tenant
  fournissant rôti rôtis bâti établi établis rempli choisis`);
