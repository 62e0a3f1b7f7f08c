import { byVocabulary, type Vocabulary } from './trigger-vocabulary';

/** Languages in Latin script. */
const WORDS: Record<string, Vocabulary> = {
  de: {
    no: `nicht kein keine keinen keinem nie niemals ohne statt`,
    link: `sie mit einem einer einen eine ein zu an dem der den die das bitte echten echter echte richtigen richtiger richtige euch ihnen ihrem ihrer mich mir jetzt gerne
      mal vom von aus team direkt lebenden
      einer ich`,
    talk: `sprechen reden chatten telefonieren kontaktieren erreichen unterhalten schreiben_mit
      erreiche`,
    want: `ich_will ich_möchte ich_brauche ich_hätte_gern ich_hätte_gerne gib_mir geben_sie_mir kann_ich gibt_es_hier ich_verlange`,
    connect: `verbinde verbinden verbindet weiterleiten durchstellen hol holen holt`,
    person: `mensch menschen person mitarbeiter mitarbeiterin mitarbeiters berater beraterin kundenberater agent agenten operator sachbearbeiter
      ansprechpartner`,
    team: `support kundendienst kundenservice kundenbetreuung service jemandem jemanden team`,
    someone: `jemandem jemanden jemand irgendwem irgendjemandem`,
    filler: `bitte echter echten echte ein einen eine richtiger richtigen mit jetzt sprechen hallo kundenservice`,
    boss: `chef chefin vorgesetzten vorgesetzter vorgesetzte geschäftsführer geschäftsführung geschäftsleitung manager filialleiter teamleiter`,
    threat: `anwalt anwalts anwältin rechtsanwalt rechtliche_schritte verklagen verklage anzeige_erstatten strafanzeige anzeigen_werde verbraucherschutz
      verbraucherzentrale rückbuchung zurückbuchen zu_gericht vor_gericht polizei_gehen
      mein_anwalt meinen_anwalt meinem_anwalt`,
    demand: `ich_will ich_möchte ich_verlange ich_fordere ich_erwarte ich_brauche ich_hätte_gern gebt_mir geben_sie_mir gib_mir
      ich_bestehe_auf`,
    money: `mein_geld mein_geld_zurück geld_zurück rückerstattung erstattung mein_geld_wieder
      den_kaufpreis_zurück den_kaufpreis_erstattet das_geld_zurück das_geld_erstattet kaufpreis_zurück`,
    refund: `erstatten_sie_mir erstattet_mir erstatte_mir geld_zurück_haben geld_wiederhaben will_mein_geld möchte_mein_geld geld_zurück_bitte
      geld_zurück_sofort geld_zurück_jetzt geld_zurück_bitte`,
    complaint: `beschweren beschwerde_einreichen beschwere_mich eine_beschwerde reklamieren unverschämtheit frechheit inakzeptabel nicht_akzeptabel
      schlechter_service schlechtester miserabel katastrophaler betrug betrüger abzocke sehr_enttäuscht total_enttäuscht so_enttäuscht das_ist_lächerlich
      kaputt_angekommen nicht_was_ich_bestellt was_ich_bestellt_habe_ist_das_nicht reine_abzocke`,
    asking: `wie was wann wo warum welche welcher ob wenn falls bekomme_ich gibt_es geschenk tasse spielzeug`,
    never: `bist_du sind_sie_ein spreche_ich rede_ich keine_beschwerde beschwerdeverfahren`,
    typos: `mitarbeiter`,
    mine: `mein meinem meinen meiner meine`,
  },
  fr: {
    no: `pas ne jamais sans plutôt_que besoin_de_rien`,
    link: `à a avec un une le la l les de d du des vrai vraie quelqu s il vous plaît svp réel réelle humain votre moi me en directement chez service au
      être qui`,
    talk: `parler discuter contacter joindre échanger tchatter chatter parlez`,
    want: `je_veux je_voudrais j_aimerais j_ai_besoin_d j_ai_besoin_de donnez_moi je_souhaite passez_moi puis_je_avoir y_a_t_il il_me_faut`,
    connect: `passez mettez_moi transférez transférer connectez mettre_en_relation
      mettez_moi_en_relation relation`,
    person: `humain humaine être_humain personne vraie_personne conseiller conseillère agent opérateur opératrice téléconseiller employé`,
    team: `service_client support service_clients équipe quelqu_un responsable_client`,
    someone: `quelqu_un qqn`,
    filler: `un une s_il_vous_plaît svp stp vrai vraie parler à réel merci bonjour`,
    boss: `responsable manager directeur directrice supérieur patron chef gérant`,
    threat: `mon_avocat à_un_avocat par_un_avocat avocat_va notre_avocat mes_avocats poursuites_judiciaires action_en_justice porter_plainte porterai_plainte au_tribunal le_tribunal dgccrf que_choisir rétrofacturation
      opposition_au_paiement à_la_police le_médiateur un_médiateur
      en_justice la_justice répression_des_fraudes`,
    demand: `je_veux je_voudrais j_exige je_demande rendez_moi donnez_moi j_aimerais je_souhaite
      je_exige exige`,
    money: `remboursement mon_remboursement être_remboursé être_remboursée mon_argent remboursé récupérer_mon_argent`,
    refund: `remboursez_moi remboursez rembourser_moi rendez_moi_mon_argent rendez_l_argent
      me_rembourse remboursement_svp me_rembourser rembourser_ma_commande procéder_au_remboursement être_remboursé_immédiatement`,
    complaint: `faire_une_réclamation déposer_une_réclamation me_plaindre une_plainte_contre je_me_plains inacceptable inadmissible scandaleux honteux
      une_honte arnaque escroquerie arnaqueurs très_déçu très_déçue vraiment_déçu pire_service service_nul
      porter_réclamation c_est_nul bande_d_escrocs escrocs pas_ce_que_j_ai_commandé est_nul quelle_arnaque`,
    asking: `comment quelle quel quand où pourquoi si combien est_ce_que politique peut_on cadeau huile crème veste mug jouet`,
    never: `êtes_vous es_tu je_parle ressources_humaines`,
    typos: `conseiller`,
    mine: `mon ma mes`,
  },
  es: {
    no: `no nunca sin en_vez_de`,
    link: `a al con un una el la los de del por favor verdadera verdadero real alguien su me directamente ser persona ahora
      quien pueda`,
    talk: `hablar habla hablen comunicarme contactar chatear conversar
     `,
    want: `quiero quisiera necesito me_gustaría dame deme denme puedo_tener hay_alguna hay_algún páseme pásame pasame ponme póngame`,
    connect: `conectar conéctame conécteme transferir transfiérame transfiéreme comuníqueme comunícame pásame páseme pásenme póngame`,
    person: `humano humana ser_humano persona persona_real agente operador operadora asesor asesora representante empleado`,
    team: `soporte atención_al_cliente servicio_al_cliente equipo alguien`,
    someone: `alguien`,
    filler: `un una por_favor real hablar con quiero ahora hola`,
    boss: `gerente encargado encargada supervisor supervisora jefe jefa responsable director`,
    threat: `abogado abogada denunciar denunciaré denuncia demandar demandaré acciones_legales tribunales hoja_de_reclamaciones a_la_policía contracargo
      oficina_del_consumidor
      demandarlos denunciarlos a_consumo en_consumo mi_abogado mi_abogada en_la_policía a_la_policia`,
    demand: `quiero quisiera exijo necesito devuélvanme devuélveme me_gustaría reclamo`,
    money: `mi_dinero mi_dinero_de_vuelta reembolso mi_reembolso un_reembolso la_devolución_del_dinero que_me_devuelvan_el_dinero`,
    refund: `devuélvanme_el_dinero devuélvame_el_dinero devuélveme_el_dinero devuélvanme_mi_dinero devuélveme_mi_dinero que_me_devuelvan reembólsenme
      reembólsame
      regrésenme devuélvanme_mi_dinero reembolso_por_favor me_reembolsen me_devuelvan me_deben deben_devolverme y_un_reembolso y_que_me_devuelvan y_mi_dinero`,
    complaint: `poner_una_queja presentar_una_queja una_queja quejarme poner_una_reclamación presentar_una_reclamación inaceptable vergüenza una_estafa
      estafadores estafa muy_decepcionado muy_decepcionada pésimo_servicio peor_servicio mal_servicio
      es_un_robo ridículo intolerable me_han_estafado me_estafaron ladrones no_es_lo_que_pedí hacer_un_reclamo`,
    asking: `cómo cuál cuándo dónde por_qué si política se_puede regalo juguete taza sala`,
    never: `eres_un eres_una es_usted estoy_hablando recursos_humanos`,
    typos: `representante operador asesor`,
    mine: `mi mis`,
  },
  it: {
    no: `non nessun nessuna senza mai invece_di`,
    link: `a al con un uno una il lo la l di del per favore vero vera reale vostro mi me direttamente in essere
      cui posso`,
    talk: `parlare parla parlo_volentieri contattare chattare comunicare parlarne`,
    want: `voglio vorrei ho_bisogno_di mi_serve dammi datemi mi_dia posso_avere c_è passami passatemi mi_passi`,
    connect: `passami passatemi mi_passi mettetemi mettimi collegami trasferitemi trasferiscimi`,
    person: `umano umana essere_umano persona persona_reale operatore operatrice agente addetto consulente impiegato`,
    team: `assistenza servizio_clienti supporto qualcuno team staff`,
    someone: `qualcuno`,
    filler: `un una per_favore vero vera reale parlare con voglio subito ciao`,
    boss: `responsabile direttore direttrice manager capo superiore titolare`,
    threat: `avvocato azioni_legali vie_legali denuncia denuncio denuncerò in_tribunale al_tribunale causa_legale alla_polizia associazione_consumatori contestare_l_addebito
      altroconsumo
      farò_causa mio_avvocato contestare_l_addebito contesto_l_addebito vie_legali vi_denuncio vi_denuncerò ad_altroconsumo`,
    demand: `voglio vorrei esigo pretendo chiedo ridatemi datemi`,
    money: `rimborso un_rimborso il_rimborso il_mio_rimborso i_miei_soldi indietro_i_soldi essere_rimborsato essere_rimborsata soldi_indietro`,
    refund: `rimborsatemi rimborsami mi_rimborsi ridatemi_i_soldi rivoglio_i_miei_soldi rivoglio_i_soldi restituitemi_i_soldi
      restituitemi_i rimborso_per_favore soldi_indietro rimborsate rimborsarmi mi_rimborsiate mi_dovete`,
    complaint: `fare_un_reclamo presentare_un_reclamo un_reclamo lamentarmi reclamare inaccettabile una_vergogna vergognoso truffa truffatori pessimo_servizio
      molto_deluso molto_delusa peggior_servizio
      ridicolo uno_scandalo siete_dei_ladri siete_ladri mi_avete_truffato che_truffa non_è_quello_che_ho_ordinato sporgere_reclamo`,
    asking: `come cosa quale quando dove perché se politica si_può qual regalo giocattolo tazza tribunale_dei`,
    never: `sei_un sei_una sto_parlando risorse_umane`,
    typos: `operatore`,
    mine: `mio mia miei`,
  },
  nl: {
    no: `niet geen nooit zonder in_plaats_van`,
    link: `met een de het aan van alstublieft alsjeblieft echte echt mij me iemand jullie uw direct nu graag te
      door wie kan naar`,
    talk: `spreken praten chatten contact_met contact_opnemen_met contact_op bellen
      spreek bereik`,
    want: `ik_wil ik_zou_graag ik_wil_graag ik_heb_nodig geef_mij geef_me mag_ik kan_ik is_er`,
    connect: `verbind verbinden doorverbinden schakel
      verbind_me schakel_me`,
    person: `mens mensen persoon medewerker medewerkster agent operator adviseur vertegenwoordiger`,
    team: `klantenservice support helpdesk team iemand`,
    someone: `iemand`,
    filler: `een echte echt alstublieft alsjeblieft graag met spreken nu hallo aub`,
    boss: `manager leidinggevende chef baas directeur teamleider`,
    threat: `advocaat juridische_stappen aanklagen rechtszaak naar_de_rechter consumentenbond naar_de_politie aangifte geschillencommissie terugboeken
      bedrag_terugboeken laat_terugboeken mijn_advocaat naar_mijn_advocaat`,
    demand: `ik_wil ik_eis ik_wil_graag geef_mij geef_me ik_verwacht`,
    money: `mijn_geld mijn_geld_terug geld_terug terugbetaling restitutie`,
    refund: `betaal_mij_terug betaal_me_terug geef_mijn_geld_terug geld_terug_nu wil_mijn_geld_terug
      geld_terug_graag mijn_geld_terug_hebben mij_terugbetalen me_terugbetalen stort_mijn_geld ik_mijn_geld_terug en_mijn_geld_terug`,
    complaint: `wat_een_oplichting wat_een_schande klacht_indienen een_klacht_indienen ik_heb_een_klacht een_klacht beklagen onacceptabel schandalig schande oplichting oplichters slechte_service slechtste
      erg_teleurgesteld zeer_teleurgesteld belachelijk
      klacht_melden wil_klagen een_schande oplichters niet_wat_ik_besteld klacht_in`,
    asking: `hoe wat wanneer waar waarom welke als beleid kan_ik krijg_ik klachtenprocedure cadeau speelgoed mok`,
    never: `ben_je bent_u ben_jij spreek_ik_met`,
    typos: `medewerker`,
    mine: `mijn`,
  },
  pt: {
    no: `não nunca sem em_vez_de`,
    link: `a ao com um uma o os de do da por favor real verdadeira alguém vossa sua me diretamente agora ser
      para possa quem eu seu sua vosso`,
    talk: `falar conversar contactar contatar`,
    want: `quero queria gostaria preciso_de preciso me_dê dê_me posso_ter há_alguma passe_me`,
    connect: `ligar_me transfira transferir passe passar conecte
      me_transfira transfira_me passe_me me_passe`,
    person: `humano humana ser_humano pessoa pessoa_real atendente agente operador operadora assistente_humano representante funcionário`,
    team: `apoio_ao_cliente suporte atendimento equipa equipe alguém
      o_suporte`,
    someone: `alguém`,
    filler: `um uma por_favor real falar com quero agora olá atendimento`,
    boss: `gerente supervisor supervisora chefe responsável diretor`,
    threat: `advogado advogada processar processo_judicial ao_tribunal livro_de_reclamações procon à_polícia estorno_no_cartão ação_judicial
      processar_vocês processar_vos procon medidas_legais ao_tribunal meu_advogado`,
    demand: `quero queria exijo preciso_do devolvam_me gostaria_de_receber gostaria
      exijo`,
    money: `meu_dinheiro o_meu_dinheiro meu_dinheiro_de_volta dinheiro_de_volta reembolso um_reembolso o_meu_reembolso ser_reembolsado
      reembolso`,
    refund: `devolvam_o_meu_dinheiro devolvam_meu_dinheiro devolvam_me_o_dinheiro reembolsem_me me_reembolsem quero_meu_dinheiro
      devolva_o_meu devolva_meu devolvam_o_meu me_devolvam me_reembolsar reembolso_por_favor devolvam_o_dinheiro e_receber_meu_dinheiro e_receber_o_meu e_um_reembolso`,
    complaint: `fazer_uma_reclamação apresentar_uma_reclamação uma_reclamação reclamar inaceitável vergonha burla fraude péssimo_serviço péssimo_atendimento
      muito_desiludido muito_desiludida muito_decepcionado pior_serviço
      fazer_uma_queixa ridículo um_absurdo golpistas fui_enganado que_burla não_foi_isso_que_eu_pedi não_é_o_que_pedi um_golpe é_golpe absurdo`,
    asking: `como qual quando onde por_que porque se política é_possível posso_pedir presente jogo caneca brinquedo`,
    never: `és_um és_uma você_é_um você_é_uma você_é_human* é_um_robô é_uma_pessoa é_um_humano é_um_bot é_humano estou_a_falar estou_falando recursos_humanos`,
    typos: `atendente`,
    mine: `meu minha`,
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
    threat: `prawnik* adwokat* pozwę pozew do_sądu rzecznik_praw rzecznika_praw na_policję uokik
      idę_do_sądu w_sądzie sprawę_do_sądu uokik mój_adwokat moim_prawnikiem`,
    demand: `chcę żądam domagam_się chciałbym chciałabym proszę_o oddajcie oddajcie_mi
      oczekuję wymagam`,
    money: `zwrot_pieniędzy zwrotu_pieniędzy moje_pieniądze swoje_pieniądze pieniądze swoich_pieniędzy pieniądze_z_powrotem zwrotu_moich_pieniędzy zwrot_moich_pieniędzy`,
    refund: `oddajcie_pieniądze oddajcie_mi_pieniądze zwróćcie_pieniądze zwróćcie_mi_pieniądze oddaj_pieniądze
      odzyskać_pieniądze zwrócić_mi_pieniądze zwrot_pieniędzy_proszę pieniądze_z_powrotem zwróćcie_moje oddajcie_moje zwróćcie oddajcie oddaj_mi oddaj_moje musicie_mi_zwrócić dostać_zwrot_pieniędzy i_zwrot_pieniędzy`,
    complaint: `złożyć_skargę złożyć_reklamację chcę_złożyć_skargę poskarżyć skarżyć skandal niedopuszczalne nie_do_przyjęcia oszustwo oszuści fatalna_obsługa
      najgorsza_obsługa bardzo_rozczarowany bardzo_rozczarowana
      to_śmieszne śmieszne żenujące oszukaliście_mnie jesteście_oszustami nie_to_co_zamówił* nie_jest_to_co_zamówił* poskarżyć to_nie_jest_to_co nie_to_zamówił*`,
    asking: `jak co kiedy gdzie dlaczego jaka jaki czy_mogę jeśli jeżeli polityka ile prezent kubek zabawka gra`,
    never: `jesteś czy_rozmawiam zasoby_ludzkie zasobów_ludzkich`,
    typos: `konsultantem konsultanta`,
    mine: `mój moim mojego moją`,
  },
  ro: {
    no: `nu niciun nicio fără niciodată în_loc_de`,
    link: `cu un o la de din vă rog te real reală adevărat adevărată cineva mă îmi mine dumneavoastră acum direct
      să pot iau`,
    talk: `să_vorbesc vorbi discut discuta contacta contactez`,
    want: `vreau aș_vrea aș_dori doresc am_nevoie_de dați_mi dă_mi pot_avea`,
    connect: `conectați_mă conectează_mă transferați_mă transferă_mă faceți_mi_legătura legătura puneți_mă`,
    person: `om om_real persoană persoană_reală operator operatorul agent agentul consultant consilier reprezentant angajat`,
    team: `cineva suport serviciul_clienți relații_cu_clienții echipa asistență`,
    someone: `cineva`,
    filler: `un o vă_rog te_rog uman umană real reală adevărat vreau cu acum`,
    boss: `manager managerul șef șeful superior director supervizor responsabil directorul șefa managera supervizorul`,
    threat: `avocatul avocatului unui_avocat dau_în_judecată în_judecată în_instanță la_tribunal anpc protecția_consumatorului la_poliție reclam_la
      avocatul_meu sun_avocatul la_tribunal dau_în_judecată voi_da_în_judecată sesizez_anpc`,
    demand: `vreau cer solicit doresc aș_vrea dați_mi pretind`,
    money: `banii_înapoi banii_mei rambursare rambursarea înapoi_banii restituirea_banilor
      returnarea_banilor o_rambursare rambursarea_banilor`,
    refund: `dați_mi_banii_înapoi vreau_banii_înapoi returnați_mi_banii rambursați_mi
      returnați_mi rambursați_mi_banii banii_înapoi_vă_rog să_fiu_rambursat dați_mi_banii returnați_banii îmi_returnați_banii datorați_banii primesc_banii_înapoi dă_mi_banii și_banii_înapoi îmi_dați_banii`,
    complaint: `fac_o_reclamație face_o_reclamație depun_o_plângere o_reclamație mă_plâng inacceptabil rușine înșelătorie escroci țeapă servicii_proaste
      foarte_dezamăgit foarte_dezamăgită cel_mai_prost
      fac_o_plângere o_rușine ridicol strigător_la_cer m_ați_înșelat sunteți_hoți escrocilor nu_este_ce_am_comandat`,
    asking: `cum ce când unde de_ce care dacă politica se_poate cadou joc jucărie cană`,
    never: `ești sunteți_un vorbesc_cu_un_om_sau resurse_umane`,
    typos: `operator`,
    mine: `al`,
    after: `^ <no> <link>* <talk>
^ (meu|mea)`,
  },
  tr: {
    no: `istemiyorum gerek_yok olmadan değil hayır`,
    link: `bir gerçek canlı ile bana beni lütfen hemen şimdi de da birisi biri`,
    talk: `konuşmak konuşabilir konuşayım görüşmek görüşebilir görüşeyim iletişime yazışmak`,
    want: `istiyorum_bir lazım_bir`,
    connect: `bağlayın bağla bağlar aktarın aktar yönlendirin`,
    person: `insan insanla insana kişi kişiyle temsilci temsilciye temsilciyle temsilcisi temsilcisine temsilcisiyle canlı_destek canlı_desteğe operatör operatöre operatörle yetkiliyle
      yetkiliye danışman danışmana danışmanla çalışan çalışanla yetkili`,
    team: `destek destekle müşteri_hizmetleri müşteri_hizmetlerine müşteri_hizmetleriyle birisiyle biriyle ekip ekiple`,
    someone: `birisiyle biriyle birine`,
    filler: `bir gerçek lütfen istiyorum müşteri canlı hemen bağlan`,
    boss: `müdür müdürle müdüre müdürünüzle müdürünüz yönetici yöneticiyle yöneticinizle yöneticiye amirinizle patron patronla`,
    threat: `avukatım avukatıma dava_aç* mahkemeye tüketici_hakem tüketici_mahkemesi polise_gid* şikayetvar savcılığa ters_ibraz
      mahkemeye_ver* avukatımla hakem_heyet* tüketici_mahkemesi* savcılığa polise_şikayet dava_edeceğim`,
    demand: `istiyorum_iade`,
    money: `paramı para_iadesi`,
    refund: `paramı_geri paramı_iade paramı_istiyorum para_iadesi_istiyorum iade_istiyorum_paramı geri_ödeme_istiyorum
      paramın_iadesini ücret_iadesi_istiyorum tam_iade_istiyorum iadesini_talep_ediyorum iadesini_istiyorum iadesi_talep_ediyorum geri_talep_ediyorum parami_geri parayı_geri paramı_hemen iade_istiyorum param_geri ücretin_iadesini paramı_lütfen`,
    complaint: `şikayet_etmek şikayetçiyim şikayetim_var şikayet_edeceğim şikayette kabul_edilemez rezalet dolandırıcı* dolandırıldım berbat_hizmet
      çok_kötü_hizmet hayal_kırıklığına skandal
      şikayet_ediyorum saçmalık dolandırdınız dolandırıcısınız sipariş_ettiğim_bu_değil kabul_edilemez`,
    asking: `nasıl ne_zaman nedir mı mi mu mü eğer hangi nerede politikası hediye cübbesi oyuncak`,
    never: `insan_mısın insan_mısınız robot_musun insan_kaynakları`,
    typos: `temsilcisiyle temsilcisine`,
    after: `..4 <no>`,
  },
};

export const LATIN = byVocabulary(WORDS);
