import {
  createPageSecret,
  linkKeyOf,
} from '../../../../services/console/capture/server/page-secret';

/** As the server takes it (`services/api/capture/capture-client.ts`). */
const form = /^[A-Za-z0-9_-]{32}$/;

const refusing = {
  getItem: () => {
    throw new Error('denied');
  },
  setItem: () => {
    throw new Error('denied');
  },
};

function storage() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

let next = 0;
function counting(bytes: Uint8Array<ArrayBuffer>) {
  next += 1;
  return bytes.fill(next);
}

test('a secret is made once for a link, and found again by the next page of it', () => {
  const [tab, device] = [storage(), storage()];
  const secret = createPageSecret([tab, device], 'link', counting);
  expect(secret.kept()).toBeNull();
  const made = secret.make();
  expect(made).toMatch(form);
  expect(secret.make()).toBe(made);
  const later = createPageSecret([storage(), device], 'link', counting);
  expect(later.kept()).toBe(made);
  expect(createPageSecret([tab, device], 'other', counting).kept()).toBeNull();
});

test('where storage is refused the secret lasts as long as the page', () => {
  const secret = createPageSecret([refusing], 'link', counting);
  expect(secret.kept()).toBeNull();
  const made = secret.make();
  expect(secret.kept()).toBe(made);
});

test('what is kept of a link tells links apart, and holds nothing of its token', () => {
  const tokens = Array.from({ length: 500 }, (_, index) => `${'Ab3-'.repeat(10)}${String(index)}`);
  expect(new Set(tokens.map(linkKeyOf)).size).toBe(tokens.length);
  for (const token of tokens) expect(token).not.toContain(linkKeyOf(token));
});
