import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { CheckEngines } from '../../activities/checks/engines/engines';
import { instantEngines } from '../tools/bench/instant-engines';
import { file } from '../processes/api-caller';
import { eventually } from '../processes/running-process';
import { madeUpPictures } from '../whole-way/made-up-pictures';
import { useBrowser, type Visitor } from './browser/page-browser';
import { personAt, type Person } from './browser/person';
import { say } from './browser/words';
import { startInstantService, type PageService, type PageSession } from './page-service';
import { defineWorkflow } from './page-workflow';

/** Every way through the page that a workflow, an integrator or a person may choose ends where it should. */
let service: PageService;
let card: { readonly front: Buffer; readonly back: Buffer };
let passport: Buffer;
let selfie: Buffer;
beforeAll(async () => {
  const pictures = await madeUpPictures();
  const somebody = await pictures.person(5);
  [service, card, passport, selfie] = await Promise.all([
    startInstantService({ readDocument: readCards }),
    pictures.idCard(somebody),
    pictures.passport(somebody),
    pictures.selfie(5),
  ]);
  await defineWorkflow(service, 'Applicant and address', {
    user_info: [
      { field: 'email', mode: 'required' },
      { field: 'phone', mode: 'required' },
      { field: 'date_of_birth', mode: 'required' },
      { field: 'custom_loyalty_card', mode: 'collect' },
    ],
    proof_of_address: true,
    document_types: [],
    selfie: false,
  });
});
afterAll(() => service.stop());

/** What has two sides is a licence here. */
const readCards: CheckEngines['readDocument'] = async (pages, signal) => {
  const read = await instantEngines.readDocument(pages, signal);
  const { reading } = read;
  if (pages.length < 2 || reading.kind !== 'read') return read;
  const fields = { ...reading.fields, document_type: 'drivers_license' } as const;
  return { ...read, reading: { ...reading, fields } };
};

const browser = useBrowser();
const plain = 'Document and selfie';
const withLiveness = 'Document, selfie and liveness';

interface Begun extends Visitor {
  readonly person: Person;
}

/** Past the consent. */
async function begun({ url }: PageSession): Promise<Begun> {
  const visitor = await browser.visitor(service.origin);
  await visitor.page.goto(url);
  const person = personAt(visitor.page);
  await person.press(say('start.go'));
  await person.press(say('consent.agree'));
  return { ...visitor, person };
}

async function choose(page: Page, type: 'passport' | 'drivers_license'): Promise<void> {
  const person = personAt(page);
  await person.choose(say(`choice.${type}`));
  await person.press(say('choice.go'));
}

/** The integrator uploads these for its person. */
async function uploadByKey(
  { id }: PageSession,
  uploads: readonly (readonly [Buffer, Record<string, string>])[],
  key = service.key,
): Promise<void> {
  for (const [bytes, fields] of uploads) {
    const form = file(bytes, 'picture.jpg', fields);
    const url = `${service.origin}/api/v1/sessions/${id}/documents`;
    const { status, body } = await service.ask('POST', url, { key, form });
    expect([status, body['error'] ?? null]).toEqual([201, null]);
  }
}

const timeline = z.object({
  data: z.array(z.looseObject({ event: z.string(), detail: z.looseObject({}) })),
});

async function toldBy({ id }: PageSession): Promise<readonly unknown[]> {
  const url = `${service.origin}/api/v1/sessions/${id}/events`;
  const { body } = await service.ask('GET', url, { key: service.key });
  const told = timeline.parse(body).data.filter(({ event }) => event === 'signals.step');
  return told.map(({ detail }) => detail['step']);
}

it('a driving licence: front and back, each taken by the page itself', async () => {
  const session = await service.create(plain, { country: 'NL' });
  const { page, camera, person } = await begun(session);
  await camera.show(card.front);
  await choose(page, 'drivers_license');
  await person.sees(say('camera.front.review'));
  // Turned over before the next screen looks: it may not take the front for the back.
  await camera.show(card.back);
  await person.takePicture(say('camera.back.title'));
  await person.sees(say('camera.back.review'));
  await camera.show(selfie);
  await person.takePicture(say('camera.selfie.title'));
  await person.takePicture(say('review.title'));
  for (const piece of ['piece.document_front', 'piece.document_back', 'piece.selfie_done']) {
    await page.getByRole('button', { name: `${say('review.change')} ${say(piece)}` }).waitFor();
  }
  await person.press(say('review.send'));
  await person.sees(say('end.done.title'));
  expect(await service.result(session)).toMatchObject({ result: { status: 'approved' } });
  // The funnel has heard of every screen on the way.
  const way = [
    ...['opened', 'expect', 'consent', 'document_type'],
    ...['id_front', 'id_front', 'id_back', 'id_back', 'selfie', 'selfie', 'review'],
  ];
  // Nobody waits for it: it may come behind the result.
  const steps = await eventually('the last of them', async () => {
    const told = await toldBy(session);
    return told.length < way.length ? undefined : told;
  });
  expect(steps).toEqual(way);
});

