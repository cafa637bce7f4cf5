import { daysBetween, documentDay } from '../../../activities/checks/engines/address/document-day';
import { printedDates } from '../../../activities/checks/engines/address/printed-dates';

describe('a day is read however it is printed', () => {
  test.each([
    ['2026-10-14', ['2026-10-14']],
    ['14.10.2026', ['2026-10-14']],
    ['14-10-2026', ['2026-10-14']],
    ['14/10/2026', ['2026-10-14']],
    ['10/14/2026', ['2026-10-14']],
    ['4.5.26', ['2026-05-04']],
    ['14 October 2026', ['2026-10-14']],
    ['14th Oct. 2026', ['2026-10-14']],
    ['14Oct2026', ['2026-10-14']],
    ['October 14, 2026', ['2026-10-14']],
    ['14. März 2026', ['2026-03-14']],
    ['le 14 août 2026', ['2026-08-14']],
    ['14 de octubre de 2026', ['2026-10-14']],
    ['14 maggio 2026', ['2026-05-14']],
    ['14 mei 2026', ['2026-05-14']],
    ['14 marca 2026', ['2026-03-14']],
    ['14 marzec 2026', ['2026-03-14']],
    ['14 października 2026', ['2026-10-14']],
    ['14 février 2026', ['2026-02-14']],
    ['14 juin 2026', ['2026-06-14']],
    ['14 juillet 2026', ['2026-07-14']],
    ['14/10/2569', ['2026-10-14']],
  ])('%s', (text, days) => {
    expect(printedDates([text]).map((date) => date.days)).toEqual([days]);
  });

  test('with a slash the month may come first: both', () => {
    expect(printedDates(['03/04/2026']).map(({ days }) => days)).toEqual([
      ['2026-04-03', '2026-03-04'],
    ]);
  });

  test.each(['31.02.2026', '99/99/2026', 'Customer 4471 0098', '312 kWh', '1,094.17'])(
    '%s is no day',
    (text) => expect(printedDates([text])).toEqual([]),
  );
});

describe('the day of a letter', () => {
  const today = '2026-11-23';
  const given = { today, stated: null, country: null };

  test('is the one that its row calls the date, whatever else stands there', () => {
    const rows = ['Invoice date: 14 July 2026', 'Meter read 20 November 2026'];
    expect(documentDay(rows, given)).toBe('2026-07-14');
  });
  test('is no due date, and no day to come', () => {
    const rows = ['Due date: 1 November 2026', 'Utrecht, 2 October 2026', 'Valid to 2027-01-01'];
    expect(documentDay(rows.slice(1), given)).toBe('2026-10-02');
    expect(documentDay(['15 December 2026'], given)).toBeNull();
  });
  test('that can be read in two ways is the stated one, else the older', () => {
    expect(documentDay(['Date 03/04/2026'], given)).toBe('2026-03-04');
    expect(documentDay(['Date 03/04/2026'], { ...given, stated: '2026-04-03' })).toBe('2026-04-03');
    expect(documentDay(['Date 03/04/2026'], { ...given, stated: '2026-11-20' })).toBe('2026-03-04');
  });
  test('is by its country the day or the month first', () => {
    const printed = ['Date 03/04/2026'];
    expect(documentDay(printed, { ...given, country: 'GBR' })).toBe('2026-04-03');
    expect(documentDay(printed, { ...given, country: 'USA' })).toBe('2026-03-04');
    expect(documentDay(printed, { ...given, country: 'CAN' })).toBe('2026-03-04');
    // Not the other way round because that one is past.
    expect(documentDay(['03/12/2026'], { ...given, country: 'ESP' })).toBeNull();
  });
  test('is not made newer by a newer day anywhere', () => {
    const old = ['Berlin, 3 March 2024', 'Rechnung', 'Printed 20 November 2026'];
    expect(documentDay(old, given)).toBe('2024-03-03');
    expect(documentDay(['Invoice date: 3 March 2024', 'Date: 20 November 2026'], given)).toBe(
      '2024-03-03',
    );
  });
  test('is beside its own label, also where the label is above it or another day beside it', () => {
    expect(documentDay(['Invoice date', '14 July 2026', 'Printed 1 May 2026'], given)).toBe(
      '2026-07-14',
    );
    expect(documentDay(['Invoice date 14 July 2026 Due date 1 August 2026'], given)).toBe(
      '2026-07-14',
    );
    expect(documentDay(['Due date 1 August 2026', 'Date of birth 10.03.1990'], given)).toBeNull();
  });
  test('is of a statement that has no other day the first of its period', () => {
    expect(documentDay(['Period 01.09.2026 to 30.09.2026'], given)).toBe('2026-09-01');
  });
  test('lies whole days back', () => {
    expect(daysBetween('2026-10-14', today)).toBe(40);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });
});
