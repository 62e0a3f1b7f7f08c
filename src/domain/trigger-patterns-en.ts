import { COMPLAINT, ESCALATION, REFUND } from './trigger-upset-en';
import type { Language } from './trigger-words';
import { CLASSES, TYPOS } from './trigger-words-en';

/** How people write in English what asks for a person, and what turns that round (see trigger-patterns for how it is written). */

/** What many patterns share. */
const SHARED = {
  people: `(<kind>* <wanted>|<kind>* <team>|<kind>* (<real>|one_of_your|your|ur) <folk>|<kind>* <folk> (from|in|at|of) <kind>* <team>|<kind>* <real> ..1 (employee|agent|representative|rep|staff)|<kind>* <someone>)`,
  /** With an article or an adjective, where the bare noun means something else: "contact person", "call people". */
  called: `(<kind>* <agent>|<kind>+ <person>|<kind>* <team>|<kind>* <real>+ <folk>)`,
  asked: `(<kind>* <wanted>|<kind>* (customer|client|support|service|care|real|live|human) (service|support|care|executive|assistant|assistants|consultant|specialist|associate|staff|people|folk|employee|expert|technician|customer_service|customer_support|customer_care)|<real>+ <folk>|<kind>* <real> ..1 employee|<someone> (real|human|alive|competent|smarter|else|in_person|live))`,
};

