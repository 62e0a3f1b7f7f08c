/** Requests for a person in English, made from parts: what a grammar of openings, verbs and people can say. */

const ASKS = [
  'I want to',
  'i need to',
  'I’d like to',
  'i would like to',
  'id like to',
  'i wanna',
  'I gotta',
  'I have to',
  'i’m trying to',
  'I wish to',
  'i must',
  'can I',
  'Could I',
  'may i',
  'can i please',
  'could I possibly',
  'would I be able to',
  'is it possible to',
  'Is there any way to',
  'how do I',
  'how can i',
  'How could I',
  'where can I',
  'what do I need to do to',
  'I don’t know how to',
  'i do not know how I could',
  'I can’t',
  'i cannot',
  'i am unable to',
  'help me',
  'can you help me',
  'could you help me to',
  'can u help me',
  'I need help to',
  'i need assistance to',
  'let me',
  'please let me',
  'i would rather',
  'I’d prefer to',
  'I really need to',
  'I just want to',
  'I urgently need to',
  'do you know how I can',
  'I was hoping to',
  'any way to',
  'would it be possible to',
  'hi, can I',
  'Hello I need to',
  'why can’t I',
  'I still want to',
  'i demand to',
  'when can i',
  '',
];

const TALKS = [
  'talk to',
  'speak to',
  'speak with',
  'chat with',
  'talk with',
  'get in touch with',
  'get hold of',
  'get a hold of',
  'contact',
  'reach',
  'call',
  'have a word with',
  'have a chat with',
  'discuss this with',
  'be connected to',
  'be transferred to',
  'get through to',
  'talk directly to',
  'communicate with',
  'get help from',
  'talk on the phone with',
  'talk 2',
  'be put through to',
  'speak directly with',
  'reach out to',
  'get connected with',
];

const PEOPLE = [
  'a human',
  'a person',
  'an agent',
  'a real person',
  'an operator',
  'a representative',
  'a live agent',
  'a human agent',
  'customer service',
  'customer support',
  'a customer service representative',
  'a human being',
  'an actual human',
  'an advisor',
  'a support agent',
  'a rep',
  'a staff member',
  'a real human being',
  'a live person',
  'a member of your team',
  'your support team',
  'one of your agents',
  'an employee',
  'the support team',
  'a service agent',
  'a customer care executive',
  'a living person',
  'a customer assistant',
];

const SOMEONES = [
  'someone',
  'somebody',
  'anyone',
  'someone from your team',
  'someone real',
  'somebody from customer service',
  'someone else',
  'anybody',
];

const WISHES = [
  'I want',
  'i need',
  'I’d like',
  'get me',
  'give me',
  'can I have',
  'could i get',
  'please get me',
  'I would like',
  'i require',
  'I request',
  'let me have',
  'connect me to',
  'Connect me with',
  'can you connect me to',
  'transfer me to',
  'please transfer me to',
  'put me through to',
  'pass me on to',
  'hand me over to',
  'switch me to',
  'could you put me in touch with',
  'direct me to',
  'forward me to',
  'can you get me',
  'I demand',
  'I’m looking for',
  'i prefer',
  'I’d prefer',
  'redirect me to',
  'bring me',
  'is there',
  'may I have',
  'would you connect me with',
  'i want you to transfer me to',
  'i asked for',
];

const PERSONS = [
  'a human',
  'an agent',
  'a real person',
  'an operator',
  'a representative',
  'a live agent',
  'a human agent',
  'a customer service representative',
  'a human being',
  'an actual human',
  'a support agent',
  'a live person',
  'a rep',
  'a customer service agent',
  'a real human',
];

const ENDS = [
  '',
  '',
  '',
  '',
  ' please',
  ' now',
  '?',
  '!',
  ' asap',
  ' about my order',
  ', please',
  ' right now',
  ' thanks',
  ' regarding my account',
  ' because nothing works',
  ' today',
  ' instead',
  ' who can help me',
  ' immediately',
  '!!!',
  '...',
  ' pls',
  ' for help',
];

/** The same sequence at each run. */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

type Dice = ReturnType<typeof dice>;
const one = (roll: Dice, list: readonly string[]): string => list[roll(list.length)] ?? '';

/** A request for a person. */
export function request(roll: Dice): string {
  const said = roll(3) ? `${one(roll, ASKS)} ${talk(roll)}` : `${one(roll, WISHES)} ${one(roll, PERSONS)}`;
  return `${said.trim()}${one(roll, ENDS)}`;
}

const talk = (roll: Dice): string => {
  const verb = one(roll, TALKS);
  // One calls or is put through to somebody in particular.
  const anybody = !/call|put|transferred|connected|help/.test(verb);
  return `${verb} ${one(roll, anybody && roll(4) === 0 ? SOMEONES : PEOPLE)}`;
};

const KEYS =
  /human|person|agent|operator|representative|someone|somebody|anyone|customer|service|support|speak|contact|connect|transfer|assistant/g;

/** With a slip of the finger in one word that matters: two letters changed places, one is missing, or one came twice. */
export function slipped(text: string, roll: Dice): string {
  const words = [...text.matchAll(KEYS)];
  const word = words[roll(words.length)];
  if (!word) return text;
  const at = word.index + 1 + roll(word[0].length - 2);
  const [a = '', b = ''] = [text[at], text[at + 1]];
  const instead = [`${b}${a}`, b, `${a}${a}${b}`][roll(3)] ?? '';
  return text.slice(0, at) + instead + text.slice(at + 2);
}
