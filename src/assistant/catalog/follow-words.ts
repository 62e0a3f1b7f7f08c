/** Words that point back at what was shown before, by what they mean, in all languages; written as the lexicon is. */

/** Which one of a list; the last entry is the last one. */
export const ORDINALS = [
  `first 1st number_1 number_one erste* premier* première* primer* primo prima primi eerste primeir* pierwsz* primul πρώτ* birinci* ilki* перш* първ* الأول الأولى`,
  `second 2nd number_2 number_two zweite* deuxième* second* segund* secondo seconda tweede drug* al_doilea a_doua doua δεύτερ* ikinci* друг* втор* الثاني الثانية`,
  `third 3rd number_3 number_three dritte* troisième* tercer* terzo terza derde terceir* trzeci* al_treilea a_treia τρίτ* üçüncü* трет* الثالث الثالثة`,
  `fourth 4th number_4 number_four vierte* quatrième* cuart* quarto quarta vierde czwart* al_patrulea a_patra τέταρτ* dördüncü* четвърт* четверт* الرابع الرابعة`,
  `last letzte* dernier* dernière* último última ultimo ultima laatste ostatni* ultimul τελευταί* sonuncu* останн* последн* الأخير الأخيرة`,
];

/** It, this one, where no article can be meant. */
export const POINTING = `it its this_one that_one these those they them this that the_one ones dieser dieses ist_er ist_es ist_sie hat_er hat_es hat_sie kann_er kann_es kann_sie passt_er passt_es ihn davon dafür damit celui celle ceux ça ceci cela ese esa eso
  este esta esto estos estas quello quella questo questa questi queste deze ervan erbij daarvan esse essa isso isto ten_model to_jest tego jego ono go acesta aceasta asta αυτό αυτά αυτή bu bunu
  bunun bunlar onun він вона воно його її цей ця це той тази този това го я ли_е هذا هذه ذلك`;

/** Something of the kind that was not shown yet. */
export const OTHERS = `something_else anything_else others other_ones another_one any_other any_others more_options show_more more_like something_similar anything_similar
  similar_ones alternatives noch_andere etwas_anderes andere_modelle noch_mehr weitere alternativen autre_chose d_autres autres_modèles algo_más otra_cosa otros otras
  qualcos_altro altri altre altro_modello iets_anders andere_modellen outra_coisa outros outras coś_innego inne inny altceva altele κάτι_άλλο άλλα başka_bir başkası başka щось_інше
  інші нещо_друго други غيره غيرها شيء_آخر`;

/** A message that goes on from the one before: "and to Italy?" */
export const GOING_ON = `and what_about how_about or also und und_was_ist wie_wäre oder auch et et_pour ou y y_para e e_per en en_voor ou_para a a_co și dar și_pentru και ve peki ya а а_як_щодо і та ами а_за и
  وماذا و`;

/** What is compared: how it is asked for, which details say it, and whether more or less of it is wanted. */
export const COMPARED: { asked: string; details: string; least: boolean }[] = [
  {
    asked: `lighter lightest leichter leichteste* le_plus_léger plus_léger plus_légère más_ligero más_ligera menos_pesa più_leggero più_leggera lichter lichtste mais_leve lżejsz* najlżejsz* mai_ușor mai_ușoară
      ελαφρύτερ* πιο_ελαφρ* daha_hafif en_hafif легш* найлегш* по_лек по_лека най_лек أخف`,
    details: `weight gewicht poids peso waga greutate βάρος ağırlık вага тегло الوزن`,
    least: true,
  },
  {
    asked: `heavier heaviest schwerer schwerste* plus_lourd* más_pesad* più_pesant* zwaarder mais_pesad* cięższ* mai_greu βαρύτερ* daha_ağır важч* по_тежък أثقل`,
    details: `weight gewicht poids peso waga greutate βάρος ağırlık вага тегло الوزن`,
    least: false,
  },
  {
    asked: `longer_battery longest_battery lasts_longer last_longer last_longest lasts_longest lasts_the_longest better_battery best_battery more_battery runs_longer hält_länger länger_hält längste_akku längeren_akku plus_d_autonomie plus_longtemps más_batería
      dura_más dura_di_più più_autonomia langer_mee gaat_langer dura_mais dłużej_działa țin_mai_mult ține_mai_mult κρατάει_περισσότερο διαρκεί_περισσότερο daha_uzun довше_працює тримає_довше издържа_повече държи_повече أطول`,
    details: `battery akku laufzeit batterie autonomie batería batteria batterij accu bateria baterie μπαταρία pil батарея батерия البطارية`,
    least: false,
  },
  {
    asked: `bigger biggest larger largest größer größte* plus_grand* más_grande* più_grand* groter grootste maior większ* największ* mai_mare μεγαλύτερ* daha_büyük en_büyük більш* найбільш* по_голям* най_голям* أكبر`,
    details: `diagonal size capacity cells dimensions width height größe kapazität taille capacité tamaño capacidad dimensioni capacità maat formaat rozmiar pojemność dimensiune μέγεθος boyut розмір размер`,
    least: false,
  },
  {
    asked: `smaller smallest kleiner kleinste* plus_petit* más_pequeñ* più_piccol* kleiner mais_pequen* mniejsz* najmniejsz* mai_mic μικρότερ* daha_küçük en_küçük менш* найменш* по_малък най_малък أصغر`,
    details: `diagonal size capacity cells dimensions width height größe kapazität taille capacité tamaño capacidad dimensioni capacità maat formaat rozmiar pojemność dimensiune μέγεθος boyut розмір размер`,
    least: true,
  },
  {
    asked: `stronger strongest more_powerful most_powerful faster fastest stärker stärkste* schneller plus_puissant* más_potente* più_potent* krachtiger mais_potente mocniejsz* mai_puternic ισχυρότερ* daha_güçlü потужніш* по_мощ* أقوى`,
    details: `power total leistung puissance potencia potenza vermogen potência moc putere ισχύς güç потужність мощност read`,
    least: false,
  },
];

/** Which of them? */
export const WHICH = `which which_one which_of welcher welche welches lequel laquelle lesquels quel quelle cuál cuáles quale quali welke qual quais który która które care ποιο ποια ποιος hangisi hangi який яка котрий
  кой коя кое أي أيهما of_them of_these of_those of_the_two the_two von_beiden des_deux de_los_dos dei_due`;

/** "Colour", by itself. */
export const COLOUR_ITSELF = `colour* color* farbe* couleur* colore colori kleur* cor cores kolor* culoare χρώμα renk* колір кольор* цвят цвета لون`;
