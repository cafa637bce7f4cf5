import { assertNever } from '../../../shared/domain/assert-never';

/** How a kind of made-up document looks; two designs each, so that nothing is tuned to one. */
export const designs = ['meadow', 'harbour'] as const;
export type Design = (typeof designs)[number];

export interface DesignSettings {
  readonly paper: string;
  readonly ink: string;
  readonly wave: string;
  readonly waveTurns: number;
  /** Where the portrait stands. */
  readonly portraitSide: 'left' | 'right';
  readonly labels: readonly [
    number: string,
    lastName: string,
    firstName: string,
    nationality: string,
    birth: string,
    sex: string,
    issued: string,
    expires: string,
  ];
  /** How dates are printed on the visual zone. */
  readonly dateStyle: 'dotted' | 'monthName';
}

export const designSettings: Readonly<Record<Design, DesignSettings>> = {
  meadow: {
    paper: '#eef3e2',
    ink: '#1d2b1f',
    wave: '#a9c79a',
    waveTurns: 3,
    portraitSide: 'left',
    labels: [
      'Document No.',
      'Surname',
      'Given names',
      'Nationality',
      'Date of birth',
      'Sex',
      'Date of issue',
      'Date of expiry',
    ],
    dateStyle: 'monthName',
  },
  harbour: {
    paper: '#e6eef6',
    ink: '#15233a',
    wave: '#9db9d8',
    waveTurns: 7,
    portraitSide: 'right',
    labels: [
      'No. / Nr.',
      'Surname / Name',
      'Given names / Vornamen',
      'Nationality / Staatsang.',
      'Birth / Geburtstag',
      'Sex / Geschl.',
      'Issued / Ausgestellt',
      'Expires / Ablauf',
    ],
    dateStyle: 'dotted',
  },
};

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

export type DateStyle = DesignSettings['dateStyle'] | 'monthFirst' | 'yearFirst';

export function printedDate(day: string, style: DateStyle): string {
  const [year = '', month = '', date = ''] = day.split('-');
  switch (style) {
    case 'dotted':
      return `${date}.${month}.${year}`;
    case 'monthName':
      return `${date} ${months[Number(month) - 1] ?? ''} ${year}`;
    case 'monthFirst':
      return `${month}/${date}/${year}`;
    case 'yearFirst':
      return `${year}/${month}/${date}`;
    default:
      return assertNever(style);
  }
}
