/** How customers ask for what a person said or promised them, by language; written as the lexicon is. */
interface Recall {
  /** One of the first with one of the second: "what … promised". */
  said: [asks: string, says: string][];
  /** One of the first with one of the second: "when … arrive". Something is to come, so "how long may I …" is not meant. */
  when: [asks: string, comes: string];
  /** "So what happens now?" */
  next: string;
}

export const RECALL: Record<string, Recall> = {
  en: {
    said: [
      [
        `what when which where how remind repeat who`,
        `said told wrote written promised mentioned agreed suggested her_answer his_answer their_answer`,
      ],
      [`did didn`, `say tell write promise mention`],
    ],
    when: [
      `when whens how_long how_soon what_time what_day which_day`,
      `i_get get_it get_them get_my get_here receive have_it have_my arrive arrives come comes coming be_here be_there
        delivered shipped sent refunded paid hear_from hear_back i_wait to_wait send_it send_me send_them`,
    ],
    next: `what_now now_what what_happens_now what_happens_next what_happens_then what_next what_s_next whats_next
      what_is_next what_will_happen and_now what_should_i_do_now what_do_i_do_now what_do_i_need_to_do_now
      what_are_the_next_steps next_step next_steps where_were_we where_did_we_stop where_did_we_leave
      what_did_we_agree what_have_we_agreed how_do_we_proceed`,
  },
  de: {
    said: [
      [
        `was wann wie wo welche welcher welches`,
        `gesagt sagte geschrieben schrieb versprochen versprach zugesagt zugesichert vereinbart ausgemacht geantwortet
          angekündigt`,
      ],
    ],
    when: [
      `wann wie_lange bis_wann`,
      `bekomme bekomm bekommen kriege krieg kommt kommen ankommt ankommen erhalte es_da geliefert verschickt versendet
        erstattet warten höre_ich`,
    ],
    next: `was_nun was_jetzt und_jetzt und_nun wie_geht_es_weiter wie_geht_es_jetzt_weiter wie_geht_es_nun_weiter
      wie_gehts_weiter wie_geht_s_weiter wie_weiter was_passiert_jetzt was_passiert_nun was_passiert_als_nächstes
      was_geschieht_jetzt was_geschieht_nun was_muss_ich_jetzt_tun was_soll_ich_jetzt_tun was_mache_ich_jetzt
      wo_waren_wir nächste_schritte nächsten_schritte nächster_schritt nächste_schritt wie_verbleiben_wir`,
  },
  fr: {
    said: [
      [`que qu quoi quand quelle quel où rappelez`, `dit disait écrit promis promise répondu annoncé convenu proposé`],
    ],
    when: [
      `quand dans_combien_de_temps combien_de_temps quel_jour`,
      `recevrai recevoir aurai l_avoir arrive arrivera arriver livré livrée envoyé envoyée remboursé remboursée
        attendre`,
    ],
    next: `et_maintenant se_passe_quoi qu_est_ce_qu_il_se_passe que_se_passe_t_il_maintenant qu_est_ce_qui_se_passe_maintenant qu_est_ce_qu_on_fait_maintenant
      quelle_est_la_suite la_suite et_après et_ensuite que_dois_je_faire_maintenant qu_est_ce_que_je_fais_maintenant
      prochaine_étape prochaines_étapes où_en_étions_nous où_en_est_on`,
  },
  es: {
    said: [
      [
        `qué cuándo cuál dónde cómo`,
        `dijo dijeron dijiste dicho escribió escribieron escrito prometió prometieron prometido prometiste respondió
          contestó quedamos acordado acordamos`,
      ],
    ],
    when: [
      `cuándo cuánto_tarda cuánto_tiempo cuánto_falta qué_día`,
      `recibo recibiré recibir tendré llega llegará llegar entregado entregan enviado envían reembolsado esperar`,
    ],
    next: `y_ahora ahora_qué qué_pasa_ahora qué_sigue qué_hago_ahora qué_debo_hacer_ahora qué_tengo_que_hacer_ahora
      cómo_seguimos siguiente_paso siguientes_pasos próximo_paso próximos_pasos en_qué_quedamos dónde_estábamos`,
  },
  it: {
    said: [
      [
        `che cosa cos quando quale dove come`,
        `detto disse scritto scrisse promesso promise risposto concordato proposto`,
      ],
    ],
    when: [
      `quando quanto_tempo quanto_ci_vuole entro_quando`,
      `ricevo riceverò ricevere avrò arriva arriverà arrivare consegnato spedito rimborsato rimborsata aspettare`,
    ],
    next: `e_adesso e_ora cosa_succede_adesso cosa_succede_ora che_succede_adesso che_succede_ora e_poi
      cosa_devo_fare_adesso cosa_devo_fare_ora cosa_faccio_adesso cosa_faccio_ora come_si_procede come_procediamo
      prossimo_passo prossimi_passi dove_eravamo`,
  },
  nl: {
    said: [
      [`wat wanneer hoe waar welke`, `gezegd zei schreef geschreven beloofd beloofde geantwoord afgesproken toegezegd`],
    ],
    when: [
      `wanneer hoe_lang hoelang hoe_snel`,
      `krijg krijgen ontvang komt aankomt het_er bezorgd geleverd verstuurd terugbetaald wachten`,
    ],
    next: `wat_nu en_nu wat_gebeurt_er_nu hoe_gaat_het_verder hoe_gaat_het_nu_verder hoe_nu_verder hoe_verder
      wat_moet_ik_nu_doen wat_doe_ik_nu volgende_stap volgende_stappen waar_waren_we`,
  },
  pt: {
    said: [
      [
        `que quê quando qual onde como`,
        `disse disseram dito escreveu escreveram escrito prometeu prometeram prometido respondeu combinou combinado
          combinámos`,
      ],
    ],
    when: [
      `quando quanto_tempo em_quanto_tempo que_dia`,
      `recebo receberei receber terei chega chegará chegar entregue enviado reembolsado esperar`,
    ],
    next: `e_agora o_que_acontece_agora que_acontece_agora o_que_se_segue próximo_passo próximos_passos
      o_que_faço_agora o_que_devo_fazer_agora como_fica onde_ficámos onde_paramos`,
  },
  pl: {
    said: [
      [
        `co kiedy jak gdzie`,
        `powiedział powiedziała powiedzieli powiedzial powiedziala mówił mówiła napisał napisała napisali napisal
          napisala obiecał obiecała obiecali obiecal obiecala obiecano obiecaliście odpisał odpisała ustalono
          ustaliliśmy`,
      ],
    ],
    when: [
      `kiedy jak_długo jak_dlugo ile_czasu`,
      `dostanę dostane otrzymam dojdzie przyjdzie będzie bedzie dostarczone wysłane czekać czekac`,
    ],
    next: `co_teraz co_dalej co_się_teraz_stanie co_będzie_dalej następny_krok następne_kroki kolejne_kroki
      co_mam_teraz_zrobić co_mam_zrobić_teraz na_czym_stanęło na_czym_skończyliśmy`,
  },
  ro: {
    said: [[`ce când cum unde care`, `spus zis scris promis răspuns stabilit convenit`]],
    when: [`când cât_durează în_cât_timp cât_timp`, `primesc primi ajunge vine sosește livrat trimis rambursat aștept`],
    next: `și_acum ce_urmează ce_se_întâmplă_acum ce_fac_acum ce_trebuie_să_fac_acum pasul_următor următorul_pas
      pașii_următori unde_am_rămas cum_rămâne`,
  },
  el: {
    said: [
      [
        `τι πότε πού πώς ποιο`,
        `είπε είπαν είπες είπατε έγραψε έγραψαν γράψατε υποσχέθηκε υποσχέθηκαν υποσχεθήκατε υποσχέθηκες απάντησε
          συμφωνήσαμε`,
      ],
    ],
    when: [`πότε πόσο_καιρό σε_πόσο πόση_ώρα`, `έρθει πάρω λάβω φτάσει θα_έχω θα_το_έχω παραδοθεί περιμένω`],
    next: `και_τώρα τι_γίνεται_τώρα τι_γίνεται_μετά τι_θα_γίνει_τώρα τι_ακολουθεί τι_κάνω_τώρα τι_πρέπει_να_κάνω_τώρα
      επόμενο_βήμα επόμενα_βήματα πού_μείναμε`,
  },
  tr: {
    said: [
      [
        `ne neler nasıl nerede`,
        `dedi dediniz dediler demişti söyledi söylediniz söylemişti yazdı yazdınız yazmıştı söz_verdi söz_verdiniz
          söz_vermişti söz_verildi cevap_verdi kararlaştırdık`,
      ],
    ],
    when: [
      `ne_zaman ne_kadar_sürer kaç_gün kaç_günde`,
      `alacağım geçer alırım elime gelir gelecek geliyor ulaşır ulaşacak teslim_edilecek beklemem bekleyeceğim`,
    ],
    next: `şimdi_ne_olacak şimdi_ne_oluyor peki_şimdi ne_olacak_şimdi şimdi_ne sonra_ne_olacak bundan_sonra_ne şimdi_ne_yapmalıyım
      ne_yapmalıyım sonraki_adım sonraki_adımlar nerede_kalmıştık`,
  },
  uk: {
    said: [
      [
        `що коли як де яка что когда`,
        `сказала сказав сказали казала казав написала написав написали писала обіцяла обіцяв обіцяли пообіцяла пообіцяв
          пообіцяли відповіла відповів домовились домовилися сказал написал обещал обещала обещали`,
      ],
    ],
    when: [
      `коли як_довго скільки_чекати скільки_часу когда`,
      `отримаю прийде дійде надійде буде доставлять надішлете чекати получу придет`,
    ],
    next: `що_тепер що_далі що_буде_далі що_зараз_буде що_мені_тепер_робити що_мені_робити наступний_крок
      наступні_кроки на_чому_зупинились на_чому_зупинилися что_теперь что_дальше`,
  },
  bg: {
    said: [
      [
        `какво кога как къде`,
        `каза казаха казахте казал казала написа написаха написахте обеща обещаха обещахте обещано отговори писа
          уговорихме`,
      ],
    ],
    when: [`кога колко_време за_колко`, `получа получавам дойде пристигне пристига ще_имам доставена чакам`],
    next: `и_сега а_сега сега_какво какво_следва какво_става_сега какво_се_случва_сега какво_ще_стане_сега
      какво_да_правя_сега какво_да_направя следваща_стъпка следващи_стъпки следващата_стъпка докъде_стигнахме`,
  },
  ar: {
    said: [
      [
        `ماذا بماذا ما متى كيف أين`,
        `قال قالت قلتم قالوا كتب كتبت كتبوا وعد وعدت وعدتم وعدتموني وعدوا وعدني وعدتني اتفقنا`,
      ],
    ],
    when: [
      `متى كم_من_الوقت كم_يستغرق كم_يوم`,
      `سأحصل أحصل سأستلم سأستلمه أستلم أستلمه يصلني تصلني سيصلني ستصلني سيصل ستصل يصل تصل أنتظر`,
    ],
    next: `وماذا_الآن ماذا_الآن والآن ماذا_بعد ما_التالي ماذا_سيحدث_الآن ماذا_يحدث_الآن ما_الخطوة_التالية
      الخطوة_التالية ماذا_أفعل_الآن أين_توقفنا`,
  },
};

/** Whoever spoke, where no name is said. */
export const PEOPLE = `colleague* agent team person support lady guy kolleg* mitarbeiter* collègue* conseill* colega* compañer* collega*
  operatore medewerker* koleg* koleż* pracowni* coleg* συνάδελφ* arkadaş* temsilci* колег* колеж* زميل* موظف*`;

/** What customers call a refund while they wait for it. */
export const MONEY = `money geld argent sous dinero soldi dinheiro pieniąd* pienięd* bani banii λεφτά χρήματα para param paramı гроші гроше* пари парите
  أموالي نقودي فلوسي المبلغ`;
