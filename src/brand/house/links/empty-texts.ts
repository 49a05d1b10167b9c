/** Texts of links that say nothing about where they lead; folded, without capitals. */
export const emptyTexts: readonly string[] = [
  'click', 'click here', 'click this', 'click this link', 'find out more', 'go', 'here', 'learn more', 'link', 'more',
  'more info', 'more information', 'read', 'read more', 'read on', 'see more', 'this', 'this link', 'this page',
  'hier', 'hier klicken', 'klicken sie hier', 'klick hier', 'klicke hier', 'hier lesen', 'mehr', 'mehr dazu', 'mehr erfahren',
  'mehr infos', 'mehr informationen', 'mehr lesen', 'weiter', 'weiterlesen', 'weitere infos', 'weitere informationen',
  'dieser link', 'zum link', 'jetzt klicken',
  'ici', 'cliquez ici', 'cliquer ici', 'en savoir plus', 'lire la suite', 'plus', "plus d'infos", 'ce lien', 'suite',
  'aquí', 'haz clic aquí', 'haga clic aquí', 'pincha aquí', 'leer más', 'más', 'más información', 'saber más', 'este enlace',
]; // prettier-ignore
