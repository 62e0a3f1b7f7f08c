import type { Phrases } from '../phrases';

export const es: Phrases = {
  hello: 'Hola. ¿Qué está buscando?',
  thanks: 'De nada.',
  bye: 'Hasta luego. Escriba cuando quiera.',
  ok: 'Bien. Escriba si surge algo más.',
  about:
    'Soy el asistente de esta tienda. Respondo a partir de sus productos y páginas de ayuda, y puede pedir una persona en cualquier momento.',
  best: 'Estos son los que mejor encajan.',
  cheaper: 'He encontrado algo más barato.',
  notCheaper: 'No he encontrado nada más barato de este tipo.',
  notAtPrice: 'No he encontrado nada a ese precio.',
  closest: 'Esto es lo que más se acerca.',
  noOrders: 'No puedo consultar los pedidos.',
  seeOrder: 'No puedo ver los pedidos. Aquí puede ver por dónde va el suyo.',
  yourOrder: 'Su pedido',
  notSure: 'No tengo una respuesta clara a eso.',
  unknown: 'No he encontrado nada sobre eso. ¿Puede decirlo de otra manera?',
  handover: 'No estoy seguro de esto, así que pido a una persona que se una.',
  offer: '¿Quiere que avise a alguien?',
  onlyFiles: 'Gracias, ha llegado. Yo no puedo ver archivos. ¿De qué se trata, en pocas palabras?',
  offerQuestion: 'Ahora mismo no hay nadie. ¿Quiere que deje su pregunta al equipo?',
  wrote: '{name} escribió: {words}',
  teamWrote: 'El equipo escribió: {words}',
  quoted: '«{text}»',
  found: {
    one: 'He encontrado uno que encaja.',
    other: 'He encontrado {n} que encajan.',
  },
  stock: {
    in_stock: 'en stock',
    out_of_stock: 'agotado',
    preorder: 'en preventa',
    backorder: 'disponible bajo pedido',
  },
};
