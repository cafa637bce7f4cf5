import { transliterate } from './compose-mrz';
import type { Person } from './person';

/** The issuer identification number of a made-up jurisdiction; nobody was assigned it. */
const issuer = '636999';
const header = (length: number): string =>
  `@\n\u001e\rANSI ${issuer}100001DL0031${String(length).padStart(4, '0')}DL`;
const sexes = { M: '1', F: '2', X: '9' } as const;

/** The text of a licence's PDF417 (AAMVA card design standard 2020, annex D), mandatory elements. */
export function composeAamva(person: Person): string {
  const canadian = person.nationality === 'CAN';
  const [first = '', ...middle] = transliterate(person.firstName).split('<');
  const day = (text: string): string => {
    const [year = '', month = '', date = ''] = text.split('-');
    return canadian ? `${year}${month}${date}` : `${month}${date}${year}`;
  };
  const elements = [
    `DAQ${person.documentNumber}`,
    `DCS${transliterate(person.lastName).replaceAll('<', ' ')}`,
    'DDEN',
    `DAC${first}`,
    'DDFN',
    `DAD${middle.length === 0 ? 'NONE' : middle.join(' ')}`,
    'DDGN',
    'DCAC',
    'DCBNONE',
    'DCDNONE',
    `DBD${day(person.issueDate)}`,
    `DBB${day(person.birthDate)}`,
    `DBA${day(person.expiryDate)}`,
    `DBC${sexes[person.sex]}`,
    canadian ? 'DAU170 cm' : 'DAU068 in',
    'DAYBRO',
    'DAG1 MADE UP STREET',
    'DAISPECIMEN',
    canadian ? 'DAJON' : 'DAJCA',
    canadian ? 'DAKA1A1A1     ' : 'DAK000000000  ',
    'DCFSPECIMEN0001',
    `DCG${canadian ? 'CAN' : 'USA'}`,
  ].join('\n');
  return `${header(elements.length + 3)}${elements}\r`;
}
