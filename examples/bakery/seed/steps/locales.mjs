/** English is Strapi's default; German comes beside it. */
export async function locales(strapi) {
  const service = strapi.plugin('i18n').service('locales');
  if (!(await service.findByCode('de'))) await service.create({ code: 'de', name: 'German (de)' });
}
