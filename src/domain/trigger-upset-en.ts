/** How people ask in English for somebody higher or for their money, threaten, and complain (see trigger-patterns). */

export const ESCALATION = `
  <talk> <link>* <bosskind>* <boss> !<of>
  (contact|contacting|reach|reaching|call|calling|ask|see|meet|consult|get|involve) <link>* <bosskind>+ <boss> &<bossfollow>
  <want> <towant>? <link>* <bosskind>* <boss> &<bossfollow>
  (<give> <me>|gimme) <link>* <bosskind>* <boss> &<bossfollow>
  (get|bring|send|fetch) <bosskind>* <boss> (please|now|here|on_the_phone|on_the_line|to|immediately|right_now)* $
  (can|could|may|let) (i|we|me) (please|just)* (have|get|see) <link>* <bosskind>* <boss> &<bossfollow>
  <connect> (<me>|this|it|my) <matter>* <bosskind>* <boss> !<of>
  (escalate|escalating|transfer|connect) (to)? <bosskind>* <boss>
  (is|are) there <bosskind>+ <boss> (i|we|here|available|around|on_duty|to|that|who)
  where is (your|ur) <boss>
  <bosskind>* <boss> (to|i_can|that_i_can|we_can|who_i_can) (talk|speak|chat|call|contact|complain)
  (have|let|get|need|want|ask|can|could) <bosskind>+ <boss> (to|please|can)* (call|contact|phone|email|ring|get_back_to|reach_out_to|talk_to|speak_to|look_at|look_into)
  ^ (a|the|your|please|get|me|i|want|need|to|speak|with|talk|hi|hello|ok|no|yes|now)* (manager|supervisor|your_manager|your_supervisor|your_boss) (please|now|pls|immediately|asap|right|away)* $
  (need|want|like|have|must|please|can_you|could_you|wish|going|gonna|will) (to)? (escalate|escalating) (this|it|my|the|a|to|further|now|please|immediately|about)*
  ^ (please|pls|kindly)* escalate (this|it|my|now|immediately)
  (take|taking) this (further|higher|to_the_next_level|to_a_higher_level|all_the_way)
  <will> ..3 (sue|suing|sueing) (you|your|ur|u|this|the|for|over)?
  (sue|suing|sueing) (you|your|this_company|this_shop|this_store|ur|u|yall)
  (my|our) (lawyer|lawyers|attorney|attorneys|solicitor|legal_team|barrister|legal_counsel) (will|is|are|would|has|have|says|said|to_contact|about|contacting|going|knows|gets)
  (hear|hearing) from (my|our) (lawyer|lawyers|attorney|attorneys|solicitor|legal_team|bank)
  <will> ..3 (contact|contacting|call|calling|get|getting|hire|hiring|talk_to|speak_to|talking_to|speaking_to|involve|involving|consult|consulting|see|seeing|go_to|going_to|bring_in|ask|engage|instruct|instructing) (my|a|an|the|our)? (lawyer|lawyers|attorney|attorneys|solicitor|legal_team)
  (i_have|ive_got|got) (a|an) (good)? (lawyer|attorney|solicitor) (and|ready|on|who|that|already|friend|waiting)
  (take|taking|pursue|pursuing|face|facing|start|starting|threaten|considering|consider|begin|seek|seeking) (a|any|some|further|to_take)? legal (action|actions|proceedings|steps|measures|advice|route)
  legal (action|actions|proceedings|steps) (against|will|if|now|is|are_being)
  (see|take|taking|drag|dragging|meet) (you|this|u|your_company|yall|them) (all|guys|people|to|in|into|straight)* (small_claims|court)
  <will> ..3 (go|going|file|filing|take|taking|start) ..3 (small_claims|court|lawsuit|class_action)
  <will> ..4 (chargeback|charge_back|charge_backs)
  (want|like|need|will|ill|gonna|going|about|ready|have) to ..1 (file|start|initiate|raise|issue|do|request|open|make) (a|an|the|my)? (chargeback|charge_back)
  (im|i_am|be|already|just) ..1 (filing|filed|starting|initiating|raising|issuing|doing|requesting|opening|opened) (a|an|the|my)? (chargeback|charge_back)
  chargeback (will|against|if|unless|it_is|then|now|incoming|coming)
  (dispute|disputing|reverse|reversing|cancel|contest) (this|the|that|your|these|my)? (charge|charges|payment|transaction) (with|through|via|at|by) (my|the)? (bank|credit|card|paypal|visa|mastercard|amex|cc)
  <will> (be)? (dispute|disputing) (this|the|that|your|these) (charge|charges|payment|transaction)
  (ill|i_will|im_going_to|im_gonna|i_am_going_to|going_to|gonna|i_have|ive) ..1 (report|reporting|reported) (you|your|this_company|this_shop|this_store|this_website|u|yall|this_to|you_to)
  reporting you
  ^ (i)? (want|need|have|like|am|will|must|wish)* (to)? report (you|your_company|your_shop|this_shop|this_company) to
  <will> ..5 (to|with|the|a|contact|involve|inform|notify|complain_to) <authority>
  (contact|contacting|contacted|complain_to|complaining_to|complaint_with|complaint_to|report_to|reported_to|reporting_to|report_you_to|you_to|this_to|go_to|going_to|taking_this_to|inform|notify|notified|informed|call|calling) (the|my|your|local|our|a)* <authority>
  (im|i_am) going to the (police|press|media|authorities|newspapers|court|courts) &<because>
  <will> ..2 (leave|leaving|write|writing|post|posting|publish|publishing|put|putting|give|giving) (you|u|your_shop|your_store|this_shop|the)? (a|an|the|some|many|very|really|extremely|nothing_but)* <bad> ..1 (review|reviews|feedback|rating|ratings) 
  (expect|enjoy|get|deserve|deserves|receive) (a|an|my|your)* <bad> ..1 (review|reviews|rating)
  (ill|i_will|im_going_to|im_gonna|going_to|gonna|we_will) (make_sure)? ..2 (tell|telling|warn|warning|let) (everyone|everybody|all|people|others|the_world|the_internet|my_followers|every_one) ..4 (how|not|never|what_you|avoid|scam|bad|terrible|awful|stay_away|know|you)
  (ill|i_will|im_going_to|im_gonna|i_am_going_to|going_to|gonna|we_will) (be)? (post|posting|share|sharing|write|writing|put|putting|expose|exposing|leave|leaving|blast|blasting|go|going|tell|rate|review|reviewing) ..6 (trustpilot|social_media|facebook|twitter|google_reviews|google|reddit|youtube|instagram|tiktok|yelp|tripadvisor|public|online|the_press|the_media|the_news|newspapers|internet)
  (ill|i_will|im_going_to|im_gonna|i_am_going_to|going_to|gonna|i_have_to|ill_have_to) (be)? (go|going|take|taking|report|reporting|call|calling|contact|contacting|complain|file|inform) ..3 (police|press|media|authorities|newspapers|journalist)
  (how_many|many|first|second|third|fourth|fifth|last|2nd|3rd|4th|5th|10th|tenth|hundredth|100th|final|millionth|umpteenth) (times|time) ..6 (<agent>|<person>|someone|real|human)
  (asked|told|asking|said|requested|requesting|begged|begging) (you|u|for|to|already|a|an|the|speak|talk|with|be|connected|i|want|need|me|get|this)* (<kind>* <wanted>|someone|somebody) ..3 (times|twice|again|already|before|ago|earlier|yesterday|repeatedly|hours|days)
  (already|twice|repeatedly|times|keep|been|again) (i_have|ive|i)? (asked|asking|told|requested|requesting|said|saying|begging|telling) (you)? (for|to|that)? ..5 (<kind>* <wanted>|someone|somebody)
  (asking_again|ask_again|asking_you_again|asking_once_more|i_repeat|repeat|once_again|once_more) (again|once_more|i|you|for|want|need|to|get|me|connect|with|talk|speak)* <kind>* (<wanted>|someone|somebody)
  (still|nobody_came) (waiting_for|no) <kind>* <agent> &<follow>
`;

