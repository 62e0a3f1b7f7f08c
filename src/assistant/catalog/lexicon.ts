import { EVERYDAY } from './everyday-words';
import { COLOURS, SHOP_WORDS } from './shop-words';
import { TRADE_WORDS, TRAITS } from './trade-words';
import { finder, fold, foldPhrase, type Phrase, phrase, standsIn } from './words';

/** What the assistant knows about languages, as data: `*` means that a word goes on, `_` joins words. */

/** Words that say nothing about what is being looked for, by language. */
const STOP: Record<string, string> = {
  en: `a about after again all also always am an and another any anybody anyone anything are around as ask at available away
    back be because been before being best better between big both but buy by can cannot carry check could cost costs did do
    does doing don done each either else enough even ever every few find first for from get getting give go going good got
    great had happen happens has have having hello help her here hey hi him his how however i if im in instead into is
    isn it item items its ive just keep kind know last let like list long look looking lot made make many may maybe me mean
    might mine more most much must my myself near need needs new next nice no not now of off offer often ok okay on once one
    ones only or other others ought our out over own perhaps please possible price prices probably product products purchase put
    question quite rather really recommend right said same say search see sell selling shall she should show since so some
    somebody someone something soon sort still stock stocked stocking store suggest suitable sure take tell than thank thanks that the
    their them then there these they thing things think this those though through time to too try trying under until up us
    use used using very via want wanted was way we well were what whats when where which while who whom whose why will wish
    with within without won wonder wondering would yes yet you your yours kinda anyways interested method methods option options way ways type types policy policies
    information info details times work works working apply applies day days already actually anymore
    currently able bit couple tried hoping somewhere whatever really used gonna`,
  de: `aber alle als also am an andere auch auf aus bei bekomme bin bis bitte da dann das dass dein dem den denn der des die dies
    diese diesen dieser dieses doch dort du ein eine einem einen einer eines er es etwas euch euer eure für gibt gibts gut habe
    haben habt hat hätte ich ihr ihre im in ist ja kann kannst kaufen kein keine können könnte könnten lange mal man mehr mein
    meine meinen meiner mich mir mit möchte muss nach nicht noch nur ob oder ohne schon sehr sein seine sich sie sind so soll
    sollte suche suchen über um und uns unser unter verkauft verkaufen viel vom von vor wann war warum was welche welchen welcher
    welches wenn wer werden wie wieder wird wir wo wollen würde zu zum zur brauche führt produkt produkte artikel kostet preis dauert dauer möglichkeiten methoden arten art geht funktioniert`,
  fr: `à ai alors après as au aussi autre aux avec avez avoir bien bon ce cela ces cet cette chez combien comme comment dans de des
    du elle elles en encore est et être eu fait faire faut il ils j je la le les leur lui ma mais me mes moi mon ne nos notre
    nous on ont ou où par pas peu peut peux plus pour pourquoi quand que quel quelle quelles quels quelque qui quoi sa sans ses
    si son sont sur ta te tes toi ton tous tout toute très tu un une vend vendez votre vos vous y acheter cherche avoir besoin
    veux voudrais est-ce vais vas va ça donc produit produits article prix coûte durée dure délai délais modes moyens méthodes type types`,
  es: `a al algo algún alguna antes aquí así aún como cómo con cuál cuáles cuando cuándo cuánto cuanto cuesta de del desde donde
    dónde dos el él ella ellos en entre era eres es esa ese eso esta está están este esto estos favor fue ha hace hacer hacia han
    hasta hay he la las le les lo los más me mi mis mucho muy nada ni no nos o para pero poco por porque puede puedo que qué
    querer quién quiero se ser si sí sin sobre son soy su sus también te tengo tiene tienen tienes todo tu tus un una uno unos
    usted y ya yo busco comprar necesito venden quisiera voy va vas producto productos artículo precio método métodos forma formas tipo tipos dura tarda plazo`,
  it: `ce a ad agli ai al alla alle anche avete avere che chi ci ciò come con cosa così cui da dai dal dalla degli dei del della delle
    di dove e è ed era essere fa fare favore fra gli ha hai hanno ho i il in io la le lei li lo loro lui ma me mi mia miei mio
    molto ne nei nel nella no noi non nostro o per perché però più poco posso può prima qual quale quali quando quanto quella
    quelle quelli quello questa queste questi questo qui se sei senza si sia sono su sua sui sul sulla suo te ti tra tu tua tuo
    tutti tutto un una uno va vi voi vorrei vendete cerco comprare prodotto prodotti articolo prezzo costa metodo metodi modalità tipo tipi dura durata`,
  nl: `aan al alle als altijd ander andere ben bij daar dan dat de deze die dit doen door dus een en er ga gaat geen goed had heb
    hebben hebt heeft het hier hij hoe hoeveel hun ik in is ja je jij jouw jullie kan kon kopen kunnen kunt maar me meer men met
    mij mijn moet na naar niet niets nog nu of om omdat ons onze ook op over te ten ter toch tot u uit uw van veel verkopen voor
    waar waarom wanneer want was wat we wel welke wie wij wil wilt worden wordt ze zich zij zijn zo zoek zonder zou alsjeblieft
    graag nodig product producten artikel prijs kost kosten duurt methode methodes soort soorten`,
  pt: `a ao aos aquela aquele aqui as até com como da das de dela dele do dos e é ela ele eles em entre era essa esse esta está este
    eu favor foi fazer há isso isto já lhe mais mas me mesmo meu meus minha muito na não nas nem no nos nós o onde os ou para
    pela pelo por porque posso pode podem preciso qual quais quando quanto que quem quero se sem ser seu seus só sobre sua são
    também tem têm tenho ter teu tu tudo um uma uns você vocês vendem procuro comprar gostaria vou vai produto produtos artigo preço custa método métodos forma formas tipo tipos dura demora prazo`,
  pl: `a albo ale bardzo bez bo by być był była było co coś czy czyli dla do dobry dużo gdy gdzie go i ich ile im in ja jak jaka
    jaki jakie jakiś jako je jego jej jest jestem jeszcze już kiedy kto która które który którzy ku lub ma mają mam mamy masz mi
    między mnie moje mój moja może można mogę na nad nam nas nasz nie niej nim nią o od on ona one oraz po pod przed przez przy są
    się skąd sobie swój ta tak także tam te tego tej temu ten to tu twój ty tylko u w was wasz we wiec więc wy z za ze że chcę
    chciałbym potrzebuję szukam kupić macie proszę produkt produkty artykuł cena kosztuje trwa długo metody sposób sposoby rodzaj`,
  ro: `a acea această acest ai al ale am ar are aș asta astfel ați au avea aveți ca că care ce cel cine cu cum când cât câte către
    da dacă dar de deci din doar după ea ei el ele este eu fi fie fost i în într îmi iar la le lor lui mă mai mea mei mele meu mi
    multe mult ne ni nici noi nu o or ori pe pentru poate pot prea prin sa să sau se si și sub sunt sus ta te toate tot tu un una
    unde unei unu unui va vă vi voi vreau vrea caut cumpăra vindeți trebuie produs produse articol preț costă durează metodă metode tip tipuri`,
  el: `α αν ανα από αυτά αυτή αυτό αυτός για γιατί δε δεν εγώ εδώ εκεί είμαι είναι είσαι έχει έχετε έχω ή η ήταν θα θέλω και κάθε
    κάποιο κατά κι με μέχρι μη μην μια μου μπορώ μπορείτε να ο οι όμως όπως όταν ότι ου πάντα παρά πιο ποια ποιο ποιος πολύ πόσο
    πότε που πού πρέπει προς πως πώς σαν σας σε στα στη στην στις στο στον στους τα τη την της τι τις το τον του τους των χωρίς ως
    ψάχνω αγοράσω χρειάζομαι πουλάτε παρακαλώ προϊόν προϊόντα τιμή κοστίζει κοστίζουν διαρκεί διάρκεια τρόποι τρόπος`,
  tr: `acaba ama ancak bana bazı belki ben beni benim bir biraz birşey biz bu bunu buna çok çünkü da daha de değil diye en eğer gibi
    hangi hem hep her hiç için ile ise istiyorum ki kim mı mi mu mü nasıl ne neden nerede o olan olarak oldu olsun olur olabilir
    ona onu onun sadece sana sen sizin siz sonra şey şu tüm üzere var mısınız ve veya ya yani yok kadar kaç arıyorum almak lazım
    satıyor musunuz lütfen ürün ürünler fiyat fiyatı ücret ücreti yapılır yapabilirim sürer süresi yöntem yöntemleri`,
  uk: `а або але без би бо був була було бути в вам вас ваш вже ви від він вона вони воно все всі де для до є ж за з зі і із її його
    коли який яка яке які як кого ким чи хто ще що щоб ці цей ця це ми мене мені мій моя моє можна може можу на над нам нас наш не
    нема немає ні о один одна при про під по свій себе скільки та так такий там те ти то тому тут у хочу шукаю купити потрібно
    потрібен продаєте маєте будь ласка товар товари ціна коштує триває термін спосіб способи`,
  bg: `а аз ако ала без беше би бих благодаря в вас ваш ви все вече всички във възможно где да дали до докато други е един една
    едно ето за защо и из или им има имате имам как каква какво какъв като кога кой колко която които което къде ли м мен ме ми
    мога може може много моля моя мой на над най не него нещо ни нито но няма няма о обаче от освен още по под пред при с са сам
    само се си ска след сме съм така там те ти то това този тази тук тя у ще я искам търся купя купите трябва продавате продукт
    го ги я съм продукти стока цена струва трае срок начин начини методи`,
  ar: `في من على إلى عن مع هل ما ماذا متى أين كيف كم لماذا هذا هذه ذلك تلك التي الذي هو هي هم أنا أنت نحن لدي لديكم عندكم عندي أريد
    اريد أبحث ابحث يمكن يمكنني أن ان إن لا لم لن قد كان يكون أو او ثم بعد قبل كل بعض أي اي غير فقط جدا لو سمحت فضلك شراء تبيعون
    منتج منتجات سعر يوجد هناك مدة طريقة طرق و ب ل ك`,
};

