import type { Vocabulary } from './trigger-words';

/** Languages in Latin script. */
export const LATIN: Record<string, Vocabulary> = {
  en: {
    no: `not no never without don_t didn_t doesn_t dont didnt won_t rather_than instead_of`,
    yes: `don_t_you can_t_i couldn_t_i why_not why_don_t if_not not_helpful not_working didn_t_help doesn_t_help does_not_help no_idea no_good`,
    link: `a an the to with real live actual human some one of your you our from any at in me my please just directly another proper through now on
      out via is there be able this`,
    talk: `talk speak chat contact reach call discuss_this help_from`,
    want: `i_want i_need i_d_like i_would_like id_like i_wanna want_to_talk give_me get_me can_i_have can_i_get could_i_have could_i_get
      let_me_have may_i_have is_there are_there we_need we_want bring_me find_me ask_for asking_for request`,
    connect: `connect transfer put forward switch pass hand patch escalate redirect`,
    person: `human humans human_being real_person person real_people live_person agent agents human_agent live_agent support_agent operator
      representative rep advisor adviser customer_service_representative live_support human_support live_chat staff_member`,
    team: `support customer_service customer_support customer_care helpdesk help_desk team support_team staff employee colleague salesperson somebody
      someone`,
    someone: `someone somebody anyone anybody`,
    filler: `a an the please pls real live actual now talk to need want speak hey hi hello give me just help customer_service customer_support
      support`,
    boss: `manager supervisor boss superior team_lead owner ceo head_of management person_in_charge someone_in_charge someone_higher`,
    threat: `lawyer* attorney* legal_action sue_you will_sue suing take_you_to_court small_claims chargeback charge_back dispute_the_charge dispute_this_charge
      consumer_protection trading_standards ombudsman report_you reporting_you go_to_the_police call_the_police contact_the_police better_business_bureau my_solicitor`,
    demand: `i_want i_need i_demand i_d_like i_would_like id_like give_me get_me gimme i_expect i_insist_on i_am_requesting i_m_requesting requesting
      i_request we_want we_demand can_i_have can_i_get could_i_get i_want_to_get i_would_like_to_get return`,
    money: `my_money_back my_money money_back refund refunded full_refund my_refund refund_for_my refund_of my_cash_back`,
    refund: `refund_me refund_please owe_me_a_refund owe_me_my_money refund_my refund_this refund_it refund_the_order please_refund want_my_money_back give_me_my_money want_a_refund demand_a_refund
      want_to_be_refunded refund_now want_a_full_refund`,
    complaint: `make_a_complaint file_a_complaint lodge_a_complaint submit_a_complaint raise_a_complaint have_a_complaint formal_complaint want_to_complain
      like_to_complain need_to_complain i_m_complaining i_am_complaining this_is_unacceptable is_unacceptable totally_unacceptable completely_unacceptable worst_service worst_shop
      worst_store worst_company worst_experience worst_customer_service terrible_service awful_service horrible_service bad_service poor_service terrible_experience this_is_ridiculous
      is_ridiculous rip_off ripped_off ripped_me_off scammed scammers you_are_a_scam is_a_scam fed_up very_disappointed extremely_disappointed so_disappointed
      really_disappointed disgusted this_is_outrageous disgrace disgraceful sick_of_this`,
    asking: `how what when where which why if whether policy policies do_you possible is_it can_i_get_a_refund can_i_have_a_refund could_i_get_a_refund`,
    never: `human_resources human_rights human_error human_hair human_readable cleaning_agent travel_agent estate_agent password_manager file_manager
      task_manager cable_manager window_manager boot_manager are_you_a are_you_an are_you_human are_you_real`,
  },
  de: {
    no: `nicht kein keine keinen keinem nie niemals ohne statt`,
    link: `sie mit einem einer einen eine ein zu an dem der den die das bitte echten echter echte richtigen richtiger richtige euch ihnen ihrem ihrer mich mir jetzt gerne
      mal vom von aus team direkt lebenden`,
    talk: `sprechen reden chatten telefonieren kontaktieren erreichen unterhalten schreiben_mit`,
    want: `ich_will ich_möchte ich_brauche ich_hätte_gern ich_hätte_gerne gib_mir geben_sie_mir kann_ich gibt_es_hier ich_verlange`,
    connect: `verbinde verbinden verbindet weiterleiten durchstellen hol holen holt`,
    person: `mensch menschen person mitarbeiter mitarbeiterin mitarbeiters berater beraterin kundenberater agent agenten operator sachbearbeiter
      ansprechpartner`,
    team: `support kundendienst kundenservice kundenbetreuung service jemandem jemanden team`,
    someone: `jemandem jemanden jemand irgendwem irgendjemandem`,
    filler: `bitte echter echten echte ein einen eine richtiger richtigen mit jetzt sprechen hallo kundenservice`,
    boss: `chef chefin vorgesetzten vorgesetzter vorgesetzte geschäftsführer geschäftsführung geschäftsleitung manager filialleiter teamleiter`,
    threat: `anwalt anwalts anwältin rechtsanwalt rechtliche_schritte verklagen verklage anzeige_erstatten strafanzeige anzeigen_werde verbraucherschutz
      verbraucherzentrale rückbuchung zurückbuchen chargeback zu_gericht vor_gericht polizei_gehen`,
    demand: `ich_will ich_möchte ich_verlange ich_fordere ich_erwarte ich_brauche ich_hätte_gern gebt_mir geben_sie_mir gib_mir`,
    money: `mein_geld mein_geld_zurück geld_zurück rückerstattung erstattung mein_geld_wieder`,
    refund: `erstatten_sie_mir erstattet_mir erstatte_mir geld_zurück_haben geld_wiederhaben will_mein_geld möchte_mein_geld geld_zurück_bitte`,
    complaint: `beschweren beschwerde_einreichen beschwere_mich eine_beschwerde reklamieren unverschämtheit frechheit inakzeptabel nicht_akzeptabel
      schlechter_service schlechtester miserabel katastrophaler betrug betrüger abzocke sehr_enttäuscht total_enttäuscht so_enttäuscht das_ist_lächerlich`,
    asking: `wie was wann wo warum welche welcher ob wenn falls bekomme_ich gibt_es`,
    never: `bist_du sind_sie_ein spreche_ich rede_ich keine_beschwerde beschwerdeverfahren`,
  },
  fr: {
    no: `pas ne jamais sans plutôt_que besoin_de_rien`,
    link: `à a avec un une le la l les de d du des vrai vraie quelqu s il vous plaît svp réel réelle humain votre moi me en directement chez service au
      être`,
    talk: `parler discuter contacter joindre échanger tchatter chatter parlez`,
    want: `je_veux je_voudrais j_aimerais j_ai_besoin_d j_ai_besoin_de donnez_moi je_souhaite passez_moi puis_je_avoir y_a_t_il il_me_faut`,
    connect: `passez mettez_moi transférez transférer connectez mettre_en_relation`,
    person: `humain humaine être_humain personne vraie_personne conseiller conseillère agent opérateur opératrice téléconseiller employé`,
    team: `service_client support service_clients équipe quelqu_un responsable_client`,
    someone: `quelqu_un qqn`,
    filler: `un une s_il_vous_plaît svp stp vrai vraie parler à réel merci bonjour`,
    boss: `responsable manager directeur directrice supérieur patron chef gérant`,
    threat: `avocat poursuites_judiciaires action_en_justice porter_plainte porterai_plainte tribunal justice_pour dgccrf que_choisir rétrofacturation
      chargeback opposition_au_paiement à_la_police médiateur`,
    demand: `je_veux je_voudrais j_exige je_demande rendez_moi donnez_moi j_aimerais je_souhaite`,
    money: `remboursement mon_remboursement être_remboursé être_remboursée mon_argent remboursé récupérer_mon_argent`,
    refund: `remboursez_moi remboursez rembourser_moi rendez_moi_mon_argent rendez_l_argent`,
    complaint: `faire_une_réclamation déposer_une_réclamation me_plaindre une_plainte_contre je_me_plains inacceptable inadmissible scandaleux honteux
      une_honte arnaque escroquerie arnaqueurs très_déçu très_déçue vraiment_déçu pire_service service_nul`,
    asking: `comment quelle quel quand où pourquoi si combien est_ce_que politique peut_on`,
    never: `êtes_vous es_tu je_parle ressources_humaines`,
  },
  es: {
    no: `no nunca sin en_vez_de`,
    link: `a al con un una el la los de del por favor verdadera verdadero real alguien su me directamente ser persona ahora`,
    talk: `hablar habla hablen comunicarme contactar chatear conversar`,
    want: `quiero quisiera necesito me_gustaría dame deme denme puedo_tener hay_alguna hay_algún páseme pásame pasame ponme póngame`,
    connect: `conectar conéctame conécteme transferir transfiérame transfiéreme comuníqueme comunícame pásame páseme pásenme póngame`,
    person: `humano humana ser_humano persona persona_real agente operador operadora asesor asesora representante empleado`,
    team: `soporte atención_al_cliente servicio_al_cliente equipo alguien`,
    someone: `alguien`,
    filler: `un una por_favor real hablar con quiero ahora hola`,
    boss: `gerente encargado encargada supervisor supervisora jefe jefa responsable director`,
    threat: `abogado abogada denunciar denunciaré denuncia demandar demandaré acciones_legales tribunales hoja_de_reclamaciones a_la_policía contracargo
      chargeback oficina_del_consumidor`,
    demand: `quiero quisiera exijo necesito devuélvanme devuélveme me_gustaría reclamo`,
    money: `mi_dinero mi_dinero_de_vuelta reembolso mi_reembolso un_reembolso la_devolución_del_dinero que_me_devuelvan_el_dinero`,
    refund: `devuélvanme_el_dinero devuélvame_el_dinero devuélveme_el_dinero devuélvanme_mi_dinero devuélveme_mi_dinero que_me_devuelvan reembólsenme
      reembólsame`,
    complaint: `poner_una_queja presentar_una_queja una_queja quejarme poner_una_reclamación presentar_una_reclamación inaceptable vergüenza una_estafa
      estafadores estafa muy_decepcionado muy_decepcionada pésimo_servicio peor_servicio mal_servicio`,
    asking: `cómo qué cuál cuándo dónde por_qué si política se_puede`,
    never: `eres_un eres_una es_usted estoy_hablando recursos_humanos`,
  },
  it: {
    no: `non nessun nessuna senza mai invece_di`,
    link: `a al con un uno una il lo la l di del per favore vero vera reale vostro mi me direttamente in essere`,
    talk: `parlare parla parlo_volentieri contattare chattare comunicare parlarne`,
    want: `voglio vorrei ho_bisogno_di mi_serve dammi datemi mi_dia posso_avere c_è passami passatemi mi_passi`,
    connect: `passami passatemi mi_passi mettetemi mettimi collegami trasferitemi trasferiscimi`,
    person: `umano umana essere_umano persona persona_reale operatore operatrice agente addetto consulente impiegato`,
    team: `assistenza servizio_clienti supporto qualcuno team staff`,
    someone: `qualcuno`,
    filler: `un una per_favore vero vera reale parlare con voglio subito ciao`,
    boss: `responsabile direttore direttrice manager capo superiore titolare`,
    threat: `avvocato azioni_legali vie_legali denuncia denuncio denuncerò tribunale causa_legale alla_polizia associazione_consumatori chargeback contestare_l_addebito
      altroconsumo`,
    demand: `voglio vorrei esigo pretendo chiedo ridatemi datemi`,
    money: `rimborso un_rimborso il_rimborso il_mio_rimborso i_miei_soldi indietro_i_soldi essere_rimborsato essere_rimborsata soldi_indietro`,
    refund: `rimborsatemi rimborsami mi_rimborsi ridatemi_i_soldi rivoglio_i_miei_soldi rivoglio_i_soldi restituitemi_i_soldi`,
    complaint: `fare_un_reclamo presentare_un_reclamo un_reclamo lamentarmi reclamare inaccettabile una_vergogna vergognoso truffa truffatori pessimo_servizio
      molto_deluso molto_delusa peggior_servizio`,
    asking: `come cosa quale quando dove perché se politica si_può qual`,
    never: `sei_un sei_una sto_parlando risorse_umane`,
  },
  nl: {
    no: `niet geen nooit zonder in_plaats_van`,
    link: `met een de het aan van alstublieft alsjeblieft echte echt mij me iemand jullie uw direct nu graag te`,
    talk: `spreken praten chatten contact bellen`,
    want: `ik_wil ik_zou_graag ik_wil_graag ik_heb_nodig geef_mij geef_me mag_ik kan_ik is_er`,
    connect: `verbind verbinden doorverbinden schakel`,
    person: `mens mensen persoon medewerker medewerkster agent operator adviseur vertegenwoordiger`,
    team: `klantenservice support helpdesk team iemand`,
    someone: `iemand`,
    filler: `een echte echt alstublieft alsjeblieft graag met spreken nu hallo aub`,
    boss: `manager leidinggevende chef baas directeur teamleider`,
    threat: `advocaat juridische_stappen aanklagen rechtszaak naar_de_rechter consumentenbond naar_de_politie chargeback aangifte geschillencommissie terugboeken`,
    demand: `ik_wil ik_eis ik_wil_graag geef_mij geef_me ik_verwacht`,
    money: `mijn_geld mijn_geld_terug geld_terug terugbetaling restitutie`,
    refund: `betaal_mij_terug betaal_me_terug geef_mijn_geld_terug geld_terug_nu wil_mijn_geld_terug`,
    complaint: `klacht_indienen een_klacht_indienen ik_heb_een_klacht een_klacht beklagen onacceptabel schandalig schande oplichting oplichters slechte_service slechtste
      erg_teleurgesteld zeer_teleurgesteld belachelijk`,
    asking: `hoe wat wanneer waar waarom welke als beleid kan_ik krijg_ik klachtenprocedure`,
    never: `ben_je bent_u ben_jij spreek_ik`,
  },
  pt: {
    no: `não nunca sem em_vez_de`,
    link: `a ao com um uma o os de do da por favor real verdadeira alguém vossa sua me diretamente agora ser`,
    talk: `falar conversar contactar contatar`,
    want: `quero queria gostaria preciso_de preciso me_dê dê_me posso_ter há_alguma passe_me`,
    connect: `ligar_me transfira transferir passe passar conecte`,
    person: `humano humana ser_humano pessoa pessoa_real atendente agente operador operadora assistente_humano representante funcionário`,
    team: `apoio_ao_cliente suporte atendimento equipa equipe alguém`,
    someone: `alguém`,
    filler: `um uma por_favor real falar com quero agora olá atendimento`,
    boss: `gerente supervisor supervisora chefe responsável diretor`,
    threat: `advogado advogada processar processo_judicial tribunal livro_de_reclamações procon à_polícia estorno_no_cartão chargeback ação_judicial`,
    demand: `quero queria exijo preciso_do devolvam_me gostaria_de_receber gostaria`,
    money: `meu_dinheiro o_meu_dinheiro meu_dinheiro_de_volta dinheiro_de_volta reembolso um_reembolso o_meu_reembolso ser_reembolsado`,
    refund: `devolvam_o_meu_dinheiro devolvam_meu_dinheiro devolvam_me_o_dinheiro reembolsem_me me_reembolsem quero_meu_dinheiro`,
    complaint: `fazer_uma_reclamação apresentar_uma_reclamação uma_reclamação reclamar inaceitável vergonha burla golpe fraude péssimo_serviço péssimo_atendimento
      muito_desiludido muito_desiludida muito_decepcionado pior_serviço`,
    asking: `como qual quando onde por_que porque se política é_possível posso_pedir`,
    never: `és_um é_um você_é estou_a_falar estou_falando recursos_humanos`,
  },
  pl: {
    no: `nie bez nigdy zamiast`,
    link: `z ze do od prosze mnie mi sie jakims zywym prawdziwym prawdziwego zywego kims waszym z kim teraz bezposrednio moge`,
    talk: `rozmawiać porozmawiać rozmowa pogadać mówić pomówić skontaktować porozmawiam`,
    want: `chcę chciałbym chciałabym potrzebuję poproszę proszę_o dajcie daj dajcie_mi daj_mi poproszę_o`,
    connect: `połącz połączyć połączcie przełącz przełączcie przekieruj proszę_połączyć`,
    person: `człowiek* konsultant* pracownik* osobą osobę osoba agent* operator* doradc* doradca przedstawiciel*`,
    team: `obsługą_klienta obsługi_klienta biurem_obsługi kimś zespołem supportem`,
    someone: `kimś kimkolwiek`,
    filler: `proszę poproszę z żywy prawdziwy prawdziwa teraz chcę rozmawiać żywego`,
    boss: `kierownik* przełożon* szef* menedżer* manager*`,
    threat: `prawnik* adwokat* pozwę pozew do_sądu rzecznik_praw rzecznika_praw na_policję chargeback uokik`,
    demand: `chcę żądam domagam_się chciałbym chciałabym proszę_o oddajcie oddajcie_mi`,
    money: `zwrot_pieniędzy zwrotu_pieniędzy moje_pieniądze swoje_pieniądze pieniądze swoich_pieniędzy pieniądze_z_powrotem`,
    refund: `oddajcie_pieniądze oddajcie_mi_pieniądze zwróćcie_pieniądze zwróćcie_mi_pieniądze oddaj_pieniądze`,
    complaint: `złożyć_skargę złożyć_reklamację chcę_złożyć_skargę poskarżyć skarżyć skandal niedopuszczalne nie_do_przyjęcia oszustwo oszuści fatalna_obsługa
      najgorsza_obsługa bardzo_rozczarowany bardzo_rozczarowana`,
    asking: `jak co kiedy gdzie dlaczego jaka jaki czy_mogę jeśli jeżeli polityka ile`,
    never: `jesteś czy_rozmawiam zasoby_ludzkie zasobów_ludzkich`,
  },
  ro: {
    no: `nu niciun nicio fără niciodată în_loc_de`,
    link: `cu un o la de din vă rog te real reală adevărat adevărată cineva mă îmi mine dumneavoastră acum direct`,
    talk: `vorbesc_cu să_vorbesc vorbi discut discuta contacta contactez`,
    want: `vreau aș_vrea aș_dori doresc am_nevoie_de dați_mi dă_mi pot_avea`,
    connect: `conectați_mă conectează_mă transferați_mă transferă_mă faceți_mi_legătura legătura puneți_mă`,
    person: `om om_real persoană persoană_reală operator operatorul agent agentul consultant consilier reprezentant angajat`,
    team: `cineva suport serviciul_clienți relații_cu_clienții echipa asistență`,
    someone: `cineva`,
    filler: `un o vă_rog te_rog uman umană real reală adevărat vreau cu acum`,
    boss: `manager managerul șef șeful superior director supervizor responsabil`,
    threat: `avocat avocatul dau_în_judecată în_judecată instanță tribunal anpc protecția_consumatorului la_poliție chargeback reclam_la`,
    demand: `vreau cer solicit doresc aș_vrea dați_mi pretind`,
    money: `banii_înapoi banii_mei rambursare rambursarea înapoi_banii restituirea_banilor`,
    refund: `dați_mi_banii_înapoi vreau_banii_înapoi returnați_mi_banii rambursați_mi`,
    complaint: `fac_o_reclamație face_o_reclamație depun_o_plângere o_reclamație mă_plâng inacceptabil rușine înșelătorie escroci țeapă servicii_proaste
      foarte_dezamăgit foarte_dezamăgită cel_mai_prost`,
    asking: `cum ce când unde de_ce care dacă politica se_poate`,
    never: `ești sunteți_un vorbesc_cu_un_om_sau resurse_umane`,
  },
  tr: {
    no: `istemiyorum gerek_yok olmadan değil hayır`,
    link: `bir gerçek canlı ile bana beni lütfen hemen şimdi de da birisi biri`,
    talk: `konuşmak konuşabilir konuşayım görüşmek görüşebilir görüşeyim iletişime yazışmak`,
    want: `istiyorum_bir lazım_bir`,
    connect: `bağlayın bağla bağlar aktarın aktar yönlendirin`,
    person: `insan insanla insana kişi kişiyle temsilci temsilciye temsilciyle temsilcisi temsilcisine temsilcisiyle canlı_destek canlı_desteğe operatör operatöre operatörle yetkiliyle
      yetkiliye danışman danışmana danışmanla çalışan çalışanla`,
    team: `destek destekle müşteri_hizmetleri müşteri_hizmetlerine müşteri_hizmetleriyle birisiyle biriyle ekip ekiple`,
    someone: `birisiyle biriyle birine`,
    filler: `bir gerçek lütfen istiyorum müşteri canlı hemen bağlan`,
    boss: `müdür müdürle müdüre müdürünüzle müdürünüz yönetici yöneticiyle yöneticinizle yöneticiye amirinizle patron patronla`,
    threat: `avukat avukatım avukatıma dava_aç* mahkemeye tüketici_hakem tüketici_mahkemesi polise_gid* şikayetvar savcılığa ters_ibraz chargeback`,
    demand: `istiyorum_iade`,
    money: `paramı para_iadesi`,
    refund: `paramı_geri paramı_iade paramı_istiyorum para_iadesi_istiyorum iade_istiyorum_paramı geri_ödeme_istiyorum`,
    complaint: `şikayet_etmek şikayetçiyim şikayetim_var şikayet_edeceğim şikayette kabul_edilemez rezalet dolandırıcı* dolandırıldım berbat_hizmet
      çok_kötü_hizmet hayal_kırıklığına skandal`,
    asking: `nasıl ne_zaman nedir mı mi mu mü eğer hangi nerede politikası`,
    never: `insan_mısın insan_mısınız robot_musun insan_kaynakları konuşmak_istemiyorum görüşmek_istemiyorum bağlanmak_istemiyorum gerek_yok istemiyorum`,
  },
};