export const REFUND = `
  <demand> <due>* <money> !<rules>
  (want|need|like|wanna|wish|demand|insist|prefer|please|would_like) ..9 (and|to|then) (get|have|receive|request|ask_for|claim|be|demand) (a|an|my|the|full|me|for|be|all|of|complete|back)* <money> !<rules>
  (want|need|demand|wanna|get|give_me|have|like|gimme|give_me_back|give_back|return|where_is|id_like) (back)? (all|of)* my (fucking|damn|goddamn|freaking|bloody|hard_earned)* money (back|now|please|returned|refunded|right|immediately|today|and|asap|again)+
  (give|pay|return|refund|hand) (me|us|it)? (back)? (all|of)* (my|our|me_my) (fucking|damn|goddamn|freaking|bloody)* (money|cash|payment|funds)
  (send|transfer|wire|put|credit) (me)? (back|all|of)* my (money|cash|payment) (back|immediately|right_now)
  ^ <polite>* (refund|reimburse) (me|us|my|this|it|the|please|pls|now|order|asap|money|immediately|all|everything|both|in_full) 
  (please|pls|must|should|have_to|need_to|need_you_to|want_you_to|demand_you|better|gotta|you_to|kindly) (refund|reimburse) (me|us|my|this|it|the|our|order|immediately|now|in_full)
  (and|then) (refund|reimburse) (me|us|my)
  (can|could|would|will|wont) (you|u|ya|someone|anyone) (please|pls|kindly|just|possibly)* (refund|reimburse) (me|us|my|this|it)
  (can|could|would|will) (you|u|ya) (please|pls|kindly|just)* (give|issue|process|send|get|arrange|make|provide) (me|us)? (a|the|my|full|an|complete|with|back|immediate)* (refund|money_back|reimbursement) !<rules>
  (help|assist|assistance|support|aid) (me|us)? (in|with|to|on)* (get|getting|obtain|obtaining|request|requesting|claim|claiming|ask|asking|demand|have|having|receive|receiving|apply|file|filing|process|processing|ask_for|asking_for) (a|an|the|my|for|full|back|to|me)* <money> !<rules>
  (can|could|may) (i|we) (please|pls|kindly|just)* (have|get|receive|request|claim|be) (a|my|the|full|complete|given)* <money> (please|pls|for_my|for_this|for_it|for_order|on_my|on_this|now|because|as|since|asap|immediately)
  (could|can|may) (i|we) please (have|get|receive|request|be) (a|my|the|full|complete|given)* <money> !<rules>
  (please|kindly|just) (give|issue|process|send|initiate|start|make|arrange|provide|grant) (me|us|a|an|the|my|full|for|with|back|complete|immediate|out)* (refund|refunds|money_back|reimbursement|my_money) !<rules>
  ^ (issue|process|initiate) (me|a|an|the|my|full|for)* (refund|reimbursement) !<rules>
  ^ <polite>* (full)? refund (please|pls|plz|now|immediately|asap|me|my|this|it)+ 
  ^ <polite>* (money|cash) back (please|now|immediately|asap|plz|pls)+ $
  ^ <polite>* my money back (please|now|immediately|asap|plz|pls)* $
  (you|u) (guys|people|still)* (owe|owed) me ..3 (refund|money|reimbursement)
  (must|shall|should|to) be (fully)? (refunded|reimbursed) (immediately|now|in_full|for|please|asap)
  (apply|applying|file|filing|ask|asking) for a? (full)? (refund|reimbursement) !<rules>
`;

