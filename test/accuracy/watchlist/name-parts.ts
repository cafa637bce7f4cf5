/** Parts that names are made up from, by tradition: families are a stem, a middle and an ending. */
export interface NameParts {
  readonly given: readonly string[];
  readonly stems: readonly string[];
  readonly middles: readonly string[];
  readonly endings: readonly string[];
}

const words = (text: string): readonly string[] => text.split(' ');

/** Traditions that stand on the published lists. Nobody's name: parts are put together by chance. */
export const listedTraditions: readonly NameParts[] = [
  {
    given: words(
      'Aleksandr Sergey Dmitriy Yuriy Vladimir Andrey Nikolay Mikhail Oleg Igor Natalya Tatyana Yelena Olga Viktor Pavel Konstantin Grigoriy Anatoliy Vyacheslav Evgeniy Lyudmila Kseniya Timur',
    ),
    stems: words(
      'Bar Vol Gor Dan Yef Zhuk Zor Kal Lap Mor Naz Orl Petr Rad Sav Tar Ulyan Fil Khar Tsar Chern Shab Shch Yarosl',
    ),
    middles: words('a an el il or un ash er im ol'),
    endings: words('ov ev enko in skiy chuk ovich yan'),
  },
  {
    given: words(
      'Muhammad Ahmad Hassan Hussein Abdullah Khalid Omar Yusuf Ibrahim Mustafa Tariq Salim Jamal Nasir Rashid Faisal Zaid Bilal Hamza Karim Layla Fatima Samir Walid',
    ),
    stems: words(
      'Bagh Dul Fall Had Jab Kaz Masr Naj Qah Ram Sabb Tikr Ubayd Wahr Yas Zahr Shar Ghan Khald Rif Samar Tall Hall Muntas',
    ),
    middles: words('a am ar as at im ir ur b l'),
    endings: words('adi ani ari awi iri iti ouri udi'),
  },
  {
    given: words(
      'Juan Carlos Luis Jorge Miguel Jose Rafael Pedro Hector Ramon Fernando Ricardo Eduardo Alberto Manuel Sergio Victor Diego Rosa Maria Elena Lucia Carmen Pablo',
    ),
    stems: words(
      'Alv Bal Card Dom Esp Fern Gonz Hern Izqu Jim Lop Mart Nav Ort Per Quint Ram Sant Torr Urr Val Zam Mend Rodrigu',
    ),
    middles: words('a an ar e en i in o or u'),
    endings: words('ez ero ales oso ada ino uela ana'),
  },
  {
    given: words(
      'Chol Myong Yong Sung Kwang Hyok Jin Song Il Nam Wei Ming Jian Hong Lei Tao Feng Xiang Guo Hui Zhen Bo Cheng Yun',
    ),
    stems: words('Kim Ri Pak Choe Chong Kang Cho Yun Chang Im Han O So Sin Kwon Hwang An Hong'),
    middles: [''],
    endings: ['', 'g', 'n', 'ng'],
  },
  {
    given: words(
      'Mirko Dragan Zoran Milan Goran Slobodan Radovan Nebojsa Vesna Ljiljana Branko Stevan Dejan Petar Nikola Bojan Srdjan Veljko Ivana Jelena Ratko Momir Vinko Ante',
    ),
    stems: words(
      'Bab Cvet Djur Grub Il Jov Kovac Luk Mil Niko Obrad Pav Radov Stojan Tod Vuk Zec Blag Marin Dragoj Krst Ognjen Simon Vas',
    ),
    middles: words('a an e er i in o or u av'),
    endings: words('ic ovic evic in ac anovic ski ek'),
  },
];

/** People nobody has listed: commoner names of other traditions, and one that is on the lists too. */
export const commonTraditions: readonly NameParts[] = [
  {
    given: words(
      'James Mary John Patricia Robert Jennifer Michael Linda David Elizabeth William Susan Thomas Sarah Daniel Karen Anna Peter Emma Laura',
    ),
    stems: words(
      'Smith Johns Brown Will Tayl Dav Ander Jack Whit Harr Clark Lew Walk Hall All Young',
    ),
    middles: words('a b e f i l o r t s'),
    endings: words('son ers field man er'),
  },
  {
    given: words(
      'Jan Pieter Anke Sanne Lars Ingrid Hans Greta Pierre Camille Luc Marie Giulia Marco Paolo Chiara Katarzyna Piotr Zofia Tomasz',
    ),
    stems: words(
      'Berg Vis Jans Mull Schm Dub Laur Ross Bianch Now Kowal Wisn Lind Holm Vries Bakk',
    ),
    middles: words('a b e f i l o r t s'),
    endings: words('en er is ini ski eau'),
  },
];
