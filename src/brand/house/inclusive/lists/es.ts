import type { InclusiveEntry } from '../entry';

/** Spanish. */
// prettier-ignore
export const spanish: readonly InclusiveEntry[] = [
  { id: 'es-senorita', why: 'gender', words: { señorita: 'señora', señoritas: 'señoras' }, fail: 'Pregunte a la señorita.', pass: 'Pregunte a la señora.' },
  { id: 'es-derechos-del-hombre', why: 'gender', words: { 'derechos del hombre': 'derechos humanos' }, fail: 'Por los derechos del hombre.', pass: 'Por los derechos humanos.' },
  { id: 'es-hombres-de-negocios', why: 'gender', words: { 'hombre de negocios': 'persona de negocios', 'hombres de negocios': 'gente de negocios' }, fail: 'Un menú para hombres de negocios.', pass: 'Un menú para gente de negocios.' },
  { id: 'es-mujer-de-la-limpieza', why: 'gender', words: { 'mujer de la limpieza': 'personal de limpieza', 'señora de la limpieza': 'personal de limpieza' }, fail: 'Buscamos mujer de la limpieza.', pass: 'Buscamos personal de limpieza.' },
  { id: 'es-ama-de-casa', why: 'gender', words: { 'ama de casa': 'persona que lleva la casa', 'amas de casa': 'personas que llevan la casa' }, fail: 'Un truco para amas de casa.', pass: 'Un truco para casa.' },
  { id: 'es-los-clientes', why: 'gender', words: { 'nuestros clientes': 'nuestra clientela', 'los clientes': 'la clientela' }, fail: 'Gracias a nuestros clientes.', pass: 'Gracias a nuestra clientela.' },
  { id: 'es-los-empleados', why: 'gender', words: { 'nuestros empleados': 'nuestro equipo', 'nuestros trabajadores': 'nuestro equipo' }, fail: 'Nuestros empleados hornean.', pass: 'Nuestro equipo hornea.' },
  { id: 'es-los-alumnos', why: 'gender', words: { 'los alumnos': 'el alumnado', 'los profesores': 'el profesorado', 'los estudiantes': 'el estudiantado' }, fail: 'Descuento para los alumnos.', pass: 'Descuento para el alumnado.' },
  { id: 'es-los-ciudadanos', why: 'gender', words: { 'los ciudadanos': 'la ciudadanía', 'los vecinos': 'el vecindario' }, fail: 'Pan para los vecinos.', pass: 'Pan para el vecindario.' },
  { id: 'es-minusvalido', why: 'disability', words: { minusválido: 'persona con discapacidad', minusválidos: 'personas con discapacidad', discapacitados: 'personas con discapacidad', inválidos: 'personas con discapacidad' }, fail: 'Acceso para minusválidos.', pass: 'Acceso para personas con discapacidad.' },
  { id: 'es-silla', why: 'disability', words: { 'confinado a una silla de ruedas': 'en silla de ruedas', 'atado a una silla de ruedas': 'en silla de ruedas', 'postrado en una silla de ruedas': 'en silla de ruedas' }, fail: 'Está atado a una silla de ruedas.', pass: 'Está en silla de ruedas.' },
  { id: 'es-sordomudo', why: 'disability', words: { sordomudo: 'sordo', sordomuda: 'sorda', sordomudos: 'sordos' }, fail: 'Un panadero sordomudo.', pass: 'Un panadero sordo.' },
  { id: 'es-sufre-de', why: 'disability', words: { 'sufre de': 'tiene', 'sufren de': 'tienen', 'padece de': 'tiene', 'padecen de': 'tienen' }, fail: 'Si usted padece de alergia.', pass: 'Si usted tiene alergia.' },
  { id: 'es-loco', why: 'disability', words: { 'precios locos': 'precios increíbles', 'precios de locura': 'precios increíbles', 'de locos': 'increíble' }, fail: 'Precios de locura.', pass: 'Precios increíbles.' },
  { id: 'es-ancianos', why: 'age', words: { ancianos: 'personas mayores', 'los viejos': 'las personas mayores', 'tercera edad': 'personas mayores' }, fail: 'Descuento para la tercera edad.', pass: 'Descuento para personas mayores.' },
  { id: 'es-lista-negra', why: 'colour', words: { 'lista negra': 'lista de bloqueo', 'listas negras': 'listas de bloqueo', 'trabajar en negro': 'trabajar sin contrato' }, fail: 'No hay lista negra.', pass: 'No hay lista de bloqueo.' },
  { id: 'es-trabajar-como-un-negro', why: 'colour', words: { 'trabajar como un negro': 'trabajar muchísimo', 'trabajo de negros': 'trabajo muy duro' }, fail: 'Hornear es trabajo de negros.', pass: 'Hornear es trabajo muy duro.' },
  { id: 'es-color-carne', why: 'colour', words: { 'color carne': 'beis', 'color piel': 'beis' }, fail: 'Una caja color carne.', pass: 'Una caja beis.' },
  { id: 'es-tercer-mundo', why: 'origin', words: { 'tercer mundo': 'Sur global', tercermundista: 'precario' }, fail: 'Café del tercer mundo.', pass: 'Café del Sur global.' },
  { id: 'es-trabajo-de-chinos', why: 'origin', words: { 'trabajo de chinos': 'trabajo minucioso', 'engañar como a un chino': 'engañar por completo', 'hacer el indio': 'hacer tonterías' }, fail: 'Es un trabajo de chinos.', pass: 'Es un trabajo minucioso.' },
  { id: 'es-ilegales', why: 'origin', words: { 'inmigrantes ilegales': 'inmigrantes en situación irregular', 'inmigrante ilegal': 'inmigrante en situación irregular', 'sin papeles': 'en situación irregular' }, fail: 'Una historia de inmigrantes ilegales.', pass: 'Una historia de inmigrantes en situación irregular.' },
  { id: 'es-mendigos', why: 'standing', words: { mendigos: 'personas sin hogar', vagabundos: 'personas sin hogar', 'los pobres': 'las personas con pocos recursos' }, fail: 'Pan para los pobres.', pass: 'Pan para las personas con pocos recursos.' },
];
