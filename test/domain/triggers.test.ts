import { describe, expect, test } from 'vitest';
import { type Reason, URGENT_BY_DEFAULT } from '../../src/domain/reasons';
import { setOff, triggerOf } from '../../src/domain/triggers';
import { ANSWERABLE, UNANSWERABLE } from '../assistant/questions';
import { EVERY, STATES, type StateName, TALKING, WAITING } from './lifecycle/states';
import { labelled } from './triggers/labelled';

type Case = [text: string, lang?: string];

const fires = (reason: string | null, cases: Case[]) =>
  test.each(cases)('%s', (text, lang = 'en') => expect(triggerOf(text, lang)?.reason ?? null).toBe(reason));

describe('asks for a person', () => {
  fires('customer_request', [
    ['talk to a human'],
    ['Can I talk to someone?'],
    ['can I speak with someone?'],
    ['I’d rather change it now. Can I talk to someone?'],
    ['real person please'],
    ['agent'],
    ['AGENT!!!'],
    ['Human, please.'],
    ['representative'],
    ['customer service agent please'],
    ['I want to talk to a real human being'],
    ['let me speak to a live agent'],
    ['connect me to support'],
    ['please transfer me to an agent'],
    ['put me through to your customer service'],
    ['I need a person'],
    ['is there a real person here?'],
    ['can I chat with somebody from your team'],
    ['How can I speak to a human?'],
    ['why can’t I talk to a person'],
    ['I don’t want a bot, I want a human'],
    ['I don’t want to talk to a robot I want a person'],
    ['not helpful. get me a human'],
    ['Do you sell kettles? If not let me talk to someone'],
    ['вы робот? дайте оператора', 'bg'],
    ['ich will mit jemandem reden', 'de'],
    ['Kann ich bitte mit einem Menschen sprechen?', 'de'],
    ['Mitarbeiter bitte', 'de'],
    ['verbinden Sie mich mit dem Kundenservice', 'de'],
    ['Je voudrais parler à une vraie personne', 'fr'],
    ['puis-je parler à quelqu’un ?', 'fr'],
    ['un conseiller svp', 'fr'],
    ['quiero hablar con una persona', 'es'],
    ['¿Puedo hablar con alguien?', 'es'],
    ['páseme con un agente', 'es'],
    ['parla con un operatore', 'it'],
    ['Vorrei parlare con qualcuno', 'it'],
    ['operatore', 'it'],
    ['ik wil met een medewerker praten', 'nl'],
    ['Kan ik iemand spreken?', 'nl'],
    ['quero falar com uma pessoa', 'pt'],
    ['Posso falar com um atendente?', 'pt'],
    ['chcę rozmawiać z człowiekiem', 'pl'],
    ['Proszę połączyć mnie z konsultantem', 'pl'],
    ['vreau să vorbesc cu un om', 'ro'],
    ['Pot vorbi cu cineva?', 'ro'],
    ['θέλω να μιλήσω με έναν άνθρωπο', 'el'],
    ['ΘΕΛΩ ΝΑ ΜΙΛΗΣΩ ΜΕ ΚΑΠΟΙΟΝ', 'el'],
    ['Gerçek bir insanla konuşmak istiyorum', 'tr'],
    ['BİR TEMSİLCİYLE GÖRÜŞMEK İSTİYORUM', 'tr'],
    ['müşteri temsilcisine bağlayın', 'tr'],
    ['хочу поговорити з людиною', 'uk'],
    ['З’єднайте мене з оператором', 'uk'],
    ['Искам да говоря с човек', 'bg'],
    ['свържете ме с оператор', 'bg'],
    ['أريد التحدث مع شخص حقيقي', 'ar'],
    ['هل يمكنني التحدث إلى موظف؟', 'ar'],
    // In another language than the client's.
    ['ich möchte mit einem Mitarbeiter sprechen', 'en'],
    ['talk to a human', 'tr'],
    ['live chat please'],
    ['speak to customer service'],
    ['could you connect me with somebody'],
    ['I need help from a person'],
    ['passez-moi un conseiller', 'fr'],
    ['poproszę konsultanta', 'pl'],
    ['canlı destek', 'tr'],
    ['потрібен оператор', 'uk'],
    ['حولني إلى موظف', 'ar'],
  ]);
});

