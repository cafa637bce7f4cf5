import type { Page } from 'playwright-core';
import { toDataURL } from 'qrcode';
import type { ErrorCode } from '../../../shared/domain/errors/catalogue';
import type { CanvasCamera } from '../browser/canvas-camera';
import type { wordsOf } from '../browser/words';
import { answerState, answerStep, refuseStep } from './answering';
import { closed, handedOff, live } from './standing';

export interface Gallery {
  readonly page: Page;
  readonly camera: CanvasCamera;
  /** The page's own words in the language it is shown in. */
  readonly say: ReturnType<typeof wordsOf>;
  readonly document: Buffer;
  /** Opens the link. */
  readonly open: () => Promise<void>;
  readonly press: (key: string, values?: Readonly<Record<string, string>>) => Promise<void>;
}

export interface GalleryScreen {
  readonly name: string;
  /** The key of its title. */
  readonly title: string;
  readonly reach: (gallery: Gallery) => Promise<void>;
}

const withState =
  (state: string, ...keys: readonly string[]) =>
  async (gallery: Gallery): Promise<void> => {
    await answerState(gallery.page, state);
    await gallery.open();
    for (const key of keys) await gallery.press(key);
  };

const refused =
  (code: ErrorCode) =>
  async ({ page, open }: Gallery): Promise<void> => {
    await refuseStep(page, 'state', code);
    await open();
  };

/** A file instead of the camera, which is on every picture's first screen. */
async function choose({ page, document }: Gallery): Promise<void> {
  await page
    .locator('input[type=file]:not([capture])')
    .first()
    .setInputFiles({ name: 'front.jpg', mimeType: 'image/jpeg', buffer: document });
}

/** Nobody has been asked for the camera yet. */
const beforeTheCamera =
  (due: 'id_front' | 'id_back' | 'selfie') =>
  async (gallery: Gallery): Promise<void> => {
    await gallery.page.addInitScript(() => {
      navigator.permissions.query = () => Promise.reject(new Error('it does not say'));
    });
    await withState(live(due))(gallery);
    await gallery.page
      .getByRole('button', { name: gallery.say('camera.turn_on'), exact: true })
      .waitFor();
  };

const unread = live('document_type', { consent_given: false });
const otherLink = 'https://verify.example/verify/another';