/** The customer wants the cheapest, or something cheaper. */
const CHEAP = `cheap cheaper cheapest inexpensive affordable less_expensive lower_price lowest_price budget günstig* billig* moins_cher
  moins_chère moins_chers más_barato más_barata barat* económic* economic* più_economico meno_caro meno_costos* goedkoper goedkoop*
  mais_barat* tańsz* tani* najtańsz* mai_ieftin* ieftin* φθην* φτην* ucuz* дешев* евтин* أرخص رخيص`;

/** It, this one: what was shown before. */
const IT = `it its this that these those they them one ones es ihn sie das den diese* dieser davon le la les lo los las celui celle
  ceux ese esa esto quello quella questo questa lui lei deze die dit ervan esse essa isso ten ta te ono go jej acesta aceasta
  το αυτό αυτά bu bunun bunu onun він вона воно його її цей то той тя това този тази هذا هذه ذلك`;

/** Somebody asks about goods rather than about rules. */
const SHOPPING = `sell selling sells stock carry recommend* suggest* buy looking_for show_me search* cheap*
  verkauft verkaufen führt suche empfehl* vendez cherche recommand* acheter venden busco
  recomiend* comprar vendete cerco consigli* verkopen zoek vendem procuro szukam macie vindeți caut recoman* πουλάτε ψάχνω
  satıyor arıyorum продаєте шукаю порад* продавате търся تبيعون أبحث`;