const REQUEST = `
  <talk> <link>* {people}
  (discuss|discussing|talk|talking|speak|chat|resolve|sort|clarify|solve) (about)? ..5 (to|with|w) {people}
  (talk|speak|chat|talking|speaking|chatting) (more|again|further|privately|openly|by_phone|by_chat|over_chat) <link>* {people}
  <call> !<center> <link>* {called}
  (contact|contacting|reach|reaching) <link>* <kind>* <someone>
  (help|assistance|assist|support|advice|answer|answers|response|reply|info|information) (from|of) {people} &<follow>
  (be|get|being|getting) (helped|assisted|served|attended|attended_to|contacted|called|supported|answered) by {people}
  <want> <towant>? <link>* {asked} &<follow>
  <want> <towant>? <link>* human $
  <want> <someone> (please|now|asap|urgently)* $
  <want> <someone> (to|who|that) (can|could|will)? (help|assist|contact|call|support) me (please|now|asap|with_this|out|today|immediately)* $
  (<give> <link>? <me>|gimme) <link>* {asked} &<follow>
  (get|grab|bring|send|fetch|summon|assign|provide|connect|call_in|bring_in) <kind>* <wanted> &<follow>
  (find|locate|see|meet|invite|add|loop_in|pull_in|include|bring|bring_in|pull|loop) (a|an|any|another) <real>* (live|human|real|support|service|customer)* <agent> (please|now|for_me|to|in|into|here|who|i|and|that)* 
  (bring|get|pull|loop) <someone> (else)? (in|into|here)
  <want> <someone> (from|at|in|on|of) ..5
  (conversation|call|chat|discussion|session|word) with {called}
  (explain|explaining|describe|show) (this|it|that|my_problem|my_issue|my_situation|everything|things) (all)? to <kind>* <wanted>
  only (a|an) <kind>* <wanted> (can|could|will)
  <want> to be called (back|please|now)* $
  ^ (please|kindly|just)* contact me (please|now|asap|back|by_phone|urgently)* $
  (can|could) (we|i) (talk|speak) (on|over|by) (the)? (phone|telephone)
  is there <someone> (here|available|online|real|human) (please|now)* $
  are (there|any)+ people (i|we|here|there|available)
  why (do|must|should) i (have_to|need_to)? (talk|speak|chat) (to|with) <kind>* <bot>
  (pass|hand|over) to <kind>* <agent> &<follow>
  get me (over|straight|back|past|directly|in|right)* (to|through|through_to|touch_with|contact_with) {people}
  (continue|proceed|start_over|go_on|carry_on|finish) with <kind>+ <agent>
  (0|zero|press|dial) ..2 for <kind>* <agent>
  <kind>* <wanted> instead (of|please)
  (is|are) <kind>+ <wanted> able to
  (can|could|would|will) <someone> (real|human|alive) (please)? ..1
  (appreciate|grateful|great|nice|good|helpful) (it)? if <someone> (called|contacted|phoned|rang|could_call|would_call) me
  ^ <polite>* message (a|an|your|the) <kind>* <agent>
  (skip|go|change|swap|jump|proceed|straight) (to|straight|directly|for|me)+ <kind>* <agent> &<follow>
  (handled|escalated|looked_at|reviewed|answered|checked|seen|dealt_with|processed|read|examined|sorted|resolved) (by|to|from) <kind>* <wanted>
  (is|are) <someone> able to (talk|speak|chat|help|assist)
  (have|has) (you|u) got <kind>+ <agent>
  ^ got (a|an|any) <kind>* <agent>
  (are|is) <agent> (online|available)
  is live_support (available|there|on|online)
  any <kind>* <agent> (here|available|there|around|online|i_can|working|out_there|please)
  put <link>* <kind>+ <wanted> &<follow>
  (give|get|bring|find|fetch|grab) <me> <someone> (please|now|real|else|human|live|asap|to_talk|to_speak|to_help_me|to_call|who_can|i_can|on_the_phone|on_the_line|right_now|immediately|from_your|from_support|alive)* $
  (get|fetch|bring) (someone|somebody) (please|now|real|to_talk_to_me|to_help_me|to_call_me|here)* $
  find me (a|an|some) <real>* <agent> &<follow>
  (can|could|may|might|let|shall) (i|we|me) <soft>* (please|pls|plz|kindly|just|possibly|perhaps)* (have|get|see|use|request|find) <link>* {asked} &<follow>
  how (do|can|could|to|would) (i|we)? (get|find|reach|request|access) <link>* (a|an|your|the|any)? {asked} &<follow>
  where (is|are|r|can_i_find|do_i_find|can_i_get|can_i_reach) <kind>* <wanted> &<follow>
  (is|are|isnt|arent|s) there ..2 (<kind>+ <agent>|<kind>+ <person>|<real>+ <folk>|<kind>* (humans|agents|operators)) &<there>
  (is|are|isnt|arent) there ..2 (<kind>+ <wanted>|<someone>) (that|who|whom)? (i|we) can
  (is|are|isnt) (there)? (a|an|any) <kind>* (<wanted>|<real> <folk>) (available|online|there|here|around|free|present|working)
  (is|are) <someone> (real|human|available|online|free) (available|there|here|to_talk|to_help|to_speak|to_chat|right_now|now|please)* $
  any (real|live|human|actual)* (humans|human|agents|agent|operators|representatives|rep|reps|real_people|real_person|live_person) (here|available|there|around|online|i_can|working|out_there)* $
  (do|dont|does|didnt) (you|u|ya|yall|your_company) (guys)? (have|got|offer|provide) ..1 (<real>+ <wanted>|<real>+ ..1 (agent|agents|folk|people|employees)|live_chat|<real> (support|service|assistance|customer_service)|<kind>+ (humans|operators|representatives|reps|agents|agent|operator|representative)) (here|available|there|i_can|to|who|that|on|please|working|for|available_now|now)* $
  <connect> (<me>|this|it|the|<mine>) <matter>* {people}
  <objectless> (over|directly|straight|now|please|back)* (to|with|2|me_to)? {called}
  (put|patch|get) me through (please|now|to)* $
  (transfer|connect|redirect|forward|handover|escalate) me (please|now|asap|over|immediately|then|already)* $
  (escalation|handoff|handover|transfer|handed_off|transferred|connected|redirected|forwarded) to {called}
  (<kind>* (<wanted>|<team>|<someone>)|<real>+ <folk>|<folk> (i|we) can|who|whom) (that|who|whom|which)? (available|here|there|free|else|real|human|online|alive|from_your_team|in_charge)? (i|we)? (can|could|may|might)? (to|i_can|i_could|i_may|we_can) (be_able_to)? (actually|directly|please)? (talk|speak|chat|converse|connect|reach_out) <link>* !<talked>
  (someone|somebody|anyone|anybody|person) (that|who)? (i|we) (can|could|may) (call|contact|reach|phone|ask|message|text|talk|speak|chat|reach_out_to)
  (can|could|would|have|get|let|make|need|want|like|wanna|please|ask|tell|possible_for|request|for|when_will) (<kind>* <wanted>|<kind>* <team>|<someone>|<someone> (from|at|in) <kind>* (<team>|company|shop|store)) (please|to|could|can|will|who|that|should|just|kindly|real)* (call|phone|ring|contact|reach_out_to|get_back_to|get_in_touch_with|talk_to|talk_with|speak_to|speak_with|chat_with|respond_to|message|text) (me|us|my_phone|my_number) !<device>
  (have|get|let|make|need|want|like|wanna|please|can|could|will) (<kind>* <agent>|<kind>+ <person>|<kind>* (customer_service|customer_support|support_team|support_staff)) (please|to|can|could|kindly)* (take_over|take_care|help_me|help_with|help_us|assist_me|assist_us|assist|answer|respond|reply|look_at|look_into|deal_with|handle|join|step_in|intervene|chat|check|resolve|solve|review|jump_in|call|contact|come)
  (call|phone|ring|callback) me (back|please|pls|now|asap|at_my|on_my|immediately|today|tomorrow|as_soon|about|regarding|urgently|thanks|right_away|later_today|this_afternoon|this_morning|whenever)+
  (please|pls|could_you|can_you|can_someone|u|you_to|you_guys|have_someone) (call|phone|ring) me !<named>
  ^ (call|phone|contact|ring) me $
  (give|gimme) me? a (call|ring|callback|call_back|phone_call) !<named>
  (want|need|request|requesting|arrange|schedule|like|have|get|book) <link>* (a|an|the)? (callback|call_back|phone_call_from|call_from|return_call)
  (please|kindly|can_you|could_you) contact (me|us)
  (who|whom) (can|could|may|do) (i|we) (please)? (talk|speak|chat) (to|with|2)? (about|regarding|please|here|for|if|in)* 
  (dont|do_not|didnt|wont|cant|cannot|not|no_longer|never|cant_stand|hate|dislike|sick_of|tired_of|stop|refuse|done|cannot_stand) (really|even|actually|just)* (want|wanna|like|love|wish|to|intend|going|need|care)* (be|keep|interested_in|having)? (to|in)? (talk|talking|speak|speaking|chat|chatting|deal|dealing|converse|conversing|communicate|communicating|discuss|interact|interacting|type|typing|waste_my_time|wasting_my_time|arguing|argue)+ (this|it|about_this)? (to|with|2|through|via)* (a|an|any|the|this|your|some|another|these|stupid|dumb|useless|annoying|fucking|damn|freaking|goddamn|automated|that|ur|mere|digital|more|of)* <bot>
  (dont|do_not|didnt|stop|quit) (make_me|force_me_to|making_me|forcing_me_to) (talk|speak|chat|talking) (to|with) <kind>* <bot>
  (dont|do_not|didnt|stop|quit) (give|giving|ask|asked|send|sending|connect|connecting|assign) (me|for)* (a|another|to|the|your)* <bot>
  (dont|do_not|didnt) (really)? (want|wanna|need|like) (to_have|have|get|use|to_use)? (a|an|any|this|your|the|stupid|dumb|useless|fucking|damn|your|ur)* (bot|bots|robot|robots|chatbot|chatbots|machine|automated_response|automated_responses|automated_answer|virtual_assistant|automated_system) (anymore|please|thanks|to|but|answers|answering|response|responses|responding)* $
  (talking|speaking|chatting|dealing) (to|with) (a|an|the|this|your)? (stupid|dumb)? <bot> (is|sucks|isnt|drives|makes|does)
  ^ <filler>* (no|not|enough) (more|of|with|a|an|the|this|these|your|another)* (bot|bots|robots|chatbot|chatbots|ai|robot_please) <filler>* $
  (i)? (hate|cant_stand) (this|your|talking|stupid|dealing|the|these|with|to|dumb|damn|fucking)* (bot|bots|chatbot|chatbots|robots)
  (customer_service|customer_support|customer_care|support|helpline|hotline|help_desk|call_center|call_centre|helpdesk) (phone|telephone|contact|toll_free|hotline|helpline|care)* number (please|pls|plz)* $
  (number|phone) (for|of|to|to_call|to_reach|to_contact) <kind>* (customer_service|customer_support|customer_care|support|support_team|agent|human|person|representative|operator|helpdesk|help_desk)
  ^ ..2 (someone|somebody) (from|in|at) <kind>* (customer_service|customer_support|customer_care|customer|support|care|sales|your_team|team|staff|your_company|company|helpdesk|service) (please|now|team|call|contact|can|service)* $
  (question|questions|query) for {people}
  (put|get) <someone> on (the|here|please|now)
  <kind>+ <wanted> (could|would|should|might|must) (help|assist|be_better|answer|handle|look|do_better|be_more|solve|understand|sort|fix_this)
  (will|would) <kind>+ <wanted> be (available|online|free|with_me|here|able)
  <someone> (who|that) ..4 (i|we) can (talk|speak|chat)
  (skip|bypass|get_past|get_out_of|escape|exit|leave|avoid|stop|end|kill|lose|ditch) (this|the|your|that|stupid|talking_to)* (bot|chatbot|bots)
  (is|are) there <someone> (in|from|at|on|who|that)? ..4 (available|i_can|we_can)
  (start|open|begin|initiate|join|launch|use|access|enter) (a|the|your)? live_chat
  (phone|phoning|ring|telephone|telephoning) (up|a|an|the|your|one_of_your|live|real)* <desk>
  time for <kind>+ <agent>
  <kind>+ <wanted> would be (nice|better|great|good|helpful|easier|preferable|ideal|best|lovely)
  (help|assistance|support) ..6 from <kind>+ <wanted>
  (rather|prefer|preferably|better) (with|have|to_have|be|be_with|use)? <kind>* <agent> $
  (who|whom) ..4 (can|could|may) (i|we) (please)? (talk|speak|chat) (to|with|2) (about|regarding|please|here|for|if|in|now)* &<topic>
  (is|are) (one|any|some|anyone|someone|somebody) of (your|the) <kind>* (<wanted>|<team>|<folk>|<colleague>) (around|here|there|free|available|in|on_duty)
  (get|fetch|bring|find|send|give|call|ask) (me|us)? <someone>? (one|any|some) of (your|the) <kind>* (<wanted>|<folk>|<colleague>)
  (talk|talking|speak|speaking|chat|chatting|word) (to|with) (whoever|whomever)
  (talk|talking|speak|speaking|chat|chatting|word) (to|with) the (lady|gentleman|guy|girl|woman|man|person|colleague) (who|that|i)
  (is|are) there <kind>+ (<wanted>|<team>|staff_member|colleague) (who|that) (can|could|will|would|might)
  (get|have|put) <someone> ..4 on the (line|phone)
  (put|get) <someone> on $
  (if|when|that) <kind>+ <wanted> (looked|checked|read|answered|saw|reviewed|called|helped|rang|phoned|wrote_back)
  <someone> (needs|has|ought) to (call|phone|ring|contact|help) me
`;

