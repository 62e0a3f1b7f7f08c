import type { Typos } from './trigger-words';

/** English: words by class (see trigger-patterns for how they are written). */
export const CLASSES = {
  /** Between a verb and whom it is about. */
  link: `to with 2 w wit wth too through thru via by over on in into onto up off the phone line directly direct just please plz pls now today here
    straight immediately right away quickly maybe possibly actually at some_point as_soon_as_possible asap for of face live urgently instead back`,
  /** Before a person: articles and what kind. No "my": one's own agent or manager sits elsewhere. */
  kind: `a an the any some one of your ur yr our this that these those another other ya u non bot either
    <real> competent qualified trained knowledgeable available online senior smart smarter decent helpful nice customer customers client clients consumer
    support service services care sales tech technical it help desk helpdesk call center centre line phone store shop company companys team account
    billing order orders shipping delivery returns complaints dedicated different free in_person person local english speaking chat certain single
    specific kind first_available next_available next free_agent virtual_or cs based level tier top employee staff member_of members_of responsible`,
  real: `real live actual human living breathing genuine proper true physical honest flesh_and_blood freaking frigging fucking fuckin fking effing bloody
    damn damned dam goddamn goddamned god_damn god flipping authentic legit actually`,
  /** People, where wanting one is wanting to talk to one. */
  agent: `human humans hooman humanoid human_being human_beings humanbeing being beings agent agents operator operators representative representatives rep
    reps advisor adviser advisors advisers csr csrs live_chat live_support live_help livechat live_person human_support human_help human_assistance
    human_contact human_interaction human_intervention human_handoff human_handover human_takeover human_assistant live_assistance homo_sapiens
    staff_member team_member customer_executive customer_assistant customer_associate support_person support_guy support_member
    customer_service_person customer_service_assistant service_assistant support_assistant support_specialist support_executive care_executive
    customer_specialist customer_expert service_executive live_assistant real_assistant service_specialist service_associate real_one live_one
    actual_one live_body`,
  person: `person persons`,
  wanted: `<agent> <person>`,
  colleague: `colleagues colleague assistants employees staff workers sellers experts shop_assistants sales_people salespeople`,
  topic: `it this that these those the my a an your about it`,
  /** People where one talks to them. */
  team: `customer_service customer_services customer_support customer_care customer_assistance customer_relations customer_success customer_help
    client_service client_services client_support client_care support supports support_team support_department support_staff support_center support_centre
    support_desk support_line support_service service_team service_department service_desk service_center service_centre care_team care_department
    helpdesk help_desk help_center help_centre helpline help_line help_team tech_support technical_support tech_team call_center call_centre hotline
    sales_team sales_department sales_rep sales your_team the_team ur_team team department your_office your_company your_staff staff staffs specialist
    specialists expert experts technician technicians professional assistant assistants consultant consultants executive executives associate associates
    attendant attendants employee employees worker workers clerk personnel colleague colleagues coworker teammate salesperson salesman saleswoman
    billing shipping_department returns_department delivery_team accounts_department warehouse
    spokesperson correspondent tech techs agency_staff cs back_office backoffice people_in_charge person_in_charge_of`,
  folk: `people folk folks man woman guy gal lady dude soul individual body voice face`,
  someone: `someone somebody anyone anybody some_one some_body any_one any_body somone smone some_person some_people`,
  desk: `human agent operator representative customer_service customer_services customer_support customer_care helpdesk help_desk support_team advisor
    call_center call_centre support_line helpline`,
  talk: `talk talking speak speaking chat chatting converse conversing communicate communicating interact interacting correspond
    talk_it_over have_a_word have_a_chat have_a_talk have_a_call have_a_conversation have_a_discussion have_a_quick_word have_a_quick_chat
    have_a_live_chat have_a_live_conversation text_with texting_with having_a_chat having_a_conversation a_word a_conversation a_chat hop_on_a_call get_on_a_call get_on_the_phone get_on_the_line
    be_on_the_phone on_the_phone on_the_line on_a_call phone_call video_call get_in_touch getting_in_touch be_in_touch put_in_touch got_in_touch
    get_into_contact get_in_contact getting_in_contact be_in_contact come_in_contact in_touch in_contact get_hold get_a_hold get_ahold getting_hold getting_a_hold
    get_through getting_through got_through get_to getting_to reach_out reaching_out be_put_through be_connected get_connected getting_connected
    be_transferred get_transferred getting_transferred be_transfered get_transfered be_redirected get_redirected be_forwarded get_forwarded be_directed
    be_referred be_passed be_switched be_routed be_linked be_hooked_up deal dealing contact_with connect connecting work_with hear_from hearing_from
    start_a_chat start_a_conversation start_chatting begin_a_chat begin_chatting initiate_a_chat open_a_chat schedule_a_call book_a_call
    arrange_a_call request_a_call set_up_a_call discuss_this discuss_it discuss_my_issue discuss_my_problem discuss_my_order meet_up_online`,
  call: `contact contacting reach reaching call calling phoning consult consulting dial dialing dialling ask asking message_with
    contact_to to_message can_i_message messaging write_to writing_to hit_up access accessing`,
  want: `want wants wanting wanna wana need needs needing neeed require requires requiring prefer would_like would_love would_prefer d_like id_like id_love
    id_prefer ill_take demand demanding request requesting requested looking_for seeking asking_for ask_for asked_for insist_on rather_have wish_for
    in_need_of must_have waiting_for wait_for hold_for holding_for calls_for awaiting deserve gotta_have hoping_for requires use using try_to_get try_and_get trying_to_get
    trying_to_find trying_to_reach i_say i_said`,
  towant: `to_have to_get to_see to_use to_reach to_find to_request to_access to_be_with to_ask_for to_be_given to_be_assigned to_try to_deal_with
    to_go_to to_hear to_join to_proceed_with to_continue_with to_go_with for is is_to`,
  give: `give gimme get bring send fetch assign summon provide put grab`,
  connect: `connect connecting putting passing sending let queue place add_me transfer transferring transfered transferred put pass hand handing patch patching switch switching route redirect
    redirecting forward forwarding direct directing link linking divert refer referring escalate escalating move shift send take lead hook join
    hand_off hand_over pass_on turn reroute swap change push loop conect transport relay`,
  me: `me us`,
  /** What is handed over. */
  mine: `my_call my_chat my_question my_issue my_case my_conversation my_query my_problem my_ticket my_request my_session my_inquiry my_complaint my_order
    our_call our_chat`,
  matter: `<mine> me us this it our the call chat chatt request question issue case conversation query problem ticket session inquiry enquiry matter
    complaint over through thru up on off straight directly direct back now please immediately right away in touch contact to with w 2 into onto get
    across along quickly phone line for_assistance for_help again today in_on back_over just someone_to for in_the_queue in_line queue past`,
  objectless: `connect connecting transfer transferring switch switching escalate escalating redirect redirecting forward route handover hand_over
    hand_off handoff transition`,
  /** What may follow a person whom one wants: no noun, so "human resources" and "agent smith" are none. */
  follow: `<task> who whom that_i that_can that_could that_will that_knows that_understands that_is that_actually that_speaks which please plz pls pleas now for about not instead in on from right asap here there i because with w and or can could so today
    immediately at thats as u you we my me us he she it if is rather than urgently quickly already again over available online help helping assist assisting
    answering answer thank thanks thx cause cuz since when regarding concerning re this no bc dammit damn ok okay only straight directly first
    somewhere anywhere soon being out of_course via by back but then call talk speak chat contact ever too the a an one before bro sir mam maam man dude
    jesus ffs lol pronto stat quick reply right away around connected until will who_can whos over to_bots to_a_bot to_robots still support instead_of ai bot connection`,
  task: `to_talk to_speak to_chat to_help to_assist to_call to_contact to_deal to_handle to_answer to_discuss to_explain to_look to_review to_resolve
    to_solve to_take to_check to_respond to_reply to_me to_sort to_escalate to_get to_be to_give to_deal_with to_converse to_interact to_connect to_come
    to_join to_guide to_walk to_do_this to_tell to_ask to_listen to_understand to_continue to_complete to_fix_this to_fix_my_order to_fix_it`,
  bot: `bot bots robot robots machine machines chatbot chatbots chat_bot computer computers ai automaton virtual_assistant virtual_agent algorithm program
    software recording recordings automated_system automated_response automated_responses automated_messages automated_service automated answering_machine
    artificial_intelligence robo automation`,
  soft: `actually really currently even just still also now ever maybe not only truly`,
  polite: `please pls plz kindly hi hello hey ok okay yes yeah well so sorry thanks thank you just now can could u i want you to need like id
    go ahead and alexa siri google`,
  filler: `a an the please plz pls pleas now right today asap immediately instantly urgently quickly again hi hello hey ok okay yes yeah yep well so sorry
    thanks thank you just only give me us get want wants need needs i we im with to of help here there talk speak chat talking speaking chatting is
    some any real live actual human customer support service care representative another different sir madam bro dude man pleasee straight
    away fucking freaking damn goddamn bloody dammit ffs wtf god connect contact transfer call needed required request requested requesting line desk
    on phone line that then zero 0 press this chat agent thx ty assistance one who can assist it must be option`,
  boss: `manager managers supervisor supervisors boss bosses superior superiors team_lead team_leader teamlead lead_agent owner owners store_owner shop_owner ceo
    director head_of founder founders president higher_up higher_ups higherup management higher_management upper_management senior_management
    shift_leader shift_lead person_in_charge people_in_charge someone_in_charge somebody_in_charge anyone_in_charge whoever_is_in_charge one_in_charge
    whos_in_charge someone_higher somebody_higher anyone_higher someone_above somebody_above someone_more_senior someone_senior someone_superior
    someone_with_authority someone_with_more_authority somebody_with_authority someone_in_authority someone_in_management someone_responsible
    person_responsible executive_office next_level higher_level`,
  bosskind: `a an the any your ur yr our this that another real actual human general store shop branch regional district senior customer service support care
    sales account duty floor team area top freaking fucking damn goddamn bloody more higher of someone somebody`,
  bossfollow: `to who that please plz pls now here about because and or right asap immediately on i from at as today for_this instead so with in not
    regarding concerning this if you is again thanks thank call contact`,
  will: `ill i_will i_would im_going_to i_am_going_to im_gonna i_am_gonna gonna going_to i_shall we_will well_be we_are_going_to were_going_to
    i_intend_to i_plan_to ill_have_to i_will_have_to i_have_to ill_be or_ill or_i im_about_to i_am_about_to i_am im i_have ive i_had_to
    considering thinking_of thinking_about prepared_to ready_to i_can i_might i_may i_might_have_to i_may_have_to forced_to no_choice_but_to i_want_to
    i_wanna let_me i_must time_to need_to next_step`,
  bad: `bad negative terrible awful horrible scathing nasty one_star 1_star zero_star one_stars 1_stars honest damning poor`,
  authority: `consumer_protection consumer_authority consumer_authorities consumer_rights consumer_affairs consumer_court consumer_forum consumer_agency
    consumer_council consumer_advocate consumer_association consumer_watchdog consumer_organization consumer_organisation consumer_ombudsman
    consumer_commission trading_standards ombudsman better_business_bureau bbb ftc attorney_general citizens_advice federal_trade_commission consumer_bureau`,
  demand: `want wants wanna need demand would_like id_like id_love expect insist_on require requesting request claim asking_for ask_for give_me gimme get_me
    owe_me owes_me owed deserve deserves deserved entitled_to looking_for seeking due issue_me send_me insist like_to requested
    i_choose_a want_you_to would_prefer prefer`,
  due: `a an the my our full complete total entire whole immediate instant partial prompt to get have be receive given for me us back of just please now
    being getting all it at_least request ask_for claim obtain issued granted apply_for file_for demand`,
  money: `refund refunded refunding reimbursement reimbursed reimburse money_back my_money_back my_cash_back moneyback my_money_returned money_returned
    money_refunded my_money_refunded my_payment_back my_payment_returned all_my_money`,
  rules: `policy policies status information info details process procedure form page amount rules rule request_form terms conditions eligibility window
    period time timeline confirmation email faq option options number tracking update updates restrictions`,
  asks: `how what whats when where wheres which why if whether know check checking checked see seeing track tracking status about policy policies eligible
    eligibility possible do_you does_your does_this do_i will_i would_i am_i is_it is_there are_there can_i could_i may_i question questions info information
    details read view find_out learn understand explain tell_me show_me show restrictions wondering curious in_case in_which`,
  very: `so very really extremely deeply totally absolutely completely utterly quite beyond super incredibly just simply such pretty rather truly honestly
    fucking freaking damn bloody highly seriously terribly still getting more_than a_little also actually`,
  upset: `disappointed unhappy dissatisfied upset frustrated angry annoyed mad furious livid outraged fuming pissed pissed_off irritated disgusted displeased
    unsatisfied let_down appalled`,
  ours: `you your ur u this that these the my how it its because what service order delivery`,
  awful: `worst terrible awful horrible horrendous horrid appalling bad poor lousy crappy crap shitty shit pathetic disgraceful dreadful atrocious abysmal
    rubbish useless shocking disgusting ridiculous incompetent unprofessional garbage sloppy unacceptable`,
  shop: `service services support company shop store seller business customer_service customer_care customer_support customer_experience
    shopping_experience buying_experience experience experiences client_service aftersales website staff`,
  outrage: `unacceptable ridiculous outrageous disgraceful disgrace a_disgrace an_outrage appalling not_acceptable a_scam a_rip_off a_ripoff
    fraud a_fraud daylight_robbery theft false_advertising misleading scandalous a_total_joke shameful inexcusable`,
  thing: `item items product products size sizes color colour order one ones model thing things shoes shoe dress shirt shirts jacket pants jeans article
    articles goods part parts version package parcel variant style type book phone charger cable lamp headphones headset laptop stuff product_entirely
    set pair`,
  spoilt: `broken defective faulty cracked smashed shattered scratched torn ripped stained dented leaking mouldy moldy rotten spoiled expired malfunctioning
    in_pieces bent chipped unusable dead_on_arrival`,
  arrived: `arrived came was_delivered were_delivered got_delivered received recieved got you_sent sent_me shipped_me sent_us turned_up showed_up delivered
    gave_me given`,
  staff: `staff employee employees agent agents rep reps representative driver drivers courier couriers clerk cashier delivery_guy delivery_man delivery_driver
    support service guy lady person woman man people team operator assistant colleague salesperson personnel`,
  /** Said to an assistant that is to write, remind, translate or play. */
  elsewhere: `remind reminder reminders reminding alarm alarms calendar to_do_list todo_list shopping_list grocery_list my_list tweet tweets twitter translate translation translated playlist song songs movie movies
    album spanish french italian german chinese japanese portuguese definition define meaning appointment meeting meetings
    schedule_a_meeting travel flight career careers job jobs hiring salary episode podcast novel`,
  /** What may, or may not, stand after a match. */
  talked: 'about_me',
  device: `through_the through_it from_the over_the`,
  center: `center centre centers centres of`,
  because: `with in that about by and at because as of to but i over for since this still so today now`,
  there: `<follow> here available there around online i who <task> that_i that_can that_could that_we working whom we on_the in_your at_your please now free somewhere for_me with_whom with`,
  named: `a an the by mr mrs ms when if uber taxi cab john mike bob dan king ishmael sir master boss`,
  of: `of s for in_the_movie`,
  against: `to_you to_someone to_somebody about_my about_your about_this about_an about_the about_bad about_poor regarding please here against`,
  them: `you us your the a an me someone somebody anyone anybody one support customer agent agents rep them`,
  procedure: `policy policies procedure procedures process form forms department`,
  card: `card cards pin bank heart leg arm link`,
  way: `way time amount`,
  us: `me us to with back my back_to please and a an your some someone somebody`,
};

