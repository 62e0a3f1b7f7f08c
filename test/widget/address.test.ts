import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { EmailAddress } from '../../src/protocol/common';
import { readAddress } from '../../widget/panel/asked/address';
import { suggestionFor } from '../../widget/panel/asked/typo';

/** What was typed, and what was meant. */
const TYPOS = `
  gmial.com>gmail.com gamil.com>gmail.com gmai.com>gmail.com gmal.com>gmail.com gmil.com>gmail.com
  gmaill.com>gmail.com gmail.con>gmail.com gmail.cmo>gmail.com gmail.co>gmail.com gmail.cm>gmail.com
  gmail.om>gmail.com gmail.comm>gmail.com gmail.vom>gmail.com gmailcom>gmail.com gnail.com>gmail.com
  gmsil.com>gmail.com gmaul.com>gmail.com gmaik.com>gmail.com ggmail.com>gmail.com gmail,com>gmail.com
  gmail..com>gmail.com googlemail.con>googlemail.com googelmail.com>googlemail.com hotmial.com>hotmail.com
  hotmai.com>hotmail.com hotnail.com>hotmail.com htomail.com>hotmail.com hotmil.com>hotmail.com
  hotmail.con>hotmail.com hotmaill.fr>hotmail.fr otmail.it>hotmail.it yaho.com>yahoo.com yahooo.com>yahoo.com
  yhaoo.com>yahoo.com yahho.com>yahoo.com yahoo.cmo>yahoo.com yahoo.co.ku>yahoo.co.uk outlok.com>outlook.com
  outloo.com>outlook.com outlook.cm>outlook.com otulook.de>outlook.de oultook.com>outlook.com iclod.com>icloud.com
  icoud.com>icloud.com icluod.com>icloud.com icloud.con>icloud.com protonmial.com>protonmail.com proton.em>proton.me
  abv.gb>abv.bg abv.bgg>abv.bg avb.bg>abv.bg gmx.ed>gmx.de gmx.dee>gmx.de gxm.de>gmx.de gmx.nett>gmx.net
  web.ed>web.de t-onlin.de>t-online.de t-onlien.de>t-online.de freenet.ed>freenet.de wanado.fr>wanadoo.fr
  ornage.fr>orange.fr laposte.ent>laposte.net libero.ti>libero.it libreo.it>libero.it virgillio.it>virgilio.it
  seznam.zc>seznam.cz sezman.cz>seznam.cz seznm.cz>seznam.cz ukr.ent>ukr.net urk.net>ukr.net ukr.nte>ukr.net
  interai.pl>interia.pl ntlworl.com>ntlworld.com btinternet.con>btinternet.com ziggo.ln>ziggo.nl zigo.nl>ziggo.nl
  uol.com.rb>uol.com.br gmail.de>gmail.com gmail.fr>gmail.com gmail.bg>gmail.com icloud.de>icloud.com
  aol.con>aol.com yahoo.vom>yahoo.com`;

/** Where people really have their mail. */
const PROVIDERS = `
  gmail.com googlemail.com outlook.com hotmail.com hotmail.fr hotmail.it hotmail.es hotmail.de hotmail.co.uk
  hotmail.com.tr live.com live.nl msn.com yahoo.com yahoo.fr yahoo.de yahoo.co.uk yahoo.gr yahoo.ro ymail.com
  icloud.com me.com mac.com proton.me protonmail.com pm.me aol.com mail.com email.com gmx.com gmx.de gmx.net gmx.at
  gmx.ch web.de t-online.de freenet.de posteo.de mailbox.org abv.bg mail.bg dir.bg wp.pl o2.pl op.pl onet.pl onet.eu
  interia.pl interia.eu poczta.onet.pl tlen.pl vp.pl ukr.net i.ua meta.ua bigmir.net seznam.cz email.cz centrum.cz
  post.cz azet.sk zoznam.sk orange.fr wanadoo.fr free.fr sfr.fr laposte.net bbox.fr neuf.fr libero.it virgilio.it
  tiscali.it alice.it tin.it inwind.it pec.it ziggo.nl kpnmail.nl hetnet.nl home.nl planet.nl xs4all.nl telenet.be
  skynet.be sapo.pt iol.pt clix.pt mail.pt uol.com.br bol.com.br terra.com.br ig.com.br yandex.com yandex.ru mail.ru
  mynet.com turk.net otenet.gr forthnet.gr telefonica.net ono.com terra.es bluewin.ch hispeed.ch sunrise.ch aon.at
  chello.at sky.com btinternet.com ntlworld.com virginmedia.com rogers.com shaw.ca comcast.net att.net verizon.net
  fastmail.com hey.com zoho.com tutanota.com tuta.io qq.com 163.com 126.com naver.com siol.net freemail.hu
  citromail.hu inbox.lv walla.com`;

