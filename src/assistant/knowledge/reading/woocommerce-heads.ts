import { fold } from '../../catalog/words.ts';
import { headOf } from './columns.ts';

/**
 * The heads of WooCommerce's product export, which the plugin writes in the language of the shop's dashboard: en, de, fr,
 * es, it, nl, pl, bg, as its translations have had them over the years. As `headOf` makes them, `#` is an attribute's number.
 */
const HEADS: Record<string, string> = {
  ID: 'id|идентификатор',
  Type: 'type|typ|tipo|вид|тип',
  SKU: 'sku|artikelnummer|art nr|ugs|reference|cod|codice|код|каталожен номер',
  'GTIN, UPC, EAN, or ISBN':
    'gtin upc ean or isbn|gtin upc ean oder isbn|gtin upc ean ou isbn|gtin upc ean o isbn|gtin upc ean of isbn|gtin upc ean lub isbn|gtin upc ean или isbn',
  Name: 'name|nom|nombre|nome|naam|nazwa|име',
  Published:
    'published|veroffentlicht|publie|publicado|pubblicato|gepubliceerd|opublikowano|opublikowane|публикувано|публикуван',
  'Visibility in catalog':
    'visibility in catalog|sichtbarkeit im katalog|katalogsichtbarkeit|visibilite dans le catalogue|visibilidad en el catalogo|visibilita nel catalogo|zichtbaarheid in catalogus|widocznosc w katalogu|видимост в каталога',
  'Short description':
    'short description|kurzbeschreibung|description courte|descripcion corta|breve descrizione|descrizione breve|korte omschrijving|korte beschrijving|krotki opis|кратко описание',
  Description: 'description|beschreibung|descripcion|descrizione|beschrijving|omschrijving|opis|описание',
  'Date sale price starts':
    'date sale price starts|datum an dem angebotspreis beginnt|datum an dem der angebotspreis beginnt|angebotspreis gultig ab|date de debut de promo|dia en que empieza el precio rebajado|data di inizio del prezzo in offerta|data inizio vendita|startdatum actieprijs|data rozpoczecia promocji|начална дата на намалението',
  'Date sale price ends':
    'date sale price ends|datum an dem angebotspreis endet|datum an dem der angebotspreis endet|angebotspreis gultig bis|date de fin de promo|dia en que termina el precio rebajado|data di fine del prezzo in offerta|data fine vendita|einddatum actieprijs|data zakonczenia promocji|крайна дата на намалението',
  'In stock?':
    'in stock|vorratig|en stock|en inventaire|en inventario|existencias|disponibile|op voorraad|w magazynie|в наличност',
  'Backorders allowed?':
    'backorders allowed|lieferruckstande erlaubt|ruckstande erlaubt|autoriser les commandes de produits en rupture|permitir reservas de productos agotados|abilita gli ordini arretrati|nabestellingen toestaan|pozwalac na zamowienia oczekujace na dostawe do magazynu|разрешаване на поръчки при изчерпани наличности',
  'Weight (kg)': 'weight kg|gewicht kg|poids kg|peso kg|waga kg|тегло kg|тегло кг',
  'Sale price':
    'sale price|angebotspreis|tarif promo|prix promo|prix de vente|precio rebajado|prezzo in offerta|actieprijs|cena promocyjna|промоционална цена',
  'Regular price':
    'regular price|regularer preis|tarif regulier|prix regulier|prix de base|precio normal|prezzo di listino|reguliere prijs|normale prijs|cena|cena regularna|редовна цена',
  Categories: 'categories|kategorien|categorias|categorie|categorieen|kategorie|категории',
  Images: 'images|bilder|imagenes|immagini|afbeeldingen|obrazki|obrazy|изображения',
  Parent:
    'parent|ubergeordnetes produkt|ubergeordnet|superior|principal|genitore|hoofd|element nadrzedny|nadrzedny|родителски|родител',
  'External URL':
    'external url|externe url|url externe|url externa|url esterno|zewnetrzny adres url|външен адрес|външен url',
  Brands: 'brands|marken|marques|marcas|marchi|merken|marki|марки',
  'Attribute # name':
    'attribute # name|attribut # name|nom de l attribut #|nombre del atributo #|attributo # nome|nome attributo #|nome dell attributo #|naam eigenschap #|naam attribuut #|nazwa atrybutu #|име на атрибута #|име на атрибут #',
  'Attribute # value(s)':
    'attribute # value s|attribut # wert e|valeur s de l attribut #|valor es del atributo #|attributo # valore i|attributo # valuta e|valore i attributo #|valore i dell attributo #|waarde eigenschap #|waarde n eigenschap #|waarde n attribuut #|wartosci atrybutu #|wartosc i atrybutu #|стойност и на атрибута #|стойност и на атрибут #',
};

const NAMES = new Map(Object.entries(HEADS).flatMap(([name, said]) => said.split('|').map((one) => [fold(one), name])));

/** The heads as WooCommerce has them in English; those that are none of it, or stand there twice, as they are. */
export function inEnglish(heads: readonly string[]): string[] {
  const taken = new Set<string>();
  return heads.map((head) => {
    const said = headOf(head);
    const number = /(?<!\p{N})\p{N}{1,2}(?!\p{N})/u.exec(said)?.[0];
    const name = NAMES.get(number ? said.replace(number, '#') : said)?.replace('#', number ?? '') ?? head;
    if (taken.has(name)) return head;
    taken.add(name);
    return name;
  });
}

/** Whether a table is WooCommerce's export: what it is told by, few tables of another making have together. */
export function isWooCommerce(heads: readonly string[]): boolean {
  const own = new Set(heads.map((head) => head.toLowerCase()));
  if (['type', 'name', 'regular price'].every((name) => own.has(name)) && (own.has('sku') || own.has('id')))
    return true;
  const named = new Set(inEnglish(heads));
  return (
    ['Type', 'Name', 'Regular price', 'Published'].every((name) => named.has(name)) &&
    (named.has('SKU') || named.has('ID'))
  );
}