export const TYPOS: Typos = {
  words: `human humans person people agent agents operator operators representative representatives advisor adviser executive consultant employee
    associate someone somebody anyone anybody customer service support manager supervisor speak speaking talking chatting contact contacting connect
    connected connecting transfer transferred transferring transfered redirected assistance refund complaint lawyer attorney assistant specialist customers member please`,
  near: `advise advised advisers advises advising advisors advisory agency agenda argent assistants associated
    associates associating attorneys catting chanting charting collected collecting compacting complain complained
    complains complaints compliant concerting concocting conducted conducting congesting connected connecter
    connection connections connective connects connoting consenting constant consultancy consultants consulting
    contacted contacts contain contained containing contenting contesting contexts contorting contract contracted
    contracting contracts contrasted contrasting converting convicting corrected correcting costume costumes
    disconnected ember employe employed employees employer employers employes executives humana humane humid hunan
    lawyers layer layers manage managed managers manages manger members parson pease peopled peoples persona
    persons pleas pleased pleases purple reagent redirect redirects refunds regent representation representations
    serviced services servile sneak sneaking socialist someones speaks spear spearing specialise specialists
    specialize specials speck specking steak steaks superior supervise supervised supervises supervision
    supervisors supervisory supported supporter supports tacking taking talkative tanking tasking transferal
    transfers transfixed transformed transforming transfused transpired urgent weaking`,
  instead: `some1=someone sum1=someone any1=anyone sum_1=someone hooman=human humam=human tlak=talk takl=talk tak=talk talkk=talk tawk=talk tolk=talk
    spk=speak spek=speak speek=speak speack=speak spaek=speak chta=chat caht=chat cht=chat u=you ur=your plz=please pls=please plse=please pleas=please
    liv=live lve=live rela=real reall=real realy=really persn=person persona=person humn=human hman=human agnt=agent agt=agent agnet=agent rep=rep
    wnat=want wan=want watn=want wnt=want ned=need nead=need neeed=need nned=need speakto=speak talkto=talk ahuman=human anagent=agent aperson=person
    speakwith=speak talkwith=talk uhelp=you_help cant=cant wiht=with wtih=with wih=with witha=with toa=to ot=to teh=the cust=customer svc=service
    argent=agent asist=assist connet=connect conect=connect conenct=connect contcat=contact contac=contact cantact=contact tranfer=transfer trasnfer=transfer
    suport=support supprt=support oparator=operator manger=manager mangr=manager refun=refund refnd=refund refudn=refund rfund=refund moeny=money mony=money
    somone=someone sumone=someone smone=someone csr=csr custmer=customer sumbody=somebody gimmie=gimme lemme=let_me gime=gimme tranfered=transferred
    live-chat=live_chat someones=someone anyones=anyone repersentive=representative respresentative=representative cs=cs smbd=somebody smb=somebody opperater=operator opperaters=operator tlk=talk cn=can spk=speak plss=please plzz=please thru=through nd=and wit=with`,
};
