/** How a word or a phrase bears on an answer. */
export interface Answers {
  /** Yes, whatever follows. */
  yes: string;
  /** Yes, if nothing else is said that is not known: "good", but not "good headphones". */
  good: string;
  /** No, whatever follows. */
  no: string;
  /** Turns the offer down, after a yes too: "not now", "that solves it". */
  decline: string;
  /** A no by itself, but nothing against a yes: "no problem". */
  soft: string;
  /** Turns round a yes that it stands with. */
  not: string;
  /** Leaves it open. */
  unsure: string;
  /** Says neither. */
  polite: string;
}
/**
 * By language, as triggers write theirs: alternatives apart by spaces, `_` joins words; `a/b` is one word or the other,
 * and `~` marks what counts only where nothing unknown follows in its sentence.
 */
export const COMMON: Answers = {
  yes: `yes yeah yep yup yea yeh yess yse ys yas 👍 👌 ✅ ✔ ☑ 🆗 💯`,
  good: `ok okay okey oki okej okidoki k oke please pls plz super`,
  no: `no~ nope no_thanks/thx/ty no_thank_you/u nah 👎 ❌ 🚫 🙅`,
  decline: ``,
  soft: `no_problem/prob/probs/worries/biggie not_a_problem its/thats_no_problem kein_problem keine_ursache/sorge
    macht_nichts pas_de_problème/souci/soucis aucun_problème/souci sin_problema/problemas no_hay_problema
    no_pasa_nada ningún_problema nessun_problema non_ce_problema figurati si_figuri di_niente geen_probleem/punt
    maakt_niet_uit geeft_niet sem_problema/problemas não_há/tem_problema nenhum_problema nie_ma_problemu/sprawy
    żaden_problem bez_problemu nie_szkodzi nicio_problemă nici_o_problemă fără_probleme/problemă nu_e/i_problemă
    κανένα_πρόβλημα δεν_υπάρχει_πρόβλημα δεν_πειράζει sorun_değil/yok problem_değil/yok önemli_değil
    без_проблем/проблеми нема/немає_проблем не_проблема няма_проблем/проблеми не_е_проблем لا_مشكلة/بأس ما_في_مشكلة
    مافي/مفيش_مشكلة بدون_مشكلة`,
  not: `not never without unless instead dont nicht nie niemals ohne kein keine keinen pas jamais sans nunca sin
    tampoco non mai senza niet nooit zonder geen sem nem nigdy bez wcale niciodată fără δεν δε μην μη ποτέ χωρίς
    değil asla без ніколи никога ليس لست لن لم بدون`,
  unsure: `maybe perhaps depends it_depends not_sure im_not_sure dont_know i_dont_know no_idea idk possibly wait
    hold_on one_moment vielleicht eventuell weiß_nicht ich_weiß_nicht weiß_ich_nicht keine_ahnung nicht_sicher
    kommt_drauf/darauf_an warte warten_sie moment mal_sehen peut_être je_ne_sais_pas je/jsais_pas je_sais_pas
    sais_pas pas_sûr/sûre ça_dépend attendez attends quizás quizá tal_vez no_sé no_lo_sé no_estoy_seguro/segura
    depende espere espera a_lo_mejor puede_ser forse non_so non_lo_so non_sono_sicuro/sicura dipende aspetti boh
    può_darsi misschien weet_niet weet_ik_niet weet_het_niet ik_weet_het_niet geen_idee niet_zeker ligt_eraan wacht
    wacht_even talvez não_sei sei_lá não_tenho_certeza não_tenho_a_certeza quem_sabe być_może nie_wiem
    nie_jestem_pewien/pewna zależy chwila chwilę poczekaj poczekajcie poate nu_știu nu_sunt_sigur/sigură așteptați
    așteaptă ίσως δεν/δε_ξέρω δεν_είμαι_σίγουρος/σίγουρη εξαρτάται περιμένετε περίμενε belki bilmiyorum emin_değilim
    bekle bekleyin bir_dakika можливо мабуть не_знаю не_впевнений/впевнена зачекайте почекайте зачекай хвилинку
    може_би не_зная не_знам не_съм_сигурен/сигурна зависи чакай изчакайте ربما لا_أعرف/أدري ما_أدري مش_عارف
    لست_متأكدا/متأكد غير_متأكد انتظر لحظة`,
  polite: `thanks thank_you thank_u thx ty tnx merci sorry hi hello hey oh ah hm hmm um uh eh 🙏 chat support`,
};

