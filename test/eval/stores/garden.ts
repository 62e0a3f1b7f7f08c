/** A second small shop, of another trade: what was tuned on the demo shop has to hold here as well. */

interface Item {
  id: string;
  title: string;
  price: string;
  kind: string;
  colour?: string;
  stock?: string;
  group?: string;
  details: Record<string, string>;
  description: string;
}

const ITEMS: Item[] = [
  {
    id: 'bt-steel',
    title: 'Hedgerow steel spade, ash handle',
    price: '38.00',
    kind: 'Tools > Spades & forks',
    details: { Length: '104 cm', Weight: '1.9 kg', Blade: 'Carbon steel', Handle: 'Ash wood' },
    description: 'A digging spade for heavy soil with a treaded edge for the boot. The handle can be replaced.',
  },
  {
    id: 'bt-fork',
    title: 'Hedgerow digging fork, four tines',
    price: '41.00',
    kind: 'Tools > Spades & forks',
    details: { Length: '104 cm', Weight: '1.8 kg', Tines: '4' },
    description: 'Four square tines loosen clay and lift potatoes without cutting them.',
  },
  {
    id: 'pr-bypass',
    title: 'Kestrel bypass secateurs, 21 cm',
    price: '32.50',
    kind: 'Tools > Pruning',
    details: { Cut: 'Up to 22 mm', Hand: 'Right', Blade: 'Replaceable' },
    description: 'Bypass blades for green wood, with a sap groove and a lock for one hand.',
  },
  {
    id: 'pr-left',
    title: 'Kestrel bypass secateurs for left hands, 21 cm',
    price: '34.50',
    kind: 'Tools > Pruning',
    stock: 'out_of_stock',
    details: { Cut: 'Up to 22 mm', Hand: 'Left' },
    description: 'The same secateurs in mirror image.',
  },
  {
    id: 'pr-lopper',
    title: 'Kestrel telescopic lopper',
    price: '64.00',
    kind: 'Tools > Pruning',
    details: { Cut: 'Up to 45 mm', Length: '67–102 cm', Weight: '1.6 kg' },
    description: 'Reaches branches overhead without a ladder. Aluminium handles with soft grips.',
  },
  {
    id: 'mw-push',
    title: 'Meadowlark push mower, 38 cm',
    price: '129.00',
    kind: 'Machines > Mowers',
    details: { 'Cutting width': '38 cm', 'Cutting height': '15–42 mm', Weight: '8.4 kg', Basket: '30 l' },
    description: 'A cylinder lawn mower without a motor for lawns up to 250 m². Quiet, and good for short grass.',
  },
  {
    id: 'mw-cordless',
    title: 'Meadowlark cordless mower, 36 V, 41 cm',
    price: '349.00',
    kind: 'Machines > Mowers',
    details: { 'Cutting width': '41 cm', Battery: '36 V, 4 Ah, 35 min', Area: 'Up to 500 m²', Weight: '17 kg' },
    description: 'A battery lawn mower for lawns up to 500 m². Charger and battery are included; folds for storage.',
  },
  {
    id: 'tr-hedge',
    title: 'Meadowlark cordless hedge trimmer, 55 cm',
    price: '159.00',
    kind: 'Machines > Hedge trimmers',
    details: { Blade: '55 cm', Battery: '36 V, fits the cordless mower', Weight: '3.1 kg' },
    description: 'Trims hedges with branches up to 18 mm. The battery is sold with it and fits the mower.',
  },
  {
    id: 'ho-25',
    title: 'Rillet garden hose, 25 m',
    price: '44.00',
    kind: 'Watering > Hoses',
    group: 'ho',
    details: { Length: '25 m', Diameter: '13 mm', Pressure: '24 bar' },
    description: 'A hose that does not kink, free of phthalates, with brass connectors.',
  },
  {
    id: 'ho-50',
    title: 'Rillet garden hose, 50 m',
    price: '79.00',
    kind: 'Watering > Hoses',
    group: 'ho',
    details: { Length: '50 m', Diameter: '13 mm', Pressure: '24 bar' },
    description: 'A hose that does not kink, free of phthalates, with brass connectors.',
  },
  {
    id: 'wc-green',
    title: 'Rillet watering can, 9 l, green',
    price: '24.90',
    kind: 'Watering > Cans',
    colour: 'Green',
    group: 'wc',
    details: { Volume: '9 l', Material: 'Galvanised steel' },
    description: 'A watering can with a brass rose for seedlings.',
  },
  {
    id: 'wc-red',
    title: 'Rillet watering can, 9 l, red',
    price: '24.90',
    kind: 'Watering > Cans',
    colour: 'Red',
    group: 'wc',
    details: { Volume: '9 l', Material: 'Galvanised steel' },
    description: 'A watering can with a brass rose for seedlings.',
  },
  {
    id: 'dr-set',
    title: 'Rillet drip irrigation set for 20 pots',
    price: '54.00',
    kind: 'Watering > Irrigation',
    details: { Pots: '20', Timer: 'Included, 2 × AA' },
    description: 'Waters balcony pots while you are away. The timer screws on the tap.',
  },
  {
    id: 'gl-leather',
    title: 'Thornproof leather gardening gloves, size M',
    price: '19.90',
    kind: 'Clothing > Gloves',
    details: { Size: 'M', Material: 'Goatskin' },
    description: 'Long cuffs for roses and brambles. Washable at 30 °C.',
  },
  {
    id: 'gl-knit',
    title: 'Knitted gardening gloves, size L, olive',
    price: '6.90',
    kind: 'Clothing > Gloves',
    colour: 'Olive',
    details: { Size: 'L', Material: 'Nylon with nitrile' },
    description: 'Thin gloves for planting that let you feel the soil.',
  },
  {
    id: 'bo-rubber',
    title: 'Marsh rubber boots, green, size 40',
    price: '59.00',
    kind: 'Clothing > Boots',
    colour: 'Green',
    details: { Size: '40', Lining: 'Neoprene' },
    description: 'Natural rubber boots with a neoprene lining that are warm to −10 °C.',
  },
  {
    id: 'se-tomato',
    title: 'Tomato seeds San Marzano, organic',
    price: '3.20',
    kind: 'Seeds > Vegetables',
    details: { Seeds: '20', Sow: 'February to April', Harvest: 'July to October' },
    description: 'A plum tomato for sauce. Sow indoors, plant out after the last frost.',
  },
  {
    id: 'se-lettuce',
    title: 'Lettuce seeds Winter Density',
    price: '2.80',
    kind: 'Seeds > Vegetables',
    details: { Seeds: '300', Sow: 'August to October' },
    description: 'A hardy lettuce that overwinters under fleece.',
  },
  {
    id: 'se-meadow',
    title: 'Wildflower meadow mix, 100 g',
    price: '12.50',
    kind: 'Seeds > Flowers',
    details: { Covers: '30 m²', Sow: 'March to May, September' },
    description: 'Forty native flowers for bees and butterflies.',
  },
  {
    id: 'so-peat',
    title: 'Peat-free potting soil, 40 l',
    price: '11.90',
    kind: 'Soil & feed > Soil',
    details: { Volume: '40 l', Peat: 'None' },
    description: 'Compost, bark and wood fibre, fertilised for six weeks.',
  },
  {
    id: 'fe-tomato',
    title: 'Liquid tomato fertiliser, organic, 1 l',
    price: '9.50',
    kind: 'Soil & feed > Fertiliser',
    details: { Volume: '1 l', NPK: '4–3–6', Vegan: 'Yes' },
    description: 'From vinasse. 20 ml in 5 l of water once a week.',
  },
  {
    id: 'po-terra',
    title: 'Terracotta pot, 30 cm, frost-proof',
    price: '22.00',
    kind: 'Pots > Terracotta',
    details: { Diameter: '30 cm', Height: '27 cm', Saucer: 'Not included' },
    description: 'Fired at 1,050 °C in Tuscany, so frost does it no harm. With a hole for water.',
  },
];