describe('wants the money back', () => {
  fires('refund', [
    ['I want my money back'],
    ['refund me'],
    ['refund please'],
    ['You owe me a refund'],
    ['Refund me now!'],
    ['I want a refund'],
    ['please refund my order 10482'],
    ['I’d like a refund for this'],
    ['give me my money back'],
    ['I demand a full refund'],
    ['It broke after a day. I want my money back and I want to talk to a human'],
    ['Ich will mein Geld zurück', 'de'],
    ['ich verlange eine Rückerstattung', 'de'],
    ['Je veux être remboursé', 'fr'],
    ['remboursez-moi', 'fr'],
    ['quiero mi dinero de vuelta', 'es'],
    ['Exijo un reembolso', 'es'],
    ['voglio un rimborso', 'it'],
    ['rivoglio i miei soldi', 'it'],
    ['ik wil mijn geld terug', 'nl'],
    ['quero o meu dinheiro de volta', 'pt'],
    ['żądam zwrotu pieniędzy', 'pl'],
    ['vreau banii înapoi', 'ro'],
    ['θέλω τα λεφτά μου πίσω', 'el'],
    ['Paramı geri istiyorum', 'tr'],
    ['поверніть мені гроші', 'uk'],
    ['Върнете ми парите', 'bg'],
    ['أريد استرداد أموالي', 'ar'],
  ]);
});

describe('complains', () => {
  fires('complaint', [
    ['I want to make a complaint'],
    ['I’d like to complain about the delivery'],
    ['This is unacceptable'],
    ['worst service ever'],
    ['Ich möchte mich beschweren', 'de'],
    ['Das ist eine Frechheit!', 'de'],
    ['je veux faire une réclamation', 'fr'],
    ['quiero poner una queja', 'es'],
    ['voglio fare un reclamo', 'it'],
    ['ik wil een klacht indienen', 'nl'],
    ['quero fazer uma reclamação', 'pt'],
    ['chcę złożyć skargę', 'pl'],
    ['vreau să fac o reclamație', 'ro'],
    ['θέλω να κάνω παράπονα', 'el'],
    ['Şikayet etmek istiyorum', 'tr'],
    ['хочу подати скаргу', 'uk'],
    ['Искам да подам жалба', 'bg'],
    ['أريد تقديم شكوى', 'ar'],
  ]);
});

describe('goes higher', () => {
  fires('escalation', [
    ['let me speak to your manager'],
    ['I want a supervisor'],
    ['you will hear from my lawyer'],
    ['I’ll do a chargeback'],
    ['I want to speak with a manager about my refund'],
    ['ich will den Chef sprechen', 'de'],
    ['das geht an meinen Anwalt', 'de'],
    ['je veux parler au responsable', 'fr'],
    ['quiero hablar con el gerente', 'es'],
    ['voglio parlare con il responsabile', 'it'],
    ['ik wil de manager spreken', 'nl'],
    ['quero falar com o gerente', 'pt'],
    ['chcę rozmawiać z kierownikiem', 'pl'],
    ['vreau să vorbesc cu managerul', 'ro'],
    ['θέλω να μιλήσω με τον υπεύθυνο', 'el'],
    ['Müdürle görüşmek istiyorum', 'tr'],
    ['хочу поговорити з керівником', 'uk'],
    ['Искам да говоря с управителя', 'bg'],
    ['أريد التحدث مع المدير', 'ar'],
  ]);
});

