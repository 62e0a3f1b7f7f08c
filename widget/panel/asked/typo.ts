import emailMisspelled from 'email-misspelled';

/** Where customers of the fourteen languages have their mail, the commonest first: the first of two that fit is offered. */
const PROVIDERS = `gmail.com hotmail.com yahoo.com outlook.com icloud.com googlemail.com live.com msn.com me.com aol.com
  proton.me protonmail.com mail.com email.com ymail.com hotmail.co.uk yahoo.co.uk btinternet.com ntlworld.com
  virginmedia.com sky.com gmx.de web.de t-online.de gmx.net gmx.at gmx.ch freenet.de posteo.de outlook.de hotmail.de
  yahoo.de orange.fr wanadoo.fr free.fr sfr.fr laposte.net hotmail.fr outlook.fr yahoo.fr libero.it virgilio.it
  tiscali.it alice.it hotmail.it outlook.it yahoo.it hotmail.es outlook.es yahoo.es telefonica.net ziggo.nl kpnmail.nl
  hetnet.nl home.nl planet.nl xs4all.nl live.nl sapo.pt iol.pt uol.com.br bol.com.br terra.com.br wp.pl o2.pl onet.pl
  op.pl interia.pl poczta.onet.pl abv.bg mail.bg dir.bg ukr.net i.ua meta.ua bigmir.net seznam.cz email.cz centrum.cz
  yahoo.ro yahoo.gr otenet.gr mynet.com hotmail.com.tr yandex.com comcast.net cloud.com`.split(/\s+/);

const near = emailMisspelled({ domains: PROVIDERS, maxMisspelled: 2, lengthDiffMax: 2 });

/** Named so often that one wrong letter is a slip more probably than somebody's own domain. */
const FAMOUS = /^(gmail|yahoo|icloud|seznam)\./;
/** Of these every other ending is a slip. */
const ONLY_COM = /^(gmail|googlemail|icloud)\.(?!com$)/;
const LONG_NAME = 7;

const nameOf = (domain: string) => domain.slice(0, domain.indexOf('.'));
const sorted = (text: string) => [...text].sort().join('');
const squeezed = (text: string) => text.replace(/(.)\1+/g, '$1');

/**
 * The slips of a hand: letters in the wrong order, one too often or too few times, or one wrong letter where that is
 * not somebody else's domain as well. A company's own short domain is one letter away from some provider's, and right.
 */
const isSlip = (typed: string, meant: string, distance: number): boolean =>
  sorted(typed) === sorted(meant) ||
  squeezed(typed) === squeezed(meant) ||
  (distance === 1 &&
    (FAMOUS.test(meant) ||
      nameOf(meant).length >= LONG_NAME ||
      (meant.endsWith('.com') && typed.startsWith(`${nameOf(meant)}.`))));

/** The address that was probably meant, or null: nothing is said of an address that may well be right. */
export function suggestionFor(text: string): string | null {
  const [, user, typed] = /^(.+)@(.+)$/.exec(text.trim().toLowerCase()) ?? [];
  if (!user || !typed || PROVIDERS.includes(typed)) return null;
  const meant = ONLY_COM.test(typed)
    ? `${nameOf(typed)}.com`
    : near(`x@${typed}`).find(({ suggest, misspelledCount }) => isSlip(typed, suggest, misspelledCount))?.suggest;
  return meant ? `${user}@${meant}` : null;
}
