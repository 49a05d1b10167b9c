import type { InclusiveEntry } from '../entry';

/** French. */
// prettier-ignore
export const french: readonly InclusiveEntry[] = [
  { id: 'fr-mademoiselle', why: 'gender', words: { mademoiselle: 'madame', mesdemoiselles: 'mesdames' }, fail: 'Bonjour mademoiselle.', pass: 'Bonjour madame.' },
  { id: 'fr-droits-de-l-homme', why: 'gender', words: { "droits de l'homme": 'droits humains', "droit de l'homme": 'droit humain' }, fail: "Un repas pour les droits de l'homme.", pass: 'Un repas pour les droits humains.' },
  { id: 'fr-hommes-d-affaires', why: 'gender', words: { "homme d'affaires": "personne d'affaires", "hommes d'affaires": "gens d'affaires" }, fail: "Le déjeuner des hommes d'affaires.", pass: "Le déjeuner des gens d'affaires." },
  { id: 'fr-femme-de-menage', why: 'gender', words: { 'femme de ménage': 'personne chargée du ménage', 'femmes de ménage': 'personnes chargées du ménage' }, fail: 'Nous cherchons une femme de ménage.', pass: 'Nous cherchons une personne chargée du ménage.' },
  { id: 'fr-menagere', why: 'gender', words: { ménagère: null, ménagères: null }, fail: 'Une astuce pour la ménagère.', pass: 'Une astuce pour la maison.' },
  { id: 'fr-nom-de-jeune-fille', why: 'gender', words: { 'nom de jeune fille': 'nom de naissance' }, fail: 'Votre nom de jeune fille ?', pass: 'Votre nom de naissance ?' },
  { id: 'fr-etudiants', why: 'gender', words: { 'les étudiants': 'la communauté étudiante' }, fail: 'Un prix pour les étudiants.', pass: 'Un prix pour la communauté étudiante.' },
  { id: 'fr-clients', why: 'gender', words: { 'nos clients': 'notre clientèle', 'chers clients': 'chère clientèle' }, fail: 'Merci à nos clients.', pass: 'Merci à notre clientèle.' },
  { id: 'fr-collaborateurs', why: 'gender', words: { 'nos collaborateurs': 'notre équipe', 'nos employés': 'notre équipe' }, fail: 'Nos employés cuisent la nuit.', pass: 'Notre équipe cuit la nuit.' },
  { id: 'fr-handicapes', why: 'disability', words: { 'les handicapés': 'les personnes handicapées', 'un handicapé': 'une personne handicapée' }, fail: 'Un accès pour les handicapés.', pass: 'Un accès pour les personnes handicapées.' },
  { id: 'fr-cloue', why: 'disability', words: { 'cloué dans un fauteuil': 'en fauteuil roulant', 'cloué à un fauteuil': 'en fauteuil roulant', 'clouée dans un fauteuil': 'en fauteuil roulant' }, fail: 'Il est cloué dans un fauteuil.', pass: 'Il est en fauteuil roulant.' },
  { id: 'fr-sourd-muet', why: 'disability', words: { 'sourd-muet': 'sourd', 'sourde-muette': 'sourde', 'sourds-muets': 'sourds' }, fail: 'Un boulanger sourd-muet.', pass: 'Un boulanger sourd.' },
  { id: 'fr-souffre-de', why: 'disability', words: { 'souffre de': 'a', 'souffrent de': 'ont', 'souffrant de': 'avec' }, fail: 'Pour qui souffre de diabète.', pass: 'Pour qui a du diabète.' },
  { id: 'fr-fou', why: 'disability', words: { 'prix fous': 'prix incroyables', dingue: 'incroyable', dingues: 'incroyables', débile: 'absurde' }, fail: 'Un goût dingue.', pass: 'Un goût incroyable.' },
  { id: 'fr-troisieme-age', why: 'age', words: { 'troisième âge': 'personnes âgées', vieillards: 'personnes âgées', 'les vieux': 'les personnes âgées' }, fail: 'Un thé pour les vieux.', pass: 'Un thé pour les personnes âgées.' },
  { id: 'fr-liste-noire', why: 'colour', words: { 'liste noire': 'liste de blocage', 'listes noires': 'listes de blocage', 'travail au noir': 'travail non déclaré' }, fail: 'Pas de liste noire chez nous.', pass: 'Pas de liste de blocage chez nous.' },
  { id: 'fr-tete-de-negre', why: 'colour', words: { 'tête de nègre': 'meringue au chocolat', 'têtes de nègre': 'meringues au chocolat' }, fail: 'Une tête de nègre.', pass: 'Une meringue au chocolat.' },
  { id: 'fr-couleur-chair', why: 'colour', words: { 'couleur chair': 'beige' }, fail: 'Une boîte couleur chair.', pass: 'Une boîte beige.' },
  { id: 'fr-tiers-monde', why: 'origin', words: { 'tiers monde': 'pays du Sud', 'tiers-monde': 'pays du Sud' }, fail: 'Un café du tiers-monde.', pass: 'Un café des pays du Sud.' },
  { id: 'fr-exotique', why: 'origin', words: { exotique: 'tropical', exotiques: 'tropicaux', 'travail arabe': 'travail bâclé', 'téléphone arabe': 'bouche à oreille' }, fail: 'Par téléphone arabe.', pass: 'Par bouche à oreille.' },
  { id: 'fr-clandestin', why: 'origin', words: { clandestin: 'sans-papiers', clandestins: 'sans-papiers' }, fail: 'Un récit de clandestins.', pass: 'Un récit de sans-papiers.' },
  { id: 'fr-sdf', why: 'standing', words: { SDF: 'personnes sans domicile', clochard: 'personne sans domicile', clochards: 'personnes sans domicile' }, fail: 'Du pain pour les clochards.', pass: 'Du pain pour les personnes sans domicile.' },
];
