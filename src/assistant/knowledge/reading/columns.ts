import { fold } from '../../catalog/words.ts';
import type { FeedItem } from './xml.ts';

/** Which column of a table of its own making holds what, guessed from its heads; the merchant may change it. */

/** Our field (a Google attribute) → the column's head. */
export type Mapping = Record<string, string>;

/** For people, in the order in which they are shown. */
export const FIELDS = {
  id: 'Id',
  title: 'Title',
  link: 'Link',
  price: 'Price',
  sale_price: 'Sale price',
  availability: 'In stock',
  description: 'Description',
  image_link: 'Picture',
  brand: 'Brand',
  product_type: 'Category',
  color: 'Colour',
  size: 'Size',
  material: 'Material',
  mpn: 'Model number',
  gtin: 'GTIN, EAN',
  item_group_id: 'Group',
} as const;
export const NEEDED = ['title', 'link'] as const;

/** What columns are called, the surest first. Folded, words between single spaces. */
const HEADS: Record<keyof typeof FIELDS, string> = {
  id: 'id|product id|item id|sku|artikelnummer|artikel nr|article number|reference|ref|kod|код|артикул|product code|item number|handle',
  title:
    'title|name|product name|product title|titel|bezeichnung|produktname|artikelname|nom|titre|nombre|titulo|nome|titolo|naam|nazwa|denumire|nume|τιτλοσ|ονομα|ad|urun adi|назва|наименование|име|заглавие|product|produkt|item',
  link: 'link|url|product url|product link|permalink|page|webpage|adresse|enlace|lien|collegamento|adres|посилання|линк|връзка',
  price:
    'price|regular price|unit price|preis|verkaufspreis|bruttopreis|prix|precio|prezzo|prijs|preco|cena|pret|τιμη|fiyat|цена|ціна|amount|vk',
  sale_price:
    'sale price|special price|discounted price|offer price|angebotspreis|sonderpreis|aktionspreis|prix promo|prix solde|precio oferta|prezzo scontato|actieprijs|cena promocyjna|промо цена|акційна ціна|намалена цена',
  availability:
    'availability|in stock|stock|stock status|quantity|qty|inventory|available|verfugbarkeit|lagerbestand|bestand|lager|disponibilite|disponibilidad|disponibilita|existencias|voorraad|beschikbaarheid|dostepnosc|stan|stoc|disponibilitate|διαθεσιμοτητα|stok|наличност|наявність',
  description:
    'description|body|details|text|long description|short description|beschreibung|produktbeschreibung|descripcion|descrizione|omschrijving|beschrijving|descricao|opis|descriere|περιγραφη|aciklama|описание|опис',
  image_link:
    'image link|image|image url|images|picture|photo|bild|bild url|bilder|imagen|foto|immagine|afbeelding|imagem|zdjecie|imagine|εικονα|resim|gorsel|снимка|зображення',
  brand:
    'brand|manufacturer|vendor|marke|hersteller|marque|fabricant|marca|merk|marka|producent|producator|μαρκα|марка|производител|виробник|бренд',
  product_type:
    'product type|category|categories|type|google product category|kategorie|warengruppe|categorie|categoria|kategoria|κατηγορια|kategori|категория|категорія|group name',
  color: 'color|colour|farbe|couleur|color|colore|kleur|cor|kolor|culoare|χρωμα|renk|цвят|колір',
  size: 'size|grosse|taille|talla|taglia|maat|tamanho|rozmiar|marime|μεγεθοσ|beden|размер|розмір',
  material: 'material|matiere|materiale|materiaal|υλικο|malzeme|материал|матеріал',
  mpn: 'mpn|model|model number|modell|part number|manufacturer part number|modele|modelo|modello|модел|модель',
  gtin: 'gtin|ean|upc|barcode|isbn|ean13|strichcode|баркод|штрихкод',
  item_group_id: 'item group id|group id|parent|parent sku|parent id|handle|gruppe',
};

/** A column's head for comparison: folded, words between single spaces. */
export const headOf = (text: string): string =>
  fold(text.replace(/([a-z])([A-Z])/g, '$1 $2'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** @returns what is certain enough; each column once */
export function guessMapping(heads: readonly string[]): Mapping {
  const plain = heads.map(headOf);
  const taken = new Set<number>();
  const mapping: Mapping = {};
  for (const [field, names] of Object.entries(HEADS)) {
    for (const name of names.split('|')) {
      const at = plain.findIndex((head, n) => head === name && !taken.has(n));
      const head = heads[at];
      if (head === undefined) continue;
      mapping[field] = head;
      taken.add(at);
      break;
    }
  }
  return withId(mapping);
}

/** What tells two products apart, where nothing is called an id. */
export function withId(mapping: Mapping): Mapping {
  const id = mapping.id ?? mapping.mpn ?? mapping.gtin ?? mapping.link;
  return id === undefined ? mapping : { ...mapping, id };
}

/** A row by its mapping, as a feed would have it. */
export function itemOf(line: number, value: (head: string) => string | undefined, mapping: Mapping): FeedItem {
  const fields: FeedItem['fields'] = new Map();
  for (const [field, head] of Object.entries(mapping)) {
    const text = value(head)?.trim();
    if (text) fields.set(field, { line, text: field === 'image_link' ? firstOf(text) : text });
  }
  return { line, fields, details: [], faults: [] };
}

/** Many exports name all pictures in one cell. */
const firstOf = (addresses: string): string => addresses.split(/[\s,;|]+(?=https?:)/)[0] ?? addresses;