/** All that a message says; with a question mark it asks who is there. */
const BARE = `
  ^ <filler>* (<wanted>|<real> <folk>|one_of_your <folk>|customer_service|customer_support|customer_care|customer_assistance|support_team|support_agent|helpdesk|help_desk|call_back|callback|tech_support|technical_support|someone_real|someone_human|handoff|takeover|human_takeover|agent_takeover|agent_handoff|customer_executive|helpline|call_center|call_centre) <filler>* $
  ^ <filler>* (employee|staff|specialist|advisor|technician|associate|executive|consultant|support|staff_member|sales|assistant) (please|pls|plz|now|asap)+ $
  ^ <filler>* (someone|somebody) (real|human|please|now|else) <filler>* $
`;

/** Left out before anything is looked for: who or what the assistant is, and whom others talk to. */
const MASKS = `
  (am|are|was|is|if|whether|that|were|been) (i|we|it|this|im|you|he|she|they) <soft>* (talking|speaking|chatting|conversing|communicating|messaging|texting|typing|dealing|connected|interacting|in_touch|having_a_conversation) <link>* {people}
  (i_am|im|youre|ive_been|i_was|were|hes|shes|theyre|i_have_been) <soft>* (talking|speaking|chatting|conversing|communicating|messaging|texting|typing|dealing|connected|interacting) <link>* {people}
  ((are|r|is|was|were|arent|isnt|am|if|whether) (you|u|this|it|that|i)|youre|ur|you|be|im|ru) (are|is|am)? <soft>* (a|an|the|any|some|not|even|really|indeed|in_fact|like|made|just|or|actually|my|your|truly|with)* (<kind>* <wanted>|<kind>* <someone>|<kind>* <boss>|<real>+ <folk>|<kind>* (customer_service|customer_support|customer_care|support|live_chat)) (or|and)? (a|an|the|just|some|not)* <bot>?
  (you|he|she|it|this|they) (really|actually|just|also)? (sound|sounds|seem|seems|look|looks|act|acts|behave|feel|feels|talk|talks|type|write) (like)? (a|an|the)* (<kind>* <wanted>|<someone>|<folk>)
  ^ (so|and|but|why|how_often|who_else|how_many_people|hi|hey|alexa)* (do|did|have|has|does|are|were|would) (you|u|he|she|they|people|humans|robots|bots|it) <soft>* (ever|like|enjoy|prefer|often|rather|love|to|usually|want|mind|been|go|hate)* (talk|talked|spoken|speak|chat|chatted|talking|speaking|chatting|interact|communicate|deal|work_with) <link>* {people}
  (instead_of|rather_than|other_than|not|than|by|without) (talking_to|speaking_to|speaking_with|talking_with|chatting_with|having_to_talk_to|having_to_speak_to|having_to_speak_with|contacting|calling|needing) {people}
  no (need|reason|wish|desire|interest|intention|point) (to|for|in|of)? ..2 {people}
  (enjoyed|loved|liked|was|were|kept|been|finished|pleasure|nice|fun|thanks_for|thank_you_for|great) (talking|speaking|chatting) <link>* {people}
  (dont|do_not|didnt) (think|believe|feel|guess) (i|we) (need|want|require)
  (pretend|pretending|trying|learning|acting|act|talk|speak|want|like|try|supposed) (to_be|like|to_sound_like|to_talk_like|being|as) (a|an|the)* (<kind>* <wanted>|<folk>)
  (between|from) (a|an|the)* (<kind>* <wanted>|<bot>) and (a|an|the)* (<kind>* <wanted>|<bot>)
`;