export const WORDS: Record<string, Partial<Answers>> = {
  en: {
    yes: `aye yessir indeed definitely absolutely certainly of_course for_sure by_all_means please_do do_it/that/so
      go_ahead/on go_for_it sure sure_thing get/fetch/bring/call_somebody/someone/one/them/help
      get/bring_me_somebody/someone/one/help connect_me pass_it_on send_it i_do i_would id_like/love_that/to/it
      why_not~ that/thatd/it_would/be_be/great/good/nice/helpful/lovely/wonderful/perfect`,
    good: `fine good great perfect cool alright all_right right lovely nice awesome brilliant excellent wonderful
      amazing sounds/sound_good/great/fine/perfect that_works works_for_me if_you_can/could/would/like if_possible
      i_think/guess/suppose_so i_guess/suppose would_be_great/good/nice/helpful/lovely be_great/good/nice/lovely
      ill_wait i_can/will_wait i_wouldnt_mind wouldnt_mind`,
    no: `naw no_i/ill/im/id/ive/we/were/its nop nay negative n~ no_need nope_thanks`,
    decline: `not_now/yet/today/really/necessary/needed/required/tonight not_at_all not_for_now not_right_now
      not_at_the_moment not_this_time its/thats_not_necessary/needed no_more no_one nobody nothing nothing_else none
      later maybe/perhaps_later another_time some_other_time next_time nevermind never_mind nvm forget_it please_dont
      do_not dont_bother/worry dont_get/call_anyone/anybody/one you_dont_have/need_to rather/better_not id_rather_not
      i_would_rather_not definitely/absolutely/certainly_not of_course_not i_guess/think/hope_not i_dont_think_so
      i_dont_need/want_to/it/that/anyone/anybody/one thats/that_all thats_it that_is_all
      im/were/am_good/fine/okay/ok/done/alright im_all_set/good all_set/good ill/i_manage i_can/will_manage
      ill_work/figure/find/sort/do/try/leave/check_it ill_figure/sort_it_out ill_try/look_myself leave_it_be
      that/it/this_solves/solved/helps/helped/answers/answered/fixed/did_it/me/that/everything
      that/it/this_solved/helps/helped/works/worked solves/solved_it it_works_now works_now solved sorted fixed
      found_it i_found/got/fixed/solved/sorted_it i_already_got/found/solved_it figured_it_out
      its/thats_sorted/fixed/solved already_solved/sorted i_understand_now i_know_now enough thats_enough stop`,
    polite: `i we me my im thank cheers very_much so_much a_lot lots much so too well now then just but and kind
      of_you its_kind for_your_help your_help really very its/thats/that_is/it_is_ok/okay/fine/alright/good/kind
      is_ok/fine/good somebody someone person human people anyone anybody want need would like love to speak talk
      call get asap quickly soon right_away straight_away immediately help leave_it leave_my/the_question the
      my_question question appreciated much_appreciated that_person bye goodbye have_a_nice_day sir madam dear guys
      i_said actually myself haha lol`,
  },
  de: {
    yes: `ja jo ja_doch jap jep jawohl jau gerne gern klar na_klar aber_klar sicher natürlich selbstverständlich
      unbedingt auf_jeden_fall auf_alle_fälle genau mach/mache/tu_das/mal machen/tun_sie_das/mal
      hol/hole_jemanden/jemand holen_sie_jemanden/jemand verbinden_sie_mich leiten_sie_es/sie_weiter
      warum/wieso_nicht~`,
    good: `gut bitte bidde prima perfekt toll schön passt alles_klar in_ordnung einverstanden von_mir_aus meinetwegen
      das_wäre_gut/nett/super/toll/schön/lieb/perfekt/hilfreich wäre_gut/nett/super/toll/schön/lieb/hilfreich
      wenn_möglich wenn_es_geht wenns_geht denke/glaube_schon ich_denke/glaube_schon ich_denke/glaube_ja ich_warte`,
    no: `nein ne~ nö nä nein/nee/ne/nö_danke`,
    decline: `nicht_jetzt/nötig/notwendig/wirklich/heute jetzt/heute/momentan_nicht im_moment_nicht noch_nicht
      lieber/besser/bitte/natürlich_nicht auf_keinen_fall auf_gar_keinen_fall keinesfalls später vielleicht_später
      ein_andermal ein_anderes_mal nächstes_mal kein_bedarf brauche/brauch/will/möchte_ich_nicht
      ich_brauche/will_nichts/niemanden schon_gut/okay/erledigt passt_schon ich_komme_klar/zurecht komme_klar
      komm_klar ich_schaffe/schaff_das/es das_schaffe_ich hat_sich_erledigt/geklärt erledigt geklärt gelöst
      ist_gelöst/erledigt problem_gelöst das_hilft/reicht das_hat_geholfen hat_geholfen geht_jetzt/wieder
      jetzt_geht_es funktioniert_jetzt es_funktioniert_jetzt habs_gefunden hab/habe_es_gefunden gefunden das_wars
      das_war_alles nichts niemand niemanden vergiss_es vergessen_sie_es egal lass_mal/gut lassen_sie_es alles_gut`,
    polite: `danke dankeschön danke_schön vielen/besten/herzlichen_dank gern_geschehen ich wir mir mich sie das es
      dann jetzt doch mal na aber und also hallo guten_tag ach ach_so sehr lieb nett von_ihnen schnell sofort
      jemanden jemand eine_person person mitarbeiter mensch menschen einen einem eine ein mit will möchte hätte
      brauche hilfe holen die_frage frage meine weiterleiten sprechen reden im_moment danke_für_die_hilfe
      für_die_hilfe tschüss so weit`,
  },
  fr: {
    yes: `oui ouais ouaip ouii bien_sûr certainement absolument volontiers tout_à_fait carrément avec_plaisir
      évidemment je_veux/voudrais_bien allez/vas_y faites/fais_le appelez/appelle_quelquun allez_chercher_quelquun
      passez_moi_quelquun transmettez transmettez_la pourquoi_pas~`,
    good: `daccord dac entendu parfait très_bien bien svp stp sil_vous/te_plaît sil_vous_plait génial nickel
      si_possible si_vous_pouvez je_pense/crois je_pense/crois_que_oui ce/ça_serait_bien/gentil/parfait/super/sympa
      ça_marche ça_me_va jattends`,
    no: `non nan nann nn`,
    decline: `pas_maintenant/encore/besoin/nécessaire/vraiment pas_la_peine pas_aujourdhui pas_pour_linstant
      pas_pour_le_moment plus_tard peut_être_plus_tard une_autre_fois la_prochaine_fois ce_nest/cest_pas_nécessaire
      ce_nest/cest_pas_la_peine inutile je_nai/jai_pas_besoin je_nen_ai_pas_besoin je_ne_veux_pas surtout_pas
      bien_sûr_que_non laissez/laisse_tomber oubliez oublie je_vais_me_débrouiller je_me_débrouille/débrouillerai
      ça_ira ça_va ça_va_aller cest_bon/réglé/résolu réglé résolu ça_marche/fonctionne_maintenant jai/jai_déjà_trouvé
      trouvé ça_maide ça_ma_aidé cest_tout rien personne tant_pis sans_façon je_ne_pense/crois_pas
      je_pense/crois_que_non`,
    polite: `merci_beaucoup/bien mille_mercis beaucoup je jaimerais veux quelquun quelqun une_personne un_humain
      un_conseiller conseiller humain mais et alors donc maintenant vite rapidement bonjour salut ben bah vous moi me
      ce ça cest la ma question laissez poser transmettre aide aidez_moi gentil très pour votre aide appeler parler à
      au_revoir`,
  },
  es: {
    yes: `sí~ sí_pero/quiero/gracias sip claro claro_que_sí por_supuesto desde_luego adelante hágalo hazlo dale~
      llame/llama/busque/busca_a_alguien páseme pásame comuníqueme conécteme por_qué_no~ porque_no~ cómo_no~
      efectivamente definitivamente obvio encantado/encantada~ con_gusto`,
    good: `vale bueno bien perfecto genial de_acuerdo está_bien porfa por_favor porfavor estupendo excelente listo
      seguro me_parece_bien me_gustaría sería_genial/bueno/estupendo/ideal estaría_bien/genial si_es_posible si_puede
      creo/supongo_que_sí supongo espero_aquí`,
    no: `nop no_gracias no_muchas_gracias`,
    decline: `no_ahora/todavía/hoy/necesito/quiero/creo/realmente ahora/hoy_no todavía/aún_no por_ahora_no
      no_por_ahora de_momento_no no_hace_falta no_es_necesario no_lo_necesito no_hay_necesidad más_tarde luego
      quizás/quizá_más_tarde quizás/quizá_luego tal_vez_más_tarde otro_día en_otro_momento claro_que_no
      por_supuesto_que_no mejor_no prefiero_que_no creo_que_no déjelo déjalo olvídelo olvídalo
      no_se/te_preocupe/preocupes me_las_arreglo/apaño/arreglaré yo_me_encargo lo_hago_yo ya_está
      ya_está_resuelto/solucionado/arreglado ya_lo_resolví/encontré/tengo resuelto solucionado lo_encontré lo_tengo
      ya_funciona funciona_ahora eso_me_ayuda/sirve me_sirvió/ayudó eso_es_todo nada nadie en_absoluto para_nada`,
    polite: `gracias muchas/mil_gracias mucho muy yo me quiero quisiera alguien a_alguien una_persona persona
      un_agente humano pero y entonces ahora pronto rápido hola buenas pues ay amable es_usted la_pregunta
      mi_pregunta pregunta deje déjela ayuda ayúdeme con un una eso hablar adiós por_su_ayuda`,
  },
  it: {
    yes: `sì~ sì_ma/vorrei/voglio sisi certo certamente certo_che_sì ovviamente assolutamente senzaltro sicuramente
      volentieri faccia/fai_pure lo_faccia chiami/chiama_qualcuno mi_passi_qualcuno passami_qualcuno perché_no~
      esatto assolutamente_sì`,
    good: `va_bene bene perfetto daccordo ottimo benissimo per_favore/piacere perfavore
      sarebbe_bello/utile/gentile/perfetto/ottimo/fantastico mi_piacerebbe se_possibile se_può/puoi
      penso/credo/direi_di_sì fantastico bello magari dai aspetto_qui`,
    no: `no nono`,
    decline: `non_ora/adesso/ancora/oggi/serve/occorre/voglio/credo/importa ora/adesso/oggi_no ancora/per_ora_no
      non_per_ora per_il_momento_no non_è_necessario non_ce_bisogno non_ho_bisogno più_tardi magari/forse_più_tardi
      dopo unaltra_volta certo_che_no assolutamente_no preferisco/meglio/credo/penso_di_no lasci/lascia_stare/perdere
      non_si_preoccupi faccio_da_solo/sola/me me_la_cavo mi_arrangio sono_a_posto a_posto a_posto_così tutto_a_posto
      risolto ho/è_risolto tutto_risolto lho/ho_trovato trovato ora/adesso_funziona funziona_ora/adesso mi_ha_aiutato
      mi_è_stato_utile è_tutto questo_è_tutto niente nulla nessuno`,
    polite: `grazie grazie_mille molte/tante_grazie molto io mi me vorrei voglio qualcuno una_persona persona
      un_operatore operatore umano ma e allora ora adesso subito presto ciao buongiorno salve mah beh gentile
      gentilissimo lei prego la_domanda la_mia_domanda domanda lasci aiuto mi_aiuti parlare con di un una questo
      arrivederci`,
  },
  nl: {
    yes: `ja jaa jawel jep jup graag heel_graag natuurlijk tuurlijk zeker zeker_weten absoluut uiteraard
      doe_maar/dat/het doet_u_maar haal/roep/bel_iemand haalt/roept_u_iemand verbind_me stuur_maar_door waarom_niet~`,
    good: `goed prima is_goed dat_is_goed akkoord alsjeblieft alstublieft aub fijn mooi perfect top
      lijkt_me_goed/prima zou_fijn/mooi/goed_zijn dat_zou_fijn/mooi/goed_zijn dat_zou_helpen als_het/dat_kan
      indien_mogelijk denk_het_wel ik_denk_het_wel ik_wacht`,
    no: `nee neen`,
    decline: `niet_nu/nodig/echt/vandaag nu/vandaag/voorlopig_niet nog_niet hoeft_niet hoeft_niet_hoor dat_hoeft_niet
      is_niet_nodig dat_is_niet_nodig liever/beter/zeker/natuurlijk_niet later misschien_later een_andere_keer
      volgende_keer laat_maar vergeet_het geen_behoefte ik_hoef_niet ik_wil_niet ik_red_me_wel ik_red_het_wel
      red_me_wel kom_er_wel_uit ik_kom_er_wel/zelf_uit ik_zoek_het_zelf_uit opgelost is_opgelost het_is_opgelost
      dat_helpt/hielp het_werkt het_werkt_nu werkt_nu gevonden heb_het_gevonden ik_heb_het ik_heb_het_al/gevonden
      dat_was/is_alles niets niks niemand denk_het_niet ik_denk_het_niet`,
    polite: `dank dank_je/u dank_je/u_wel bedankt hartelijk_dank ik wij mij me u je dat het dan nu maar en dus hoi
      hallo goedendag ach nou heel erg lief aardig van snel meteen iemand een_mens mens een_persoon persoon
      een_medewerker medewerker collega met wil zou willen hulp help de_vraag mijn_vraag vraag graag_gedaan hoor
      spreken praten doei`,
  },
  pt: {
    yes: `sim simm ss~ claro claro_que_sim com_certeza certamente sem_dúvida pode_ser~ pode_sim pode~ quero_sim
      quero~ faça/faz_isso chame/chama_alguém por_que_não~ porque_não~ força~ avance vá/vai_em_frente gostaria_sim
      isso_mesmo`,
    good: `certo bom bem tá está/tá_bem está/tá_bom tudo_bem beleza perfeito ótimo óptimo por_favor porfavor pf pfv
      de_acordo combinado seria_bom/ótimo/óptimo/perfeito agradecia agradeço gostaria se_possível se_puder
      acho/penso/creio_que_sim fixe legal aguardo`,
    no: `não~ nao~ nn naum~ não_obrigado/obrigada`,
    decline: `não_precisa/preciso/quero/acho/agora/hoje agora/hoje_não ainda_não por_enquanto/agora_não por_enquanto
      não_é_preciso/necessário não_há_necessidade mais_tarde talvez_mais_tarde depois outra_hora outro_dia na_próxima
      claro_que_não de_jeito_nenhum melhor_não prefiro_não prefiro_que_não acho/creio_que_não deixa/deixe_estar
      deixa_pra_lá deixe_lá esqueça esquece não_se/te_preocupe/preocupes desenrasco_me eu_desenrasco_me eu_me_viro
      me_viro eu_resolvo consigo_sozinho/sozinha já_está já_está_resolvido já_resolvi/encontrei/tenho/funciona
      resolvido encontrei agora_funciona isso_ajuda/ajudou ajudou é_tudo é_só_isso só_isso nada ninguém`,
    polite: `obrigado obrigada muito_obrigado/obrigada muito eu me queria preciso alguém uma_pessoa pessoa
      um_atendente atendente humano mas e então agora já rápido olá oi bom_dia boa_tarde você sua a_pergunta
      a_minha_pergunta pergunta deixe ajuda ajude_me falar com um uma isso valeu tchau`,
  },
  pl: {
    yes: `tak~ tak_ale/chcę jasne pewnie oczywiście owszem zdecydowanie koniecznie naturalnie poproszę chętnie
      bardzo_chętnie z_chęcią jak_najbardziej zawołaj/zawołajcie/poproś_kogoś proszę_zawołać/połączyć/przekazać
      połącz_mnie przekaż~ śmiało~ dawaj~ czemu/dlaczego_nie~`,
    good: `dobrze dobra spoko w_porządku proszę super świetnie doskonale może_być zgoda zgadzam_się niech_będzie
      byłoby_miło/dobrze/super jeśli_można jeśli_to_możliwe chyba_tak myślę_że_tak poczekam`,
    no: `nie~ nie_dziękuję/dzięki`,
    decline: `nie_teraz/trzeba/potrzeba/potrzebuję/chcę/dziś/dzisiaj/sądzę teraz/dziś/dzisiaj_nie jeszcze_nie
      na_razie_nie nie_na_razie nie_ma_potrzeby nie_jest_to_konieczne później może_później innym/następnym_razem
      raczej/lepiej/chyba/absolutnie/zdecydowanie_nie oczywiście/pewnie_że_nie myślę_że_nie dam_radę dam_sobie_radę
      poradzę_sobie sam/sama_sobie_poradzę zrobię_to_sam/sama już_nie_trzeba już_wiem/mam/znalazłem/znalazłam/działa
      znalazłem znalazłam teraz_działa rozwiązane załatwione to_pomogło pomogło to_wszystko nic nikt nikogo nieważne
      zapomnij obejdzie_się wszystko_jasne`,
    unsure: `może`,
    polite: `no dziękuję dzięki bardzo wielkie ja mi mnie chcę chciałbym chciałabym kogoś ktoś osobę osobą człowieka
      człowiekiem konsultanta konsultantem pracownika z ale i a więc to teraz szybko cześć hej dzień_dobry witam o oj
      eh pan pani państwo pytanie moje zostaw proszę_zostawić pomoc pomocy za_pomoc rozmawiać porozmawiać`,
  },
  ro: {
    yes: `da~ da_dar/vreau/doresc sigur desigur bineînțeles firește evident exact absolut chemați/cheamă_pe_cineva
      conectați_mă faceți_asta transmiteți lăsați/lasă_întrebarea de_ce_nu~ haide~ hai~`,
    good: `bine e_bine e_ok perfect în_regulă de_acord vă_rog te_rog aș_vrea mi_ar_plăcea
      ar_fi_bine/frumos/perfect/grozav ar_fi_de_ajutor dacă_se_poate dacă_puteți cred_că_da presupun aștept minunat
      excelent`,
    no: `nu~ nu_mulțumesc/mersi nup`,
    decline: `nu_acum/încă/azi/astăzi/trebuie/vreau/chiar/cred/contează acum/azi/încă/deocamdată_nu nu_deocamdată
      nu_e/este_nevoie nu_e/este_necesar nu_am_nevoie nam_nevoie n_am_nevoie mai_târziu poate_mai_târziu altă_dată
      data_viitoare mai_bine_nu sigur_că_nu mă_descurc mă_descurc_singur/singură lasă lasă/lăsați_că las_o_baltă
      uitați rezolvat am_rezolvat sa_rezolvat s_a_rezolvat e_rezolvat am_găsit am_găsit_o lam_găsit merge_acum
      acum_merge funcționează_acum acum_funcționează ma_ajutat m_a_ajutat asta_e/este_tot atât nimic nimeni`,
    polite: `mulțumesc mulțumim mersi cu_plăcere mult foarte eu îmi mă mi vreau doresc aș_dori cineva pe_cineva
      o_persoană persoană un_om om un_operator operator dar și atunci acum repede imediat bună bună_ziua salut ei păi
      amabil dumneavoastră întrebarea întrebare ajutor pentru_ajutor ajutați_mă cu vorbesc să pa`,
  },
  el: {
    yes: `ναι nai ne~ βέβαια βεβαίως φυσικά ασφαλώς εννοείται οπωσδήποτε σίγουρα καλέστε/φωνάξτε/φέρτε_κάποιον
      κάντε_το κάν_το προχωρήστε συνδέστε_με ακριβώς γιατί_όχι~`,
    good: `εντάξει οκ οκει entaxi endaxi καλά ωραία τέλεια υπέροχα μια_χαρά σύμφωνοι συμφωνώ παρακαλώ θα_ήθελα
      θα_ήταν_καλό/ωραία/τέλειο αν_γίνεται αν_μπορείτε νομίζω_ναι μάλλον_ναι περιμένω ας_γίνει`,
    no: `όχι οχι oxi ohi`,
    decline: `όχι_τώρα/ακόμα/ακόμη/σήμερα/βέβαια τώρα/σήμερα/ακόμα_όχι προς_το_παρόν_όχι όχι_προς_το_παρόν
      δεν/δε_χρειάζεται/θέλω/νομίζω δεν_είναι_απαραίτητο/ανάγκη αργότερα ίσως_αργότερα άλλη_φορά μια_άλλη_φορά
      καλύτερα/μάλλον/φυσικά/βέβαια_όχι φυσικά_και_όχι τα_καταφέρνω θα_τα_καταφέρω θα_το_βρω
      θα_το_κάνω_μόνος/μόνη_μου είμαι_εντάξει/καλά είμαι_μια_χαρά λύθηκε λύθηκε_το_θέμα το_βρήκα βρήκα το_έλυσα
      δουλεύει_τώρα τώρα_δουλεύει με_βοήθησε αυτό_βοήθησε αυτό_ήταν αυτά τίποτα κανέναν κανένας άστο αφήστε_το
      ξέχνα/ξεχάστε_το`,
    unsure: `μπορεί μάλλον μισό_λεπτό`,
    polite: `ευχαριστώ ευχαριστούμε ευχαριστώ_πολύ πολύ εγώ μου με σας θέλω κάποιον κάποιος έναν ένα άτομο άνθρωπο
      υπάλληλο αλλά και τότε τώρα γρήγορα αμέσως γεια γεια_σας καλημέρα χμ α αχ ε λοιπόν ευγενικό η_ερώτηση
      την_ερώτηση ερώτηση αφήστε βοήθεια για_τη_βοήθεια βοηθήστε_με να μιλήσω`,
  },
  tr: {
    yes: `evet evt ewet ehe tabi tabii tabiki tabii_ki elbette kesinlikle mutlaka olur~ aynen~ hay_hay memnuniyetle
      çağırın~ çağır~ birini_çağırın/çağır bağlayın bağla iletin yapın~ neden/niye_olmasın~`,
    good: `tamam tmm olabilir peki iyi iyi_olur çok_iyi_olur güzel harika lütfen lütfn uygun sevinirim çok_sevinirim
      memnun_olurum mümkünse zahmet_olmazsa sanırım_evet beklerim bekliyorum olsun`,
    no: `hayır hyr yok~ yo~ hayır/yok_teşekkürler/teşekkür/sağol/sağolun`,
    decline: `şimdi/henüz/daha/bugün/lazım_değil şu_an_değil şimdilik_değil gerek_yok/kalmadı gerekmez gerekmiyor
      istemiyorum istemem ihtiyacım_yok şimdilik_hayır/yok şimdilik_gerek_yok sonra daha_sonra belki_sonra
      belki_daha_sonra başka_zaman bir_dahaki_sefere kesinlikle/elbette_hayır tabii_ki_hayır olmaz olmasın sanmıyorum
      kendim_hallederim hallederim ben_hallederim hallettim halloldu çözüldü çözdüm buldum sorun/sorunum_çözüldü
      yardımcı_oldu işe_yaradı çalışıyor şimdi_çalışıyor hepsi_bu bu_kadar hiçbir_şey kimse boş_ver boşver boşverin
      vazgeçtim iyiyim`,
    polite: `teşekkürler teşekkür_ederim teşekkür sağol sağ_ol sağolun çok ben bana beni biri birini birine birisi
      birisini bir kişi insan insanla yetkili temsilci ama ve o_zaman şimdi hemen merhaba selam şey ya ee siz sizi
      soruyu sorumu soru bırakın bırak yardım edin konuşmak istiyorum yardımınız_için`,
  },
  uk: {
    yes: `так~ так_але/хочу да_но/хочу ага авжеж звичайно звісно безумовно обовязково угу давайте~ давай~ покличте~
      позовіть~ клич/кличте/поклич/покличте/позовіть_когось зєднайте перемкніть передайте~ чому/чом_би_й_ні~
      чому_б_ні~ чому_ні~ да~ конечно позовите~ почему_бы_и_нет почему_нет~ естественно`,
    good: `добре гаразд будь_ласка можна окей ок супер чудово згоден згодна хай нехай якщо_можна/можливо
      було_б_добре/чудово/непогано буду_вдячний/вдячна хорошо ладно пожалуйста можно`,
    no: `ні не~ нет~ неа нєа ні/не/нет_дякую/спасибі/спасибо`,
    decline: `не_зараз/треба/потрібно/варто/хочу/сьогодні/надо/нужно/сейчас/турбуйтеся/переймайтеся пізніше потім
      може/можливо_пізніше іншим_разом ще/поки_ні поки_що_ні поки_не_треба нема/немає_потреби розберуся
      сам/сама_розберуся впораюся сам/сама/я_впораюся вже_не_треба/потрібно вже_знайшов/знайшла/працює знайшов
      знайшла це_допомогло допомогло все_добре/гаразд/зрозуміло/ясно розібрався розібралася питання_вирішено вирішено
      це_все нічого забудьте позже потом`,
    unsure: `може`,
    polite: `дякую щиро_дякую спасибі спасибо дуже вам я мені хочу хотів_би хотіла_б когось хтось людину людина
      людини фахівця оператора але а і та ну тоді зараз швидше якнайшвидше допомога допоможіть добрий_день привіт гм
      о ой вітаю наперед за_допомогу питання залиште це його команді`,
  },
  bg: {
    yes: `да~ да_но/ама/обаче/искам дада ага da~ разбира_се естествено определено задължително непременно давайте~
      давай~ повикайте/повикай/извикайте/извикай_някого повикайте~ свържете/свържи_ме предайте_го~ точно_така
      защо_не~`,
    good: `добре може моля ок окей окейй става супер чудесно идеално хубаво съгласен съгласна нека ако_може
      ако_обичате ще_се_радвам ще_е/бъде_чудесно/добре/супер би_било_добре/чудесно мисля_че_да ще_изчакам`,
    no: `не~ ne~ тц не_благодаря/мерси`,
    decline: `не_сега/още/искам/желая/мисля/днес още/засега/днес/сега_не не_засега няма_нужда не_е_нужно/необходимо
      нямам_нужда по_късно може_би_по_късно друг_път недей недейте няма_смисъл сам/сама_ще_се_оправя/справя
      ще_се_оправя/справя всичко_е_наред/ясно реших_го реши_се това_реши_въпроса това_помогна/помага намерих
      намерих_го вече_намерих/работи работи_вече оправих_се оправи_се това_е_всичко нищо никой никого няма_значение
      забрави забравете стига`,
    polite: `благодаря благодаря_ви мерси много ви ти ме ми аз искам бих_искал/искала някого някой човек колега
      служител но а ама и тогава сега веднага бързо помощ за_помощта здравейте здрасти хм ами о ох предварително
      повикайте извикайте оставете въпроса въпрос го`,
  },
  ar: {
    yes: `نعم أجل بلى أيوه ايوا أيوة أيوا اي~ ايه~ اه~ aywa na3am بالتأكيد أكيد طبعا بالطبع تفضل~ اتصل_بأحد
      استدعوا_أحدا حولني وصلني بكل_سرور ياريت يا_ريت افعل~ لم/لما/ليش/لماذا/ليه_لا~`,
    good: `حسنا تمام طيب ماشي أوكي اوك أوكيه موافق جيد ممتاز رائع من_فضلك لو_سمحت رجاء ممكن إذا_ممكن لو_ممكن
      سيكون_جيدا/رائعا سيكون_ذلك_جيدا/رائعا أعتقد_نعم سأنتظر زين`,
    no: `لا~ لاء كلا لا_شكرا`,
    decline: `لا_داعي/حاجة/أحتاج/أريد/أعتقد/أظن/شيء/أحد ليس_الآن/بعد/اليوم/ضروريا/حاليا مش_الآن/دلوقتي مو_الحين
      ما_في/له_داعي ما_أبغى مش_عايز غير_ضروري لاحقا فيما_بعد ربما_لاحقا بعدين~ مرة_أخرى في_وقت_آخر
      بالطبع/طبعا/أكيد/بالتأكيد_لا سأتدبر_أمري/الأمر أنا_بخير تم_الحل انحلت انحل حليت/حلت_المشكلة وجدته وجدتها لقيته
      يكفي هذا_يكفي خلاص ساعدني_ذلك هذا_ساعدني يعمل_الآن هذا_كل_شيء انس_الأمر`,
    polite: `شكرا شكرا_جزيلا/لك/لكم جزيلا جدا أنا أريد أود أحتاج أحدا أحد شخص شخصا إنسان موظف موظفا لكن و ثم الآن
      بسرعة فورا مرحبا السلام_عليكم أهلا لطف لطفك السؤال سؤالي اترك مساعدة للمساعدة ساعدني ساعدوني مع التحدث إلى هذا
      ذلك`,
  },
};