describe('does none of it', () => {
  fires(null, [
    [''],
    ['hello'],
    ['are you a human or a bot?'],
    ['am I talking to a human?'],
    ['Are you a real person?'],
    ['human resources'],
    ['what is your refund policy?'],
    ['how do refunds work'],
    ['when will I get my refund?'],
    ['do you give refunds?'],
    ['can I get a refund if it does not fit?'],
    ['How long does a refund take'],
    ['no need for a person'],
    ['I don’t need to talk to anyone'],
    ['I don’t want to talk to a human'],
    ['I don’t want a refund, I want an exchange'],
    ['no refund needed'],
    ['do you sell cleaning agents?'],
    ['I talked to someone yesterday and they said it was in stock'],
    ['is this lamp good for two people?'],
    ['does it support USB-C?'],
    ['I need support for a 32 inch monitor arm'],
    ['a gift for a person who likes music'],
    ['I need a headset to talk on the phone'],
    ['password manager'],
    ['no complaints so far'],
    ['I can’t complain'],
    ['do you have a returns department'],
    ['can two people talk to each other with this intercom'],
    ['police camera'],
    ['my boss needs an invoice'],
    ['how do I contact you'],
    ['when do I get my money back?'],
    ['I am so sad today'],
    ['this cable is the worst'],
    ['rechter muis', 'nl'],
    ['Which headphones are best for calls with a team?'],
    ['Sind Sie ein Mensch?', 'de'],
    ['Wie funktioniert die Rückerstattung?', 'de'],
    ['Ich brauche keinen Mitarbeiter', 'de'],
    ['Ich will keine Rückerstattung', 'de'],
    ['Spreche ich mit einem Menschen?', 'de'],
    ['Comment se faire rembourser ?', 'fr'],
    ['Êtes-vous une vraie personne ?', 'fr'],
    ['je ne veux pas parler à un conseiller', 'fr'],
    ['¿Cuál es la política de reembolso?', 'es'],
    ['¿Eres una persona?', 'es'],
    ['no quiero un reembolso', 'es'],
    ['Come funziona il rimborso?', 'it'],
    ['sto parlando con una persona?', 'it'],
    ['ben je een mens?', 'nl'],
    ['Hoe krijg ik mijn geld terug?', 'nl'],
    ['Como funciona o reembolso?', 'pt'],
    ['estou a falar com uma pessoa?', 'pt'],
    ['Czy jesteś człowiekiem?', 'pl'],
    ['Jak działa zwrot pieniędzy?', 'pl'],
    ['Ești om?', 'ro'],
    ['Cum primesc banii înapoi?', 'ro'],
    ['Είσαι άνθρωπος;', 'el'],
    ['Πώς γίνεται η επιστροφή χρημάτων;', 'el'],
    ['İnsan mısın?', 'tr'],
    ['Para iadesi nasıl yapılır?', 'tr'],
    ['temsilciyle görüşmek istemiyorum', 'tr'],
    ['Ви людина?', 'uk'],
    ['Як працює повернення коштів?', 'uk'],
    ['не хочу говорити з оператором', 'uk'],
    ['Вие човек ли сте?', 'bg'],
    ['Как се връщат парите?', 'bg'],
    ['هل أنت إنسان؟', 'ar'],
    ['ما هي سياسة الاسترداد؟', 'ar'],
  ]);
});

test.each([...ANSWERABLE, ...UNANSWERABLE])('a customer of the demo store may ask: $q', ({ q, lang = 'en' }) =>
  expect(triggerOf(q, lang)).toBeNull(),
);

describe('keeps the words that did it', () => {
  const matched = (text: string, lang = 'en') => triggerOf(text, lang)?.matched;

  test.each([
    ['My lamp is broken. Can I talk to SOMEONE? Thanks', 'en', 'talk to SOMEONE'],
    [
      'hi, my order 4821 is late so please, please let me speak, please, to a Manager now',
      'en',
      'speak, please, to a Manager',
    ],
    ['I don’t care about your excuses, I want my money back by friday', 'en', 'want my money back'],
    ['it is the THIRD time: get me a human', 'en', 'THIRD time: get me a human'],
    ['I asked twice already. Where is it? Get me a human', 'en', 'asked twice … Get me a human'],
    ['tlak to an ágent pls, order ½ of it', 'en', 'tlak to an ágent pls'],
    [
      'Guten Tag, wo bleibt mein Paket? Ich will mit einem Menschen sprechen, danke',
      'de',
      'Ich will mit einem Menschen sprechen',
    ],
    ['здравейте, поръчка 12: дайте ми оператор, моля', 'bg', 'дайте ми оператор'],
  ])('%s', (text, lang, words) => expect(matched(text, lang)).toBe(words));

  test('whatever language they are in, they stand in the message', () => {
    for (const lang of ['en', 'bg', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'ro', 'el', 'tr', 'uk', 'ar']) {
      const messages = [...labelled(lang)].flatMap(([label, lines]) => (label.startsWith('no') ? [] : lines));
      for (const text of messages) {
        const parts = matched(`${text}`, lang)?.split(' … ') ?? [];
        expect(
          parts.every((part) => part !== '' && text.includes(part)),
          `${text}: ${parts}`,
        ).toBe(true);
      }
    }
  });

  test('without what stands around them', () => {
    const around = (text: string) => `Hello there. ${text}. I live in Vienna.`;
    const asks = [
      'I want to speak to a human',
      'give me a refund now',
      'this is unacceptable',
      'my lawyer will call you',
    ];
    for (const text of asks) expect(text, text).toContain(matched(around(text)));
  });

  test('within reason', () => {
    expect(matched(`discuss ${'x'.repeat(300)} with a human`)).toHaveLength(200);
  });
});