/** A clause about something else. */
const NEVER = `
  <elsewhere>
  thanks to
  ^ (please|can_you|could_you|hey|hi)* (tell|ask|have|let) !<them> ..3 to (call|talk|speak|contact|text|phone)
  ^ (please|can_you|could_you|hey|hi)* (have|let|make) !<them> ..1 (call|text|phone|ring) me
  or (is_it|are_you|is_this|am_i|just) (talking|speaking|chatting|to|with|a|an|just|only|some|another|the)* <bot>
  human (resources|resource|rights|hair|error|anatomy|body|bodies|race|league|nature|skeleton|skull|readable|sized|made|trafficking|brain|heart|blood|dna|evolution|history|development|capital|biology|physiology|rescue)
  contact (person|lens|lenses|list|form|details|information|info|sheet|name|tracing|number|numbers)
  ^ <polite>* (email|text|message|write|compose|draft|dictate|tweet|post) !<us>
  ^ <polite>* send (an|a|the|this|out) (email|text|message|mail|sms|tweet|post|letter)
  (how|what) (do|would|should|could|can|to|is|does|did|s) (you|i|one|we|the|u)? ..2 (say|translate|spell|pronounce|mean|define)
  (whats|what_is|what_are|define|who_are|what_does|what_do|who_invented) (a|an|the)? <kind>* <wanted> (do|does|mean|is|are)? $
`;

