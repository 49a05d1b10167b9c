import { wordSet, wordTable } from '../paradigm';

/** Adjectives that no ending gives away. */
export const adjectives = wordSet(`
  abierto agrio alto amargo amarillo ancho antiguo auténtico azul bajo barato básico bello blanco blando bonito bravo breve bueno caliente
  callado caro casero cercano chico claro cómodo completo común corto crudo cálido dañino débil delgado delicado denso diferente difícil
  digno directo diverso divino duro económico elegante enorme enfermo entero especial espeso estrecho estupendo exacto excelente exclusivo
  exquisito externo fácil falso famoso feliz feo fiel fijo fino firme flaco flojo fresco frío fuerte gigante gordo grande gratuito grave
  gris grueso guapo hermoso hondo honesto horrible humilde ideal igual inmenso intacto intenso interno inútil joven justo largo leal
  lejano lento leve libre ligero limpio lindo listo llano lleno local loco lujoso malo manso mayor mejor menor moderno mojado moreno
  negro nítido noble normal nuevo nulo oscuro pálido peor pequeño perfecto pesado pésimo pleno pobre precioso preciso principal privado
  próspero próximo público puro quieto rápido raro real recto redondo rico rojo roto rubio rudo sabio sabroso sano seco secreto seguro
  sencillo serio simple sincero sólido solo suave sucio tacaño tardío tibio tierno tímido típico tonto tranquilo triste único urgente útil
  vacío válido varios vasto verdadero verde viejo violento vivo artesano artesanal asequible auténtico natural nacional`);

/** Adjectives in -o that have -ísimo. */
export const withSuperlative = wordSet(`
  alto barato bello blanco bonito bueno caro claro corto duro fino fresco grande guapo hermoso importante interesante largo lento
  limpio malo nuevo puro raro rico rápido sano seco sencillo suave fácil útil`);

export const functionWords = wordSet(`
  a acerca además ahí ahora al algo alguien alguno alguna algunos algunas allí ambos ante anteayer antes apenas aquel aquella aquello
  aquí así aun aún aunque ayer bajo bastante bien cabe cada casi cerca como cómo con conmigo contigo contra cual cuál cualquier cuando
  cuándo cuanto cuánto de debajo del demás dentro desde después detrás donde dónde durante e el él ella ellas ello ellos en encima
  entonces entre era eran eres es esa esas ese eso esos esta está están estas este esto estos excepto fue fuera gracias ha hacia han
  hasta hay hoy incluso jamás junto la las le lejos les lo los luego mal mañana más me mediante menos mi mí mientras mis mismo misma
  mucho muchos muy nada nadie ni ninguno no nos nosotros nuestro nuestra nuestros nunca o os otra otras otro otros para pero poco pocos
  por porque pronto pues que qué quien quién quizá quizás sí se según ser si siempre sin sino sobre sois solamente somos son soy su sus
  también tampoco tan tanto tarde te temprano ti toda todas todavía todo todos tras tu tú tus un una unas uno unos usted ustedes va
  vosotros vuestro y ya yo`);

/** Words that end like an infinitive and are none. */
export const notVerbs = wordSet(`
  altar avatar azúcar bar bazar billar bienestar malestar pesar calamar celular collar ejemplar escolar familiar hangar hogar jaguar
  lugar lunar manjar mar militar muscular nuclear par particular peculiar pilar polar popular pulgar radar regular similar singular
  solar telar titular vulgar circular estelar ocular modular
  alfiler alquiler amanecer anochecer ayer bachiller cáncer carácter cráter deber doctor enser gángster líder máster
  mercader mujer placer poder póster primer quehacer saber ser sastre súper taller tercer super newsletter
  elixir emir faquir nadir porvenir tapir zafir`);

/** Regular verbs in -er and -ir: of others nobody can tell the stem. */
export const regular = wordSet(`
  aprender beber comer comprender correr depender emprender meter prometer proceder responder romper sorprender temer vender ofrecer
  agradecer merecer favorecer enriquecer establecer crecer aparecer pertenecer
  abrir añadir aplaudir asistir compartir cubrir cumplir debatir decidir descubrir discutir existir imprimir insistir interrumpir
  invadir permitir partir recibir repartir subir sufrir transmitir unir vivir definir consumir resumir describir escribir suscribir`);

export const irregularParticiples = wordTable(`
  abrir abierto; cubrir cubierto; descubrir descubierto; escribir escrito; describir descrito; suscribir suscrito; imprimir impreso
  romper roto`);

/** Verbs in -ar that keep their vowel, so that every form is known. */
export const regularAr = wordSet(`
  ahorrar ayudar buscar cambiar comprar contratar cuidar dejar descargar desarrollar disfrutar elaborar emplear ganar hablar hornear
  llamar llevar llegar mejorar mirar necesitar observar organizar pagar preparar reservar trabajar tomar usar visitar redactar
  crear lograr aumentar entregar facilitar evitar explicar`);

/** Verbs in -ar that are not regular. */
export const irregularAr = wordSet('andar dar estar jugar');

/** Forms that are other words. */
export const homographs = wordSet(`
  mercado mercados estado estados lado lados resultado resultados pasado pasados cuidado cuidados pescado pescados helado helados asado
  asados tratado tratados listado listados llamado empleado empleados abogado abogados significado significados contado ganado ganados
  candado pecado recado grado tejado sembrado certificado certificados acabado acabados cocido comida bebida bebido salida vivido vida
  unido unidos partido partidos sentido sonido cumplido debido recibo recibos subido contenido corte partida medida
  metido añadido impreso impresos escrito escritos descubierto cubierto cubiertos abierto roto preparando llegado trato
  mandado encargado encargados invitado invitados jurado juzgado párrafo soldado delegado diputado dictado peinado planchado
  bordado cuadrado enunciado legado separado apartado apartados`);