/** Somebody asks whether something is there: goods mostly, but a discount or a parcel locker too. */
const HAVING = `do_you_have have_you_got you_have is_there are_there got_any any habt_ihr haben_sie gibt_es hast_du avez_vous vous_avez y_a_t_il il_y_a tenéis tienen tienes hay
  avete c_è ci_sono hebben_jullie heeft_u hebt_u is_er têm vocês_têm vocês_vendem há czy_macie macie jest czy_jest aveți aveti există έχετε υπάρχει var_mı varmı є_у_вас у_вас_є чи_є маєте
  имате имате_ли има_ли هل_لديكم لديكم عندكم هل_يوجد`;

/** Somebody asks how things are done. */
const HELP = `mean means difference how_do how_can how_to how_does how_long can_i could_i may_i am_i do_i when where why what_if what_happens policy policies possible must_i rules wie kann_ich
  darf_ich wann warum was_passiert comment puis_je quand pourquoi cómo puedo cuándo como posso quando perché hoe kan_ik wanneer
  jak czy_mogę kiedy cum pot când πώς μπορώ πότε nasıl edebilir_miyim ne_zaman як чи_можу коли как мога кога كيف هل_يمكنني متى`;

/** What a figure is wanted of: it helps to choose between what fits, and is not asked for by itself. */
const HINTS = [
  {
    asked: `how_much free gratis kostenlos* gratuit* cost* price* fee fees kost* preis* teuer combien coûte* prix cuánto cuesta* precio* quanto costa* prezzo hoeveel prijs
      custa* preço* ile kosztuje cen* cât costă preț* πόσο κοστίζει τιμή* ne_kadar fiyat* скільки коштує цін* колко струва цен* بكم سعر`,
    helps: `cost* price* fee* € free charge* kosten preis* prix precio* prezz* prij* preço* cen* preț* τιμ* fiyat* цін* цен* سعر`,
  },
  {
    asked: `how_long how_many_days how_fast when wie_lange wann combien_de_temps quand cuándo cuánto_tarda quanto_tempo quando hoe_lang
      wanneer jak_długo kiedy când cât_durează πόσο_καιρό πότε ne_zaman kaç_gün коли скільки_днів кога колко_време متى كم_يوم`,
    helps: `times dauer zeiten délais plazos tempi day* week* month* year* hour* minute* tag* woche* jahr* jour* semaine* día* giorn* dag* dia* dni zile ημέρ* gün* дн* يوم أيام`,
  },
];

