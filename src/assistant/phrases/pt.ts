import type { Phrases } from '../phrases';

export const pt: Phrases = {
  hello: 'Olá. O que procura?',
  thanks: 'De nada.',
  bye: 'Até breve. Escreva quando quiser.',
  ok: 'Muito bem. Escreva se surgir mais alguma coisa.',
  about:
    'Sou o assistente desta loja. Respondo a partir dos seus produtos e páginas de ajuda, e pode pedir uma pessoa a qualquer momento.',
  best: 'Estes são os mais adequados.',
  cheaper: 'Encontrei algo mais barato.',
  notCheaper: 'Não encontrei nada mais barato deste tipo.',
  notAtPrice: 'Não encontrei nada a esse preço.',
  closest: 'Isto é o que mais se aproxima.',
  noOrders: 'Não consigo consultar encomendas.',
  seeOrder: 'Não consigo ver encomendas. Aqui pode ver onde está a sua.',
  yourOrder: 'A sua encomenda',
  notSure: 'Não tenho uma resposta clara para isso.',
  unknown: 'Não encontrei nada sobre isso. Pode dizê-lo de outra forma?',
  handover: 'Não tenho a certeza, por isso peço a uma pessoa que se junte.',
  offer: 'Quer que chame alguém?',
  onlyFiles: 'Obrigado, chegou. Eu não consigo ver ficheiros. De que se trata, em poucas palavras?',
  offerQuestion: 'Neste momento não está ninguém. Quer que deixe a sua pergunta à equipa?',
  wrote: '{name} escreveu: {words}',
  teamWrote: 'A equipa escreveu: {words}',
  quoted: '“{text}”',
  found: {
    one: 'Encontrei um que serve.',
    other: 'Encontrei {n} que servem.',
  },
  stock: {
    in_stock: 'em stock',
    out_of_stock: 'esgotado',
    preorder: 'em pré-venda',
    backorder: 'disponível por encomenda',
  },
};
