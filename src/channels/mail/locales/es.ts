import type { MailWords } from '../locales';

export const es: MailWords = {
  subject: '{name} de {store} te ha respondido',
  subjectStore: '{store} te ha respondido',
  sender: '{name} de {store}',
  messages: {
    one: '{n} mensaje desde que saliste del chat',
    many: '{n} de mensajes desde que saliste del chat',
    other: '{n} mensajes desde que saliste del chat',
  },
  earlier: {
    one: '{n} mensaje anterior está en el chat.',
    many: '{n} de mensajes anteriores están en el chat.',
    other: '{n} mensajes anteriores están en el chat.',
  },
  above: 'Escribe tu respuesta encima de esta línea',
  answer: 'Responde a este correo sin más. Tu respuesta llegará al mismo chat.',
  asked: 'Preguntaste',
  confirmWhy: '¿Es esta tu dirección? Cuando lo confirmes, nuestros correos podrán mostrar también tu pregunta.',
  confirm: 'Sí, es mi dirección',
  why: 'Recibes este correo porque alguien dejó esta dirección en el chat de {store}.',
  notYou: '¿No fuiste tú? Detén estos correos y no llegará nada más.',
  stop: 'Detener estos correos',
  confirmTitle: '¿Es esta tu dirección?',
  confirmText: 'Alguien la dejó en el chat de una tienda para que te llegue la respuesta.',
  confirmedTitle: 'Gracias',
  confirmedText: 'Las respuestas de este chat llegarán a tu dirección.',
  stopTitle: '¿Detener estos correos?',
  stopText: 'Las respuestas de este chat ya no llegarán a tu dirección.',
  stoppedTitle: 'No habrá más correos',
  stoppedText: 'Las respuestas de este chat ya no llegan a tu dirección.',
};