it('details and a proof of address as PDF: what is refused is said at its field, and the first one has the focus', async () => {
  const session = await service.create('Applicant and address');
  const { page, context, person } = await begun(session);
  await person.sees(say('info.title'));
  const field = (key: string) => page.getByLabel(say(`field.${key}`), { exact: true });
  const focused = (name: string) =>
    page.waitForFunction((wanted) => document.activeElement?.getAttribute('name') === wanted, name);
  // What the page can tell itself.
  await person.press(say('info.go'));
  await focused('email');
  await field('email').fill('nobody');
  await field('phone').fill('12');
  const born = page.getByRole('group', { name: say('field.date_of_birth') });
  await born.getByLabel(say('info.day')).fill('31');
  await born.getByLabel(say('info.month')).fill('2');
  await born.getByLabel(say('info.year')).fill('1990');
  await person.press(say('info.go'));
  await focused('date_of_birth_day');
  await born.getByLabel(say('info.day')).fill('3');
  // What only the server can: each of them, beside its field.
  await person.press(say('info.go'));
  await page.getByText(say('info.error.email'), { exact: true }).waitFor();
  await page.getByText(say('info.error.phone'), { exact: true }).waitFor();
  await focused('email');
  expect(await field('email').getAttribute('aria-invalid')).toBe('true');
  expect(await born.getByRole('textbox').first().getAttribute('aria-invalid')).toBe('false');
  await field('email').fill('ada@example.com');
  await field('phone').fill('+44 20 7946 0000');
  await person.press(say('info.go'));

  await person.sees(say('camera.proof.title'));
  await page.getByLabel(say('camera.proof.type')).selectOption('utility_bill');
  await page.getByLabel(say('camera.proof.date')).fill(new Date().toISOString().slice(0, 10));
  await person.press(say('way.go_on'));
  const printer = await context.newPage();
  await printer.setContent('<h1>City Power</h1><p>A. Example, 1 Sample Street</p>');
  const bill = await printer.pdf();
  await printer.close();
  await person.sendFile(bill, say('review.title'), 'application/pdf');
  await person.press(say('review.send'));
  await person.sees(say('end.done.title'));
  const { id } = session;
  const stored = await service.ask('GET', `${service.origin}/api/v1/sessions/${id}/documents`, {
    key: service.key,
  });
  expect(stored.body['data']).toEqual([
    expect.objectContaining({ doc_type: 'proof_of_address', mime_type: 'application/pdf' }),
  ]);
});

it('a selfie that the integrator has already: the page asks for the rest only', async () => {
  const session = await service.create(plain, { country: 'NL' });
  await uploadByKey(session, [[selfie, { document_type: 'selfie' }]]);
  const { page, person } = await begun(session);
  await choose(page, 'passport');
  await person.sendFile(passport, say('review.title'));
  await person.press(say('review.send'));
  await person.sees(say('end.done.title'));
  expect(await service.result(session)).toMatchObject({ result: { status: 'approved' } });
});

it('who cannot make the movements says so, and a person decides', async () => {
  const session = await service.create(withLiveness, { country: 'NL' });
  await uploadByKey(session, [
    [
      passport,
      { document_type: 'id_front', id_document_type: 'passport', id_document_country: 'NL' },
    ],
    [selfie, { document_type: 'selfie' }],
  ]);
  const { person } = await begun(session);
  await person.sees(say('liveness.title'));
  await person.press(say('liveness.decline'));
  await person.sees(say('review.title'));
  await person.press(say('review.send'));
  await person.sees(say('end.under_review.title'));
  expect(await service.result(session)).toMatchObject({ status: 'under_review' });
});

describe('a test session', () => {
  it.each([
    ['approve', 'approved'],
    ['reject', 'rejected'],
  ] as const)(
    'says that it is one, and ends by %s as its tester wants',
    async (choice, outcome) => {
      const session = await service.create(plain, { country: 'NL' }, service.sandboxKey);
      await uploadByKey(
        session,
        [
          [
            passport,
            { document_type: 'id_front', id_document_type: 'passport', id_document_country: 'NL' },
          ],
          [selfie, { document_type: 'selfie' }],
        ],
        service.sandboxKey,
      );
      const { page, person } = await begun(session);
      await page.getByText(say('sandbox.banner'), { exact: true }).waitFor();
      await person.press(say('review.send'));
      await person.sees(say('sandbox.title'));
      await person.press(say(`sandbox.${choice}`));
      await person.sees(say('end.done.title'));
      const result = await service.result(session, service.sandboxKey);
      expect(result).toMatchObject({ status: 'completed', result: { status: outcome } });
    },
  );

  it('ends from the banner before anything is captured, and goes to review', async () => {
    const session = await service.create(plain, {}, service.sandboxKey);
    const { page, person } = await begun(session);
    await page.getByText(say('sandbox.banner'), { exact: true }).click();
    await person.press(say('sandbox.needs_review'));
    await person.sees(say('end.under_review.title'));
    const result = await service.result(session, service.sandboxKey);
    expect(result).toMatchObject({ status: 'under_review' });
  });
});
