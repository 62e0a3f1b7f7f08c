import type { MailWords } from '../locales';

export const tr: MailWords = {
  subject: '{store} ekibinden {name} size yanıt verdi',
  subjectStore: '{store} size yanıt verdi',
  sender: '{name}, {store}',
  messages: {
    one: 'Siz sohbetten ayrıldıktan sonra {n} mesaj',
    other: 'Siz sohbetten ayrıldıktan sonra {n} mesaj',
  },
  earlier: {
    one: 'Daha eski {n} mesaj sohbette duruyor.',
    other: 'Daha eski {n} mesaj sohbette duruyor.',
  },
  above: 'Yanıtınızı bu satırın üstüne yazın',
  answer: 'Bu e-postayı yanıtlamanız yeterli. Yanıtınız aynı sohbete düşer.',
  asked: 'Sorunuz',
  confirmWhy: 'Bu adres sizin mi? Onayladığınızda e-postalarımız sorunuzu da gösterebilir.',
  confirm: 'Evet, bu benim adresim',
  why: 'Bu e-postayı, bu adres {store} sohbetine bırakıldığı için alıyorsunuz.',
  notYou: 'Siz değil miydiniz? Bu e-postaları durdurun, başka bir şey gelmez.',
  stop: 'Bu e-postaları durdur',
  confirmTitle: 'Bu adres sizin mi?',
  confirmText: 'Yanıt size ulaşabilsin diye bir mağazanın sohbetine bırakıldı.',
  confirmedTitle: 'Teşekkürler',
  confirmedText: 'Bu sohbetin yanıtları adresinize gelecek.',
  stopTitle: 'Bu e-postalar durdurulsun mu?',
  stopText: 'Bu sohbetin yanıtları artık adresinize gelmeyecek.',
  stoppedTitle: 'Artık e-posta yok',
  stoppedText: 'Bu sohbetin yanıtları artık adresinize gelmiyor.',
};