/** Before a request they mean the opposite, up to four words apart. */
const NO = `(dont|do_not|didnt|did_not|doesnt|does_not|wont|will_not|not|never|wouldnt|would_not|shouldnt|should_not|no_longer|neednt|refuse|hate|avoid|stop|nor|neither|no_need|no_reason|no_wish|no_desire|no_interest|no_intention|without|unnecessary|havent|hasnt|hadnt|isnt|wasnt|prevent|nobody|no_one) ..4 $`;
/** Between a negation and a request, these mean that it is another thing that is not so. */
const UNNO = `know knows understand get getting see find figure help helps helping work works working answer solve solving want_a_bot i we but and just give
  can_you could_you robot bot then therefore so good useful wanna_talk_to_a_bot believe resolve received receive able allow allowed let letting helped enough what
  possible sure how hear heard succeed managed manage reach reached trust happy responding respond responded satisfied listen talk_to_a_bot talk_to_bots
  machine chatbot robots bots got been because if unless explain fix waste let_me make_it come call_back called answered worked an_answer fixed solved resolved
  satisfy right okay ok wait hesitate a_bot have_time here there you_let you_connect you_put you_just you_get you_have you_give you_transfer someone_call
  telling tell stand like_bots deal_with_bots understanding sense`;
const YES = `dont_you do_not_you didnt_you why_not why_dont why_wont why_cant wont_you wouldnt_you isnt_there arent_there if_not not_a_bot not_a_robot
  not_helpful not_helping not_working not_sure not_able not_possible no_idea no_good no_help no_use no_luck never_mind nevermind whether_or_not or_not
  not_only cant cannot can_not couldnt could_not not_you not_a_machine not_bot not_robot not_an_ai dont_hesitate not_again not_really_helpful
  not_good_enough not_what_i_need not_the_answer not_my_question no_thanks no_thank_you not_until not_before`;