/** Several words, apart from each other, for what help pages have one for. */
export const REWRITES: readonly [RegExp, string][] = [
  [/\b(?:send|sending|sent|give|giving|bring|ship|take)\s+(?:\S+\s+){0,3}back\b/gi, 'return'],
  [/\b(?:pick|fetch)\s+(?:\S+\s+)?up\b/gi, 'pickup'],
  [/\bmoney\s+back\b/gi, 'refund'],
  [
    /\bwhere\s+(?:exactly\s+)?(?:is|are|can i find)\s+(?:you(?:r\s+(?:shop|store|place|office))?|the\s+(?:shop|store))(?:\s+located)?(?=\s*[?.!]|\s*$)/gi,
    'opening hours shop',
  ],
  [
    /\bwo\s+(?:ist|seid|finde ich)\s+(?:ihr|euer|eure|euren|das)\s*(?:laden|geschäft|shop)?(?=\s*[?.!]|\s*$)/gi,
    'öffnungszeiten',
  ],
  [/\bgeld\s+zurück\b/gi, 'rückerstattung'],
  [/\b(schick|send)\S*\s+(?:\S+\s+){0,3}zurück\b/gi, 'rücksendung'],
  [/\blog(?:ging)?\s?in(?!\w)/gi, 'sign-in'],
  [/\b(?:are you|when do you|do you) (?:open|close|closed)\b/gi, 'opening hours'],
  [/\b(?:wann|bis wann) (?:habt ihr|haben sie|hat) \S*\s*(?:offen|geöffnet|auf)\b/gi, 'öffnungszeiten'],
];

/** The customer wants to be told how it is done. */
const STEPS = `how_do how_can how_to how_should wie_kann wie_verbinde wie_mache comment cómo_puedo como_puedo come_posso hoe_kan jak_mogę cum_pot
  πώς_μπορώ nasıl як_мені як_можна как_да كيف`;

/** Where somebody's own order is. */
const WHERE = `where wheres wo où dónde donde dove dov waar onde gdzie unde πού που nerede де къде أين اين status statut estado stato stan stadiul`;
const ORDER = `order parcel package shipment delivery bestellung paket sendung lieferung commande colis pedido paquete envío ordine pacco
  spedizione bestelling pakket encomenda zamówieni* paczk* przesyłk* comand* colet* παραγγελί* δέμα sipariş* kargo* замовлення
  посилк* поръчк* пратк* طلب* طلبي شحنتي`;

const WHEN = `when wann bis_wann quand cuándo quando wanneer kiedy când πότε ne_zaman коли кога متى`;
const MINE = `my our mein meine meinen meiner meines unsere mon ma mes notre mi mis nuestro nuestra mio mia miei nostro mijn onze meu minha mój moja moje moją moją mea comanda_mea μου benim
  siparişim kargom моє мій моя мою моят моята моето моите طلبي شحنتي`;
/** Somebody asks what they may do, and not what has become of it. */
const MAY = `can_i could_i may_i am_i_able how_do_i how_can_i kann_ich könnte_ich darf_ich puis_je peux_je je_peux puedo posso kan_ik mag_ik czy_mogę pot μπορώ edebilir_miyim чи_можу мога_ли هل_يمكنني`;

/** Something has not come. */
const NOT_YET = `still_not not_yet hasn_t hasnt has_not haven_t havent have_not not_received not_arrived not_come never_came never_arrived still_nothing still_waiting
  noch_nicht immer_noch nicht_da nicht_angekommen nicht_erhalten toujours_pas pas_encore pas_reçu jamais_reçu todavía_no aún_no no_ha_llegado
  no_he_recibido no_llega non_è_ancora non_ancora ancora_non non_è_arrivat* non_ho_ricevuto nog_niet nog_steeds niet_ontvangen niet_aangekomen
  ainda_não não_chegou não_recebi jeszcze_nie nie_dotarł* nie_doszł* nie_dosta* nu_a_ajuns încă_nu n_am_primit nu_am_primit δεν_έχει_έρθει
  δεν_ήρθε δεν_έλαβα δεν_έχω_λάβει hala_gelmedi hâlâ_gelmedi gelmedi ulaşmadı ще_не не_прийш* не_отрима* досі_не още_не не_е_пристиг* не_съм_получ*
  не_пристиг* لم_تصل لم_يصل لم_أستلم لم_يصلني`;

