import { renderReport, withSections, type Section } from '../../tools/accuracy/report';

const section = (title: string, rate: string, shortfalls: readonly string[] = []): Section => ({
  title,
  words: [`Words of ${title}.`],
  tables: [{ head: ['what', 'rate'], rows: [['it', rate]] }],
  shortfalls,
});

const before = renderReport(
  [section('Faces', '90 %', ['too few']), section('Lists', '80 %', ['too slow: by far'])],
  'a machine',
);

test('a section measured anew takes the place of the old one, its shortfalls too; the others stay', () => {
  const report = withSections(before, [section('Faces', '99 %')], 'a machine');
  expect(report).toBe(
    renderReport(
      [section('Faces', '99 %'), section('Lists', '80 %', ['too slow: by far'])],
      'a machine',
    ),
  );
});

test('a section that was not there stands before the others', () => {
  const report = withSections(
    before,
    [section('Attacks', '0 %', ['one got through'])],
    'a machine',
  );
  expect(report).toBe(
    renderReport(
      [
        section('Attacks', '0 %', ['one got through']),
        section('Faces', '90 %', ['too few']),
        section('Lists', '80 %', ['too slow: by far']),
      ],
      'a machine',
    ),
  );
});

test('measuring nothing anew changes nothing', () => {
  expect(withSections(before, [], 'a machine')).toBe(before);
});