const itemXml = (item: Item) => `<item><g:id>${item.id}</g:id><g:title>${item.title}</g:title>
<g:description>${item.description}</g:description><g:link>https://garden.example/${item.id}</g:link>
<g:price>${item.price} EUR</g:price><g:availability>${item.stock ?? 'in_stock'}</g:availability>
<g:brand>${item.title.split(' ')[0]}</g:brand><g:product_type>${item.kind.replaceAll('&', '&amp;').replaceAll('>', '&gt;')}</g:product_type>
${item.colour ? `<g:color>${item.colour}</g:color>` : ''}${item.group ? `<g:item_group_id>${item.group}</g:item_group_id>` : ''}
${Object.entries(item.details)
  .map(
    ([name, value]) =>
      `<g:product_detail><g:attribute_name>${name}</g:attribute_name><g:attribute_value>${value}</g:attribute_value></g:product_detail>`,
  )
  .join('')}</item>`;

/** A Google product feed. */
export const GARDEN_FEED = `<rss xmlns:g="http://base.google.com/ns/1.0"><channel>${ITEMS.map(itemXml).join('\n')}</channel></rss>`;

const article = (id: string, title: string, text: string) =>
  [`${id}.md`, `---\ntitle: ${title}\nurl: https://garden.example/help/${id}\n---\n\n${text}\n`] as const;

/** File names and Markdown. */
export const GARDEN_ARTICLES = [
  article(
    'shipping',
    'Shipping and delivery times',
    `We ship to Ireland and the United Kingdom. Parcels cost €6.50 and arrive in 2–3 working days. Orders above €75 ship free.

## Bulky goods

Mowers and soil come by pallet, €19 an order, within 7 working days. The driver calls you the day before.

## Plants and frost

We hold parcels with seeds or bulbs back while it freezes.`,
  ),
  article(
    'returns',
    'Returns and refunds',
    `You may return unused goods within 14 days of delivery. Ask us for a label; it costs €5.

## Refunds

We refund within 7 days of getting the parcel, to the card you paid with.

## What cannot be returned

Seeds, opened soil and cut hose.`,
  ),
  article(
    'payment',
    'Payment',
    `We accept Visa, Mastercard and PayPal. There is no invoice and no cash on delivery.

## When you are charged

Your card is charged when the parcel leaves.`,
  ),
  article(
    'guarantee',
    'Ten-year guarantee on tools',
    `Hand tools have a guarantee of ten years against breaking. Machines have two years, batteries one.

## How to claim

Send a photo and the order number to tools@garden.example. We replace the tool or send a spare part.`,
  ),
  article(
    'sharpen',
    'How to sharpen secateurs',
    `1. Clean the blade with warm water and soap.
2. Clamp it and draw a fine stone along the bevel, ten strokes.
3. Oil the pivot.

Do this twice a season. We sharpen for you as well: €9 a pair, in five working days.`,
  ),
  article(
    'nursery',
    'Visit our nursery',
    `Open from March to October, Tuesday to Sunday, 9:00–17:00, at Mill Lane 12, Bray. Dogs on a lead are welcome. Parking is free.`,
  ),
  article(
    'sowing',
    'When to sow what',
    `Tomatoes and peppers indoors from February, lettuce from March, beans outside after the middle of May.

## Hardening off

Put seedlings outside for a few hours a day, for a week, before you plant them out.`,
  ),
] as const;