/** Companies, universities and offices, many of them one letter away from a provider. */
const COMPANIES = `
  millandkettle.com sofia-roasters.bg dell.com ab.bg abc.bg abg.bg alv.bg gmv.de gmk.de gms.de wex.de wep.de aon.com
  msc.com sly.com line.com love.com lime.com ovo.com mill.com maill.com.au baton.chat kettle.shop uni-sofia.bg
  fmi.uni-sofia.bg ox.ac.uk stud.uni-heidelberg.de gov.bg nra.bg small.de hotmart.com outlier.com yammer.com
  yohoho.io cloud.com incloud.de mycloud.com homemail.co.uk free.de tree.fr orang.es orange.com orange.pl libro.it
  liberi.it alicia.it interior.pl internet.pl wpl.pl op.gg o3.pl ukr.com ua.net zoho.eu seznamka.cz centrum.sk
  shop.app company.io company.co startup.ai acme.co acme.cm team.email kolb.net kpn.com planet.com sap.com sapo.com
  skyline.com sky.de hey.co post.de post.at poste.it email.de mail.de mail.ch gmx.co.uk onlinehome.de online.de
  t-systems.com freelance.de`;

const listed = (table: string) => table.trim().split(/\s+/);

describe('an address', () => {
  it.each<[string, string | null]>([
    ['mira@gmail.com', 'mira@gmail.com'],
    ['  Mira.K+shop@Example.co.uk ', 'mira.k+shop@example.co.uk'],
    ['mira', null],
    ['mira@', null],
    ['mira@gmail', null],
    ['mira@gmail,com', null],
    ['mira@gmail..com', null],
    ['mira @gmail.com', null],
    ['mira@gmail.com, ana@gmail.com', null],
    ['mira@gmail.com\nbcc: ana@gmail.com', null],
    ['<mira@gmail.com>', null],
    ['mailto:mira@gmail.com', null],
    [`${'m'.repeat(250)}@gmail.com`, null],
    ['', null],
  ])('%j is read as %j', (text, address) => {
    expect(readAddress(text)).toBe(address);
  });

  it('is one exactly where the server takes it', () => {
    const part = fc.string({ maxLength: 6 });
    const near = fc.tuple(part, fc.constantFrom('@', '', '@@'), part, fc.constantFrom('.com', '.', '', '.c', ' .bg '));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.emailAddress(),
          fc.string(),
          near.map((parts) => parts.join('')),
        ),
        (text) => {
          const taken = v.safeParse(EmailAddress, text.trim());
          expect(readAddress(text)).toBe(taken.success ? taken.output : null);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('a slip of the hand', () => {
  it.each(listed(TYPOS).map((pair) => pair.split('>')))('%s was meant to be %s', (typed, meant) => {
    expect(suggestionFor(`mira@${typed}`)).toBe(`mira@${meant}`);
  });

  it('is found whatever case and spaces surround it, and leaves the name before the @ as it is', () => {
    expect(suggestionFor(' Mira.K+gmial@GMIAL.com ')).toBe('mira.k+gmial@gmail.com');
  });
});

describe('a right address is not commented on', () => {
  it.each([...listed(PROVIDERS), ...listed(COMPANIES)])('%s', (domain) => {
    expect(suggestionFor(`mira@${domain}`)).toBeNull();
  });

  it.each(['', 'mira', 'mira@', '@gmial.com', 'mira@g'])('and %j is no address yet', (text) => {
    expect(suggestionFor(text)).toBeNull();
  });
});