export const COMPLAINT = `
  (make|making|file|filing|lodge|lodging|submit|submitting|raise|raising|register|registering|open|opening|place|placing|send|sending|put_in|launch|log|issue|present|start|leave|enter|give|write|have|got|ive) (in|you)? (a|an|another|my|the|official|formal|serious|consumer|customer|written|huge|big|major|few|some|many|several|following|own|new)* (complaint|complaints|grievance|grievances|reclamation|reclamations|consumer_claim|customer_claim) !<procedure>
  ^ <filler>* (complaint|complaints|complaining|reclamation|formal_complaint|consumer_complaint|consumer_claim) (please|now|about|against|regarding|department|for|to|with)* $
  (want|wants|like|need|have|wish|wanna|going|here|must|gonna|trying|ready|intend|calling|writing|allowed|had|got) (to|about|i)* (complain|complaining)
  wanna complain
  (how|where|who) (do|can|could|to|should|would) (i|we|to)? (complain|complain_to) &<against>
  (im|i_am|am) complaining
  (complain|complaining) (about|regarding|over|against|to) (your|my|this|the_service|the_delivery|an_order|a_product|an_item|you|the_product|the_quality|the_way|poor|bad|late)
  (its|thats|(this|that|it|which|your_service|the_service|service|delay|delays|behavior|behaviour|quality|situation|what_you_are_doing|attitude) (is|was|are|has_been)) <very>* <outrage> (service|behaviour|behavior|treatment|and|for|that|how|you|i|to|now|from|at|even|we|in|by|already|considering|really|given)* 
  (totally|completely|absolutely|simply|utterly|just) unacceptable
  ^ (what|such|very|really|a|this|is|its|was|you|have|the|just|absolutely|provide|your|extremely|simply|totally|so|with|had|i|guys)* <awful> <shop> (ever|i|experience|provided|from|in|and|here|so|you|by|this|at|is)* $
  (worst|terrible|awful|horrible|horrendous|appalling|dreadful) (customer|online|buying|shopping|shop|store|overall)* (service|support|experience|shop|store|company|customer_service|seller|website) (ever|i|that|in|you|from|and|with|ive|of_my|of_all)
  (your|ur|the|this) (customer|whole|entire|company|delivery|after_sales)* (service|support|company|shop|store|customer_service|staff|team|customer_support|customer_care|business|website|product|products|quality) (is|are|was|were|has_been|sucks|s) <very>* (<awful>|a_joke|sucks|the_worst|a_nightmare|a_disgrace|trash|garbage|hopeless|rude|the_pits|awful|not_good_enough|below_par)
  (your|ur|the) (customer)? (service|company|shop|store|customer_service|support|delivery|products|product|quality) (really|totally|absolutely)? (sucks|stinks|blows)
  (you|u|youve|they) (guys|people|all|have|just|are|literally|really|bunch_of)* (ripped|scammed|scamming|cheated|cheating|robbed|robbing|conned|swindled|defrauded|screwed|deceived|tricked|overcharged) (me|us|my|people|your|off|customers)
  (you|u) (guys|people|all|have|just|literally)* (stole|stolen) (my|our)
  (you|youre|u|ur) (guys|people|all|are|is|just|nothing|but|literally|r|such|really|fucking|bloody|damn|such)* (a|an|bunch|of|all|total|absolute|complete|fucking|bloody|nothing|but|just)* (scammers|scammer|thieves|crooks|fraudsters|con_artists|criminals|cheats|incompetent|liars|swindlers)
  what a (rip_off|ripoff|scam|disgrace|disaster|horrible_service|terrible_service|terrible_experience|shambles|nightmare_of|joke_of)
  (this|your|it|the|its|thats) (company|shop|store|site|website|place|product)* (is|are|was|just|nothing_but) a? (total|complete|absolute|big|such|huge|real|just)* a? (rip_off|ripoff|scam|con)
  (fed_up|sick_of|sick_and_tired|had_enough|tired_of) (with|of|by|waiting_for|being|having)* (you|your|this|these|waiting|the|being|how|all_this|all_the|ur|excuses|false|empty|poor|bad|constant) !<bot>
  <very> disappointed &<because>
  <very>+ (frustrated|angry|upset|annoyed|unhappy|dissatisfied|mad|irritated|displeased|unsatisfied|disgusted|furious|livid) (with|about|at|by|that|over|because|in|of|as|since) <ours>
  (im|i_am|am|we_are|were|i_feel|feel|feeling|getting|me|i_was|i_got|makes_me|making_me) (disappointed|unhappy|dissatisfied|upset|frustrated|angry|annoyed|furious|livid|outraged|fuming|pissed|pissed_off|displeased|disgusted|appalled) (with|about|at|by|over|in) (you|your|ur|this_service|this_shop|this_store|this_company|this_order|this_purchase|this_product|this_item|my_order|my_purchase|the_service|the_product|the_delivery|the_quality|the_item|the_order|the_way|how|my_delivery|the_lack|this_situation|all_of_this)
  (im|i_am|we_are) <very>* (furious|livid|outraged|fuming)
  (not|never|isnt|wasnt|arent) (at_all|very|really|a|too|been|so|happy_or|completely|fully|exactly)* (happy|satisfied|pleased|impressed|content|ok|okay) (at_all)? (with|about|by|that|customer) (you|your|ur|the_service|this_service|the_product|the_item|my_purchase|my_order|this_order|this_product|this_purchase|the_quality|the_delivery|the_way|how|this_item|this_company|the_order|the_support|what_i_received|what_i_got|my_experience)
  <staff> (who|that|on_the_phone|i_spoke_to|i_talked_to|from|in_your_shop|there|here|of_yours)* (was|is|were|are|has_been|have_been) <very>* (rude|disrespectful|impolite|unprofessional|dismissive|insulting|very_rude|useless|unhelpful|incompetent|aggressive|abusive|arrogant)
  (rude|disrespectful|impolite|unprofessional|insulting|incompetent|unhelpful) (and_unhelpful|and)? <staff> (member|members|i|and|who|from|at|in|on)* $
  rude (to|with|towards) (me|us|my)
  (treated|treating|treat|spoke_to|talked_to|handled) (me|us) (like|so|very|really|badly|rudely|poorly|terribly|horribly|with|disrespectfully|in_a)+ (shit|dirt|crap|garbage|badly|rudely|poorly|terribly|horribly|disrespect|an_idiot|trash|rude|no_respect|disrespectfully|a_criminal|a_fool)
  (nobody|no_one|noone|none) (of_you)? (is|has|ever|even|bothers|bothered|at_your)* (answering|answers|answered|responding|responds|responded|replying|replies|replied|helped|cares|got_back|gets_back|came_back|called_back|calls_back|helping) (to|me|my|the_phone|about_my|the_emails|us|back)
  (how|what) (the)? (fuck|hell) (is_wrong_with|are_you_people|kind_of_service|kind_of_company|kind_of_shop)
  what kind of (service|company|shop|store|customer_service|business|support) is this
  (fuck|screw|damn) (you_people|you_guys|this_company|this_shop|this_store|your_company|your_shop|your_service)
  (this|its|thats|absolute|total|such|complete|utter|your) (is|service)? <very>* (bullshit|bs|piece_of_shit|piece_of_crap|bollocks)
  <arrived> ..1 (completely|totally|all|already|with|a|an|the|in|me|it|badly|my|was|is|and|were|but|to|be|totally|partially|partly|badly|both|item|items|product|order|are|broken|one|screen|two|visibly)* <spoilt> !<card>
  (item|product|order|goods|items|it|this|that|one|headphones|lamp|phone|charger|vase|glass|mug|shoes|bag|watch|camera|monitor|keyboard) ..4 (arrived|came|delivered|was_delivered|turned_up|showed_up) ..4 (<spoilt>|damaged)
  (sent|received|recieved|got|delivered|shipped) (me|us|a|an|the|completely|totally|my)* damaged <thing>
  (sent|send|received|recieved|got|delivered|shipped|gave|given|sending|getting|have) (me|us|it|in|a|an|the|my|your|to|just|today|was|completely|totally|with|out)* (wrong|incorrect|different) (fucking|damn|type_of|kind_of|item_and)? <thing> !<way>
  (wrong|incorrect) <thing> (was|were|arrived|sent|delivered|came|received|shipped|again|has_been|got|turned)
  (not|isnt|wasnt|arent|nothing_like|different_from|different_than) (the|at_all|even|same|one|item|product|what|as|thing)* (i|we) (ordered|bought|paid_for|purchased)
  (broke|fell_apart|stopped_working|quit_working|broke_down) (after|within|in) (only|just|less_than|about|the|a|an|one|two|three|few|first|second|couple|of|1|2|3|4|5|6|7|10)* (day|days|week|weeks|hour|hours|use|uses|minute|minutes|month|wash)
  (terrible|awful|horrible|appalling|poor|bad|worst|shoddy) (quality|product|workmanship) (and|i|product|for|at|from|you|products)+ 
`;
