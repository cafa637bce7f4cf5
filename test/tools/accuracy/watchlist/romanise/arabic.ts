/**
 * Names with their vowels, which the script leaves out and tables need: `aa ii uu` are long, `H S D T Z`
 * emphatic, a grave accent is ayn and `'` hamza. In the order of how common they are among the names in
 * Arabic script of `names-dataset` (eight countries).
 */
const given =
  "muHammad aHmad `alii Husayn Hasan maHmuud khaalid `abd-allaah yuusuf ibraahiim `umar nuur muSTafaa waliid `abbaas `abd-ar-raHmaan SaaliH faaTimah `alaa' jamaal `ammaar amiir zaynab Haydar `aadil faadii maahir `imaad Husaam saamir yaasir `adnaan ayman fahd maajid bassaam sa`iid faySal naaSir Taariq muraad faaris samiir kamaal wisaam muhannad SalaaH maryam rabii` amiin qaasim kariim sa`d bashshaar bilaal hishaam `abduh saalim `aamir firaas usaamah saamii Hamzah baasil raa'id haytham `iSaam sulaymaan islaam yaasiin sayyid nabiil sulTaan `abd-al-`aziiz khiDr ziyaad shaadii haanii ghassaan marwaan ismaa`iil riDaa khaliil yaHyaa sajjaad waa'il raamii jaasim `iisaa muusaa ashraf maalik fawwaaz riyaaD akram nasiim Saddaam shams saliim zayd jawaad badr anas naayif maazin mu`aadh Habiib yuunus fu'aad bashiir muHsin manSuur Saadiq mahdii Hamiid layth muniir jalaal anwar ja`far ramaDaan Diyaa' nawwaaf amjad quSayy Talaal `abd-al-kariim `abd-al-qaadir `uthmaan tawfiiq mukhtaar salmaan shariif Haamid zakariyyaa Haazim ghaazii fatHii khalaf haashim shawqii dhiyaab";
const family =
  "al-miSrii al-shaamii al-`iraaqii al-shammarii al-Harbii al-aHmad al-Hasan al-zu`bii al-`anzii al-khaalidii al-`utaybii al-muHammad al-khaTiib al-jubuurii al-`umarii al-shar`abii al-HimSii al-`aamirii al-qaHTaanii al-`abbaadii al-shaykh al-yamaanii al-baSraawii al-`ubaydii al-yaafi`ii al-qaysii al-jazaa'irii al-tamiimii al-najjaar al-shumayrii al-dawsarii al-maalikii al-muusawii al-shariif al-wuSaabii al-faqiih al-rifaa`ii al-qaaDii al-zahraanii al-malik al-Halabii al-bayDaa' al-muTayrii al-muumanii al-nu`aymii al-ghaamidii al-Taa'ii al-Tayyib al-shihrii al-saa`idii al-khafaajii al-Haddaad al-Humayrii al-Hamawii al-asadii al-juhanii al-dulaymii al-Hariirii al-rabii`ii al-qubaaTii al-ka`bii al-Haarithii al-ghaalii al-jaabirii al-Husaynii al-`awlaqii al-jaasim al-karbalaa'ii al-khawaaldah al-Hammaadii al-shahraanii al-`azzaawii al-Humaydii al-kurdii al-subay`ii al-mikhlaafii al-`uraiqii al-sa`iidii al-qarnii darwiish `abbuud `asiirii `awaD sha`baan Hamdaan `ubaydaat shaahiin ayyuub jaabir Taalib `aashuur barakaat ghannaam khaliifah Siddiiq qurayshii thaabit dhakii ghurayb shuwaykhii wahbah jabbuur najm hilaalii fakhrii juum`ah zughbii qudsii";

export const vocalisedGiven: readonly string[] = given.split(' ');
export const vocalisedFamilies: readonly string[] = family.split(' ');

interface ArabicTable {
  /** What the article and the name behind it become; `l` is what the article's own letter is. */
  readonly article: string;
  readonly letters: Readonly<Record<string, string>>;
}

const plain: Readonly<Record<string, string>> = {
  aa: 'a', ii: 'i', uu: 'u', H: 'h', S: 's', D: 'd', T: 't', Z: 'z', '`': '', "'": '',
}; // prettier-ignore

/** ALA-LC without its dots and macrons: close to BGN/PCGN, as the UN and OFAC print. */
const alaLc: ArabicTable = { article: 'al-', letters: plain };
/** The French way of the Maghreb and Lebanon (UNGEGN, the Beirut system's national use). */
const french: ArabicTable = {
  article: 'el ',
  letters: { ...plain, uu: 'ou', u: 'ou', sh: 'ch', j: 'dj', ay: 'ai', aw: 'aou', q: 'k', th: 't', dh: 'd', w: 'ou' }, // prettier-ignore
};
/** The Survey of Egypt's. */
const egyptian: ArabicTable = {
  article: 'el',
  letters: { ...plain, ii: 'i', u: 'o', i: 'e', uu: 'ou', j: 'g', ay: 'ei', aw: 'ow', dh: 'z', th: 's', q: 'k' }, // prettier-ignore
};
/** Persian reading, BGN/PCGN 1958. */
const persian: ArabicTable = {
  article: 'al ',
  letters: { ...plain, u: 'o', i: 'e', ay: 'ey', aw: 'ow', w: 'v', th: 's', dh: 'z', D: 'z', q: 'gh' }, // prettier-ignore
};
/** DIN 31635 without its dots, hooks and macrons. */
const din31635: ArabicTable = {
  article: 'al-',
  letters: { ...plain, sh: 's', kh: 'h', gh: 'g', th: 't', dh: 'd', j: 'g' },
};

export const arabicTables = {
  'ALA-LC': alaLc,
  French: french,
  Egyptian: egyptian,
  Persian: persian,
  'DIN 31635': din31635,
} as const;

export function romaniseArabic(vocalised: string, { article, letters }: ArabicTable): string {
  const pieces = vocalised.split('-');
  const said = pieces.map((piece) =>
    piece.replace(
      /aa|ii|uu|ay(?![aiu])|aw(?![aiu])|gh|kh|sh|th|dh|[a-zA-Z`']/g,
      (sound) => letters[sound] ?? sound,
    ),
  );
  const [first = '', ...others] = said;
  if (pieces[0] === 'al') return article + others.join('');
  // `Abd al-…`: the article in the middle.
  if (pieces.length === 3) return `${first} ${article}${others.slice(1).join('')}`;
  return [first, ...others].join('');
}
