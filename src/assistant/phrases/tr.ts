import type { Phrases } from '../phrases';

export const tr: Phrases = {
  hello: 'Merhaba. Ne arıyorsunuz?',
  thanks: 'Rica ederim.',
  bye: 'Hoşça kalın. İstediğiniz zaman yine yazın.',
  ok: 'Güzel. Başka bir şey olursa yine yazın.',
  about:
    'Ben bu mağazanın asistanıyım. Ürünlerden ve yardım sayfalarından yanıt veririm; dilediğiniz zaman bir kişiyle görüşmek isteyebilirsiniz.',
  best: 'En uygunları bunlar.',
  cheaper: 'Daha ucuz bir şey buldum.',
  notCheaper: 'Bu türden daha ucuz bir şey bulamadım.',
  notAtPrice: 'Bu fiyata bir şey bulamadım.',
  closest: 'En yakını bu.',
  noOrders: 'Siparişleri göremiyorum.',
  seeOrder: 'Siparişleri göremiyorum. Siparişinizin nerede olduğunu buradan görebilirsiniz.',
  yourOrder: 'Siparişiniz',
  notSure: 'Buna net bir yanıtım yok.',
  unknown: 'Bununla ilgili bir şey bulamadım. Başka türlü söyleyebilir misiniz?',
  handover: 'Bundan emin değilim, bu yüzden ekipten bir kişinin katılmasını istiyorum.',
  offer: 'Birini çağırayım mı?',
  onlyFiles: 'Teşekkürler, ulaştı. Dosyalara kendim bakamıyorum. Birkaç kelimeyle konu nedir?',
  offerQuestion: 'Şu anda kimse yok. Sorunuzu ekibe bırakayım mı?',
  wrote: '{name} şöyle yazdı: {words}',
  teamWrote: 'Ekip şöyle yazdı: {words}',
  quoted: '“{text}”',
  found: {
    one: 'Uygun {n} ürün buldum.',
    other: 'Uygun {n} ürün buldum.',
  },
  stock: {
    in_stock: 'stokta',
    out_of_stock: 'stokta yok',
    preorder: 'ön siparişe açık',
    backorder: 'temin edilecek',
  },
};