/** Every screen that a person can come to, in the order in which they would. */
export const galleryScreens: readonly GalleryScreen[] = [
  { name: 'start', title: 'start.title', reach: withState(unread) },
  {
    name: 'start-in-sandbox',
    title: 'start.title',
    reach: withState(live('document_type', { consent_given: false, is_sandbox: true })),
  },
  {
    name: 'start-help',
    title: 'start.title',
    async reach(gallery) {
      await withState(unread)(gallery);
      await gallery.page.getByText(gallery.say('frame.help')).first().click();
    },
  },
  { name: 'consent', title: 'consent.title', reach: withState(unread, 'start.go') },
  {
    name: 'consent-refused',
    title: 'refused.title',
    async reach(gallery) {
      await answerStep(gallery.page, 'consent', {});
      await answerStep(gallery.page, 'signals', {
        accepted: true,
        status: 'capturing',
        nonce: 'n',
      });
      await withState(unread, 'start.go', 'consent.refuse')(gallery);
    },
  },
  { name: 'document-choice', title: 'choice.title', reach: withState(live('document_type')) },
  { name: 'document-front', title: 'camera.front.title', reach: beforeTheCamera('id_front') },
  {
    name: 'document-camera',
    title: 'camera.front.title',
    async reach(gallery) {
      await withState(live('id_front'))(gallery);
      await gallery.page.getByText(gallery.say('camera.hint.no_document')).first().waitFor();
    },
  },
  {
    name: 'document-camera-denied',
    title: 'camera.trouble.denied.title',
    async reach(gallery) {
      await gallery.camera.fail('NotAllowedError');
      await withState(live('id_front'))(gallery);
    },
  },
  {
    name: 'document-looked-at',
    title: 'camera.front.review',
    async reach(gallery) {
      await beforeTheCamera('id_front')(gallery);
      await choose(gallery);
    },
  },
  {
    name: 'document-advised',
    title: 'camera.advised.title',
    async reach(gallery) {
      const hints = { glare: true, retake: true };
      await answerStep(gallery.page, 'documents', { id: 'doc_1', hints });
      await beforeTheCamera('id_front')(gallery);
      await choose(gallery);
      await gallery.press('camera.use');
    },
  },
  {
    name: 'document-refused',
    title: 'trouble.file_type.title',
    async reach(gallery) {
      await refuseStep(gallery.page, 'documents', 'unsupported_file_type');
      await beforeTheCamera('id_front')(gallery);
      await choose(gallery);
      await gallery.press('camera.use');
    },
  },
  { name: 'document-back', title: 'camera.back.title', reach: beforeTheCamera('id_back') },
  { name: 'selfie', title: 'camera.selfie.title', reach: beforeTheCamera('selfie') },
  {
    name: 'selfie-camera',
    title: 'camera.selfie.title',
    async reach(gallery) {
      await withState(live('selfie'))(gallery);
      await gallery.page.getByText(gallery.say('camera.face_hint.no_face')).first().waitFor();
    },
  },
  { name: 'liveness', title: 'liveness.title', reach: withState(live('liveness')) },
  { name: 'user-info', title: 'info.title', reach: withState(live('user_info.first_name')) },
  {
    name: 'user-info-refused',
    title: 'info.title',
    async reach(gallery) {
      await withState(live('user_info.first_name'), 'info.go')(gallery);
      await gallery.page.getByText(gallery.say('info.error.required')).first().waitFor();
    },
  },
  {
    name: 'proof-of-address',
    title: 'camera.proof.title',
    reach: withState(live('proof_of_address')),
  },
  { name: 'review', title: 'review.title', reach: withState(live(null)) },
  {
    name: 'little-time',
    title: 'review.title',
    reach: withState(live(null, { seconds_left: 200 })),
  },
  {
    name: 'time-over',
    title: 'over.title',
    async reach(gallery) {
      const { page, open } = gallery;
      await refuseStep(page, 'state', 'token_unavailable');
      // Asked once, and again when its second is over: nothing that is shown in between can be waited for.
      await answerState(page, live(null, { seconds_left: 1, can_extend: false }), { times: 1 });
      await open();
    },
  },
  {
    name: 'asked-again',
    title: 'asked.title',
    reach: withState(
      live('id_front', {
        asked_again: [
          { piece: 'id_front', reason_code: 'glare', message: 'The number cannot be read.' },
        ],
        required: [{ piece: 'id_front', done: false }],
      }),
    ),
  },
  {
    name: 'handed-off',
    title: 'handoff.title',
    async reach(gallery) {
      const { page } = gallery;
      await answerStep(page, 'handoff', {
        capture_url: otherLink,
        qr_code_data_url: await toDataURL(otherLink),
        expires_at: '2030-01-01T00:00:00Z',
      });
      await withState(unread)(gallery);
      await page.getByText(gallery.say('start.title')).first().waitFor();
      await answerState(page, handedOff({ connected: false, step: 'id_front', done: [] }));
      await gallery.press('start.other_device');
    },
  },
  {
    name: 'phone-connected',
    title: 'handoff.connected',
    reach: withState(handedOff({ connected: true, step: 'selfie', done: ['id_front'] })),
  },
  { name: 'checking', title: 'checking.title', reach: withState(closed('processing')) },
  {
    name: 'sandbox-outcome',
    title: 'sandbox.title',
    reach: withState(closed('sandbox_pending')),
  },
  {
    name: 'end-approved',
    title: 'end.approved.title',
    reach: withState(closed('completed', 'approved')),
  },
  {
    name: 'end-rejected',
    title: 'end.rejected.title',
    reach: withState(closed('completed', 'rejected')),
  },
  {
    name: 'end-under-review',
    title: 'end.under_review.title',
    reach: withState(closed('under_review')),
  },
  { name: 'end-failed', title: 'end.failed.title', reach: withState(closed('failed')) },
  { name: 'end-expired', title: 'end.expired.title', reach: withState(closed('expired')) },
  { name: 'gone', title: 'trouble.gone.title', reach: refused('token_unavailable') },
  { name: 'in-use', title: 'trouble.in_use.title', reach: refused('link_in_use') },
  { name: 'too-busy', title: 'trouble.busy.title', reach: refused('temporarily_unavailable') },
  { name: 'used-up', title: 'trouble.used_up.title', reach: refused('too_many_attempts') },
  { name: 'fault', title: 'trouble.unknown.title', reach: refused('internal_error') },
];
