import type { Phrases } from '../phrases';

export const fr: Phrases = {
  hello: 'Bonjour. Que cherchez-vous ?',
  thanks: 'Avec plaisir.',
  bye: 'Au revoir. Écrivez-nous quand vous voulez.',
  ok: 'Très bien. Écrivez-nous s’il y a autre chose.',
  about:
    'Je suis l’assistant de cette boutique. Je réponds à partir de ses produits et de ses pages d’aide, et vous pouvez demander une personne à tout moment.',
  best: 'Ceux-ci conviennent le mieux.',
  cheaper: 'J’ai trouvé quelque chose de moins cher.',
  notCheaper: 'Je n’ai rien trouvé de moins cher dans ce genre.',
  notAtPrice: 'Je n’ai rien trouvé à ce prix.',
  closest: 'Voici ce qui s’en approche le plus.',
  noOrders: 'Je ne peux pas consulter les commandes.',
  seeOrder: 'Je n’ai pas accès aux commandes. Vous voyez ici où en est la vôtre.',
  yourOrder: 'Votre commande',
  notSure: 'Je n’ai pas de réponse claire à cela.',
  unknown: 'Je n’ai rien trouvé à ce sujet. Pouvez-vous le dire autrement ?',
  handover: 'Je n’en suis pas sûr, je demande donc à une personne de nous rejoindre.',
  offer: 'Voulez-vous que j’aille chercher quelqu’un ?',
  onlyFiles:
    'Merci, c’est bien arrivé. Je ne peux pas consulter les fichiers moi-même. De quoi s’agit-il, en quelques mots ?',
  offerQuestion: 'Personne n’est là pour le moment. Voulez-vous que je laisse votre question à l’équipe ?',
  wrote: '{name} a écrit : {words}',
  teamWrote: 'L’équipe a écrit : {words}',
  quoted: '« {text} »',
  found: {
    one: 'J’ai trouvé un produit qui convient.',
    other: 'J’ai trouvé {n} produits qui conviennent.',
  },
  stock: {
    in_stock: 'en stock',
    out_of_stock: 'en rupture de stock',
    preorder: 'en précommande',
    backorder: 'en réapprovisionnement',
  },
};