describe('a message of any shape', () => {
  const LONG = 10_000;
  const fill = (words: string) => words.repeat(Math.ceil(LONG / words.length)).slice(0, LONG);

  test.each([
    ['links without an end', 'a the real to with '],
    ['requests that never come to a person', 'talk to a real '],
    ['negations', 'not human do not want '],
    ['somebody, over and over', 'someone real can i '],
    ['who are you', 'are you not a real live human customer support '],
    ['demands', 'i want to get my '],
    ['one word', 'a'],
    ['words in German', 'ich will mit einem '],
    ['emoji', '😀👩‍👩‍👧'],
    ['directions', '\u202e\u2066abc\u2069'],
    ['controls', '\u0000\u0007\u001b'],
    ['lone halves of characters', '\ud83d'],
    ['brackets and signs', '(((***+++??'],
  ])('of 10,000 characters fires nothing: %s', (_, words) => expect(triggerOf(fill(words), 'en')).toBeNull());

  test('of 10,000 characters is read to its end', () => {
    expect(triggerOf(`${fill('where is my parcel. ')} get me a human`, 'en')?.reason).toBe('customer_request');
  });

  test.each([
    ['zero-width spaces', 'talk to a hu\u200bman'],
    ['soft hyphens', 'talk to a per\u00adson'],
    ['joiners', 't\u200dalk to an ag\ufeffent'],
    ['bidirectional overrides', '\u202etalk to a human\u202c'],
    ['controls', 'talk\u0007 to a hum\u0000an'],
    ['wide letters', 'ｔａｌｋ ｔｏ ａ ｈｕｍａｎ'],
    ['letters drawn out', 'huuuumaaaan pleeease'],
    ['lines', 'talk\r\n\r\nI want a human'],
  ])('is found behind %s', (_, text) => expect(triggerOf(text, 'en')?.reason).toBe('customer_request'));
});

describe('words a slip away from a request', () => {
  fires(null, [
    ['the agenda please'],
    ['is it humid there'],
    ['urgent please'],
    ['purple please'],
    ['a humane trap'],
    ['persona 5'],
    ['talk to a parson about the wedding'],
    ['I want the contract'],
    ['a steak with my manger scene'],
  ]);
});

describe('asks again', () => {
  fires('escalation', [
    ['I already asked you for a human'],
    ['For the third time: get me a person'],
    ['how many times do I have to ask? Give me an agent'],
    ['schon zum dritten Mal: ich will mit einem Menschen sprechen', 'de'],
  ]);
});

describe('as things stand', () => {
  const ways = { ruled: (reason: Reason | null) => reason, urgentReasons: URGENT_BY_DEFAULT };
  const found = (text: string, state: StateName, other: Partial<typeof ways> = {}) =>
    setOff(text, 'en', STATES[state], { ...ways, ...other })?.reason ?? null;

  test.each(EVERY)('%s: what a message asks for', (state) => {
    const talking = (TALKING as readonly string[]).includes(state);
    const waiting = (WAITING as readonly string[]).includes(state);
    expect(found('Where is my kettle?', state)).toBeNull();
    // Who talks to a person asks for nobody; who waits is not asked for twice, and can become more urgent.
    expect(found('Talk to a human!', state)).toBe(talking || waiting ? null : 'customer_request');
    expect(found('I want my money back!', state)).toBe(talking ? null : 'refund');
    expect(found('I want my money back!', state, { urgentReasons: [] })).toBe(talking || waiting ? null : 'refund');
    // A rule asks for somebody where nobody is asked for yet.
    expect(found('Where is my kettle?', state, { ruled: () => 'rule' })).toBe(talking || waiting ? null : 'rule');
  });
});