export const ENGLISH: Language = {
  contractions: 'joined',
  classes: CLASSES,
  shared: SHARED,
  mask: MASKS,
  never: NEVER,
  no: NO,
  unno: UNNO,
  yes: YES,
  after: `(is|are|isnt|arent|would_be|wont_be) (not|never)? (really)? (needed|necessary|required|wanted)`,
  escalation: ESCALATION,
  refund: REFUND,
  complaint: COMPLAINT,
  customer_request: REQUEST,
  asks: `<asks>`,
  again: `
    (second|third|fourth|fifth|sixth|tenth|hundredth|100th|2nd|3rd|4th|5th|10th|last|final|millionth|umpteenth|nth) time
    how many (more)? times
    (ask|asking|asked) (you|for|to|this|a|human|agent)* (again|twice|already|repeatedly|several_times|many_times|multiple_times|once_more)
    (asked|told|said|requested) ..6 (twice|times|repeatedly)
    (already|repeatedly|keep|kept|been) (i_have|ive|i)? (asked|asking|told|telling|requested|requesting|saying|said|begging)
    (once_again|once_more|i_repeat|im_repeating|i_said_i|as_i_said|like_i_said|i_just_said)
    still (waiting_for|no) ..3 (human|agent|person|representative|someone|reply)
  `,
  bare: BARE,
  typos: TYPOS,
};
