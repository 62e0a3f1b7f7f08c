/**
 * Words of every day: beside what somebody looks for they say little, and that a shop does not know them says nothing.
 * Unlike stop words they still count a little where the shop has them.
 */
export const EVERYDAY: Record<string, string> = {
  en: `able conditions terms rules procedure process typed entered wrote version possible model models brand absolutely accept accepted across actual add added afraid afternoon age ago agree ahead aint allow
    allowed almost alone along although amount answer anythin anytime apart apparently appear appears arent arrange
    asked asking aware awful bad became become begin begins believe besides birthday bother bothers bought boyfriend
    bring brings brother brought call called calls came cant care careful certain certainly chance choose choosing
    chose clear clearly close closely come comes coming complete completely concerned confused consider contain
    continue correct correctly cos couldnt crazy curious current cuz dad daily dark daughter dear decent decide
    decided definitely depends describe despite didnt different difficult directly doesnt dont due dunno during dying
    easily easy eight elderly else end ends enjoy entire entirely especially evening eventually everybody everyone
    everything exact exactly example excuse expect expected explain extra extremely eye face fact fail failed fairly
    fall falls false family far fast father favourite feel feeling feels fell felt fewer figure final finally finish
    fit fits five fly follow following forget forgot forward found four friend friends front full fully fun funny
    future gave general generally get gets girl girlfriend girls gives glad goes gone got gotta grab guess guy guys
    half hang happening happy hard hardly hasnt hate hates havent having head hear heard hence herself hi high
    himself hit hold holiday honest honestly hope hot hour hows huge hurry husband id idea ideal ideally im
    imagine immediately important impossible include included includes including indeed inside instance interest
    invite isnt issue issues itself ive job join keeps kept kick kill kills kinds knew knows large largest last
    lastly late lately later latest latter least leave leaves left lemme lets life likely limited listen little
    live lived lives living local longer longest looks lose loses losing lost lots loud love lovely loves low luck
    mad main mainly makes making man manage meaning means meant meet mention mentioned met middle mind mine
    minute minutes mistake mom moment moments month monthly months morning mother mothers move moved moving mr mrs
    mum named names necessary needed needing never nicely night nights nobody noise noisy none nor normal normally
    nothing notice nowhere number obviously occasionally older old oldest ones opinion opposite ordinary ours outside
    owned parents particular particularly pass past pay perfect perhaps person personal place play plays pleased
    plenty pls plus plz possibly prefer preferably pretty previously probably problem problems promise proper
    properly provide provided pull push puts putting quick quickly quiet quietly ran random rather reach read ready
    real realise realised realize reason reasonable reasonably received recent recently recommended regarding regards
    related remember reply require required requires rest ridiculous room rough roughly run running runs sadly safe
    safely said sake save saw says scared search second seconds seem seems seen seriously seven several shall short
    shortly shouldnt shut side similar simple simply since single sister sit sits situation six slightly slow slowly
    small smaller smallest somehow someone somethin somewhat son soon sorry sort sound sounds speak special specific
    spend spent start started starts state stay step stop stops straight strange strong stronger strongest struggling
    stuff stupid suddenly suit suitable suits sunday super suppose supposed surely surprise takes taking talk talking
    tall tell telling tells ten terrible thank thats themselves therefore theres thin thinking thinks third thought
    thousand threw throw throws thru thx till tiny tired today together told tomorrow tonight total totally touch
    towards town treat tricky tries true truth turn turned turns twenty twice type u unable understand unfortunately
    unless unlike unsure upon upset ur urgent usual usually various wait waiting walk wanna wanting wants wasnt ways
    weak wearing week weekend weekends weekly weeks weird went whatever whats whenever wheres wherever whether
    whichever whole wife wise wished wishes wishing woman wonderful wont words work worked worry worse worst worth
    wouldnt wow write wrong year yearly years yesterday yet young younger yourself`,
  de: `finde finden kriege kriegen liefert versendet gebt bietet sagt sag hallo danke heute morgen gestern leider gerade eigentlich
    vielleicht wirklich brauchen möchten würden wäre gern gerne gutes guter guten gute neue neuer neues alte ding sachen zeit fragen
    frage weiß wissen mach machen gemacht möglich kommt gekommen angekommen bekomme erhalten schnell passiert verschenken geben
    gibts suchen welchem welchen ungefähr genau schon etwa ganz falls bin hätten zwei drei`,
  fr: `trouve trouver reçu recevoir proposez acceptez livrez voulez voudrions aimerais aimer savoir dire dites vraiment toujours déjà
    aujourd hui demain hier bonjour merci svp plaît quelque chose temps possible serai sera suis seront disponible nouveau bon bonne
    bien petit grand deux trois peut être cherchons bonsoir acheté`,
  es: `encuentro encontrar ofrecen aceptan envían reciben recibir recibo saber decir realmente siempre hoy mañana ayer hola gracias
    cosa tiempo posible disponible nuevo bueno buena buenos pequeño grande dos tres quizás quiere quieres tenéis tienes hay puedes
    artículo artículos vendéis años`,
  it: `trovo trovare accettate spedite ricevo ricevere sapere dire davvero sempre oggi domani ieri ciao grazie cosa tempo possibile
    disponibile nuovo buono buona piccolo grande due tre forse volete voglio faccio fate avrei`,
  nl: `vind vinden accepteren leveren krijg krijgen ontvang ontvangen weten zeggen echt altijd vandaag morgen gisteren hallo bedankt
    ding tijd mogelijk beschikbaar nieuw goed goede klein groot twee drie misschien iets jullie hebben`,
  pt: `encontro encontrar aceitam enviam recebo receber saber dizer mesmo sempre hoje amanhã ontem olá obrigado obrigada coisa tempo
    possível disponível novo bom boa pequeno grande dois três talvez vocês`,
  pl: `znajdę znaleźć przyjmujecie wysyłacie dostanę dostać wiedzieć powiedzieć naprawdę zawsze dziś jutro wczoraj cześć dzień dobry
    dziękuję rzecz czas możliwe dostępny nowy dobra mały duży dwa trzy dni sklep jakich`,
  ro: `găsesc găsi acceptați trimiteți primesc primi ști spune chiar mereu azi mâine ieri bună mulțumesc lucru timp posibil disponibil
    nou bun mic mare doi trei zile au aveti`,
  el: `βρω βρίσκω δέχεστε στέλνετε λάβω ξέρω πείτε πραγματικά πάντα σήμερα αύριο χθες γεια ευχαριστώ πράγμα χρόνος δυνατόν διαθέσιμο νέο
    καλό μικρό μεγάλο δύο τρία ίσως κάνω κάνετε`,
  tr: `bulabilirim kabul ediyor gönderiyor alabilirim bilmek söyleyin gerçekten hep bugün yarın dün merhaba teşekkürler şey zaman mümkün
    mevcut yeni iyi küçük büyük iki üç belki ediyorsunuz edebilir`,
  uk: `щось якийсь якась знайти приймаєте відправляєте отримаю отримати знати сказати справді завжди сьогодні завтра вчора привіт дякую річ час можливо доступний
    новий добрий малий великий два три дні вас`,
  bg: `намеря нещо някакъв приемате изпращате получа получавам знам кажете наистина винаги днес утре вчера здравейте благодаря нещо време възможно
    наличен нов добър добра малък голям два три дни може ли`,
  ar: `أجد تقبلون ترسلون أستلم أعرف قل حقا دائما اليوم غدا أمس مرحبا شكرا شيء وقت ممكن متوفر جديد جيد صغير كبير`,
};