/** Names of which nothing else will do, whether a shop has them or not. */
const NAMES = `paypal klarna bitcoin crypto* ethereum amex american_express visa mastercard maestro alipay wechat afterpay ideal sofort revolut wise stripe venmo
  cash_app zelle dhl ups fedex dpd gls hermes usps royal_mail inpost iphone* ipad* macbook* imac airpods airpod apple samsung galaxy google pixel alexa siri
  cortana homekit airplay chromecast chromebook* android windows linux mac ios playstation ps4 ps5 xbox nintendo steam_deck sony bose jbl sonos philips
  ikea lego amazon ebay aliexpress temu mediamarkt walmart etsy zalando tesla nespresso dyson gopro canon nikon epson brother hp dell lenovo asus
  huawei xiaomi garmin fitbit polar`;
/** A question that wants a yes or no about something. */
const WHETHER = `is are was does do can could has have will would ist sind hat haben kann können passt passen funktioniert unterstützt est sont a peut fonctionne
  es son tiene puede funciona è sono ha può funziona is zijn heeft kan werkt é são tem pode czy este sunt are poate είναι έχει μπορεί чи дали може هل`;

const list = (text: string): Phrase[] =>
  text
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => phrase(word.toLowerCase()));
export const foldedList = (text: string): Phrase[] => list(text).map(foldPhrase);

const familiesOf = (texts: readonly string[], rules: boolean) =>
  texts.map((text) => ({ said: foldedList(text), sought: list(text), rules }));
const families = [...familiesOf(SHOP_WORDS, true), ...familiesOf([...COLOURS, ...TRADE_WORDS, ...TRAITS], false)];

/** Phrases of several words, by the first one: "barre de son", "click and collect". */
const goods = TRADE_WORDS.flatMap(foldedList);
const isGoods = (word: string): boolean => goods.some((one) => one.words.length === 1 && standsIn([word], one));
const phrases = new Map<string, { said: Phrase; sought: Phrase[]; apart: boolean }[]>();
for (const { said, sought, rules } of families)
  for (const one of said) {
    const [first] = one.words;
    if (first !== undefined && one.words.length > 1) {
      // A "phone number" is no phone.
      const apart = rules && one.words.some(isGoods);
      phrases.set(first, [...(phrases.get(first) ?? []), { said: one, sought, apart }]);
    }
  }

export const LEXICON = {
  stop: new Map(Object.entries(STOP).map(([lang, text]) => [lang, new Set(text.split(/\s+/).map(fold))])),
  everyday: new Map(Object.entries(EVERYDAY).map(([lang, text]) => [lang, new Set(text.split(/\s+/).map(fold))])),
  families,
  /** Which of them a word belongs to by itself, and by what stands beside it. */
  familiesAlone: finder(families.map(({ said }) => said.filter(({ words }) => words.length === 1))),
  familiesBeside: finder(families.map(({ said }) => said.filter(({ words }) => words.length > 1))),
  phrases,
  /** What compounds end with. */
  ends: [
    ...new Set(
      families.flatMap(({ said }) =>
        said.flatMap(({ words }) => (words.length === 1 && words[0] && words[0].length >= 5 ? words : [])),
      ),
    ),
  ],
  colours: COLOURS.flatMap(foldedList),
  goods,
  cheap: foldedList(CHEAP),
  it: foldedList(IT),
  shopping: foldedList(SHOPPING),
  help: foldedList(HELP),
  hints: HINTS.map(({ asked, helps }) => ({ asked: foldedList(asked), helps: foldedList(helps) })),
  steps: foldedList(STEPS),
  where: foldedList(WHERE),
  order: foldedList(ORDER),
  notYet: foldedList(NOT_YET),
  when: foldedList(WHEN),
  mine: foldedList(MINE),
  may: foldedList(MAY),
  names: foldedList(NAMES),
  whether: new Set(WHETHER.split(/\s+/).map(fold)),
  having: foldedList(HAVING),
};
