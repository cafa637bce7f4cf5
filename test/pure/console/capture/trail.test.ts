import { Trail } from '../../../../services/console/capture/page/trail';

/** The entries of a browser's history, as it keeps them. */
class Entries {
  entries: unknown[] = [null];
  index = 0;

  get state(): unknown {
    return this.entries[this.index];
  }

  pushState(state: unknown): void {
    this.entries = [...this.entries.slice(0, this.index + 1), state];
    this.index += 1;
  }

  replaceState(state: unknown): void {
    this.entries[this.index] = state;
  }
}

test('each screen is one entry, however often it is drawn', () => {
  const [entries, trail] = begin();
  for (const key of ['start', 'start', 'consent', 'consent', 'selfie']) trail.show(key);
  expect(entries.entries).toHaveLength(3);
  expect(trail.canGoBack).toBe(true);
});

test('a step back that leads to another screen takes the place of the one that stood there', () => {
  const [entries, trail] = begin();
  for (const key of ['start', 'document_front', 'selfie']) trail.show(key);
  entries.index -= 1;
  expect(trail.stepped(entries.state)).toBe('document_front');
  trail.show('review');
  expect(entries.entries).toHaveLength(3);
  expect(entries.index).toBe(1);
  trail.show('document_front');
  expect(entries.index).toBe(2);
});

test('a reload keeps its place, and the first screen has nothing behind it', () => {
  const [entries, trail] = begin();
  trail.show('start');
  expect(trail.canGoBack).toBe(false);
  trail.show('consent');
  const again = new Trail(entries);
  again.show('consent');
  expect(entries.entries).toHaveLength(2);
  expect(again.canGoBack).toBe(true);
});

test("another page's entry is no screen of ours", () => {
  const [, trail] = begin();
  expect(
    [null, 'x', { verifa: 3 }, { verifa: { index: '1', key: 'start' } }].map((state) =>
      trail.stepped(state),
    ),
  ).toEqual([null, null, null, null]);
});

function begin(): readonly [Entries, Trail] {
  const entries = new Entries();
  return [entries, new Trail(entries)];
}
