import type { MailWords } from '../locales';

export const pt: MailWords = {
  subject: '{name} de {store} respondeu-lhe',
  subjectStore: '{store} respondeu-lhe',
  sender: '{name} de {store}',
  messages: {
    one: '{n} mensagem desde que saiu do chat',
    many: '{n} de mensagens desde que saiu do chat',
    other: '{n} mensagens desde que saiu do chat',
  },
  earlier: {
    one: '{n} mensagem anterior está no chat.',
    many: '{n} de mensagens anteriores estão no chat.',
    other: '{n} mensagens anteriores estão no chat.',
  },
  above: 'Escreva a sua resposta acima desta linha',
  answer: 'Responda simplesmente a este e-mail. A sua resposta chega ao mesmo chat.',
  asked: 'Perguntou',
  confirmWhy: 'Este é o seu endereço? Depois de o confirmar, os nossos e-mails podem mostrar também a sua pergunta.',
  confirm: 'Sim, é o meu endereço',
  why: 'Recebe este e-mail porque este endereço foi deixado no chat de {store}.',
  notYou: 'Não foi você? Pare estes e-mails e não chegará mais nada.',
  stop: 'Parar estes e-mails',
  confirmTitle: 'Este é o seu endereço?',
  confirmText: 'Foi deixado no chat de uma loja, para que a resposta lhe chegue.',
  confirmedTitle: 'Obrigado',
  confirmedText: 'As respostas deste chat vão chegar ao seu endereço.',
  stopTitle: 'Parar estes e-mails?',
  stopText: 'As respostas deste chat deixarão de chegar ao seu endereço.',
  stoppedTitle: 'Sem mais e-mails',
  stoppedText: 'As respostas deste chat já não chegam ao seu endereço.',
};
