import { sha256 } from '../../../shared/crypto/seal';
import type { RunningApi } from '../running-api';
import { text } from '../../processes/api-caller';
import { consent, linkAt, newLink } from './capture-link';
import { setLivenessStage, type LivenessStage } from './liveness-stage';

let stage: LivenessStage;
let api: RunningApi;
const begun: LivenessStage['begun'] = () => stage.begun();
const challenged: LivenessStage['challenged'] = (...asked) => stage.challenged(...asked);
const send: LivenessStage['send'] = (...sent) => stage.send(...sent);

beforeAll(async () => {
  stage = await setLivenessStage();
  ({ api } = stage);
});
beforeEach(async () => {
  await stage.askForLiveness(true);
});
afterAll(() => api.stop());

describe('the challenge', () => {
  it('three different ones, a nonce, two minutes', async () => {
    const { nonce, challenges, expires_at: expiresAt } = await challenged(await begun());
    expect(nonce).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(new Set(challenges).size).toBe(3);
    const leftMs = expiresAt.getTime() - Date.now();
    expect(leftMs).toBeGreaterThan(60_000);
    expect(leftMs).toBeLessThanOrEqual(120_000);
  });

  it('only after consent, and only where the workflow asks for it', async () => {
    const link = await newLink(api);
    expect((await link.post('liveness/challenge')).body).toMatchObject({
      status_code: 409,
      error: 'consent_required',
    });
    await stage.askForLiveness(false);
    const unasked = await (await begun()).post('liveness/challenge');
    expect(unasked.status).toBe(422);
    expect(unasked.body['errors']).toMatchObject([{ field: 'liveness', code: 'not_asked' }]);
  });

  it('asked for again it is the same one under a fresh nonce, at most twenty a capture', async () => {
    const link = await begun();
    const first = await challenged(link);
    const nonces = new Set([first.nonce]);
    for (let count = 2; count <= 20; count += 1) {
      const { nonce, challenges } = await challenged(link);
      expect(challenges).toEqual(first.challenges);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(20);
    expect((await link.post('liveness/challenge')).body).toMatchObject({
      status_code: 429,
      error: 'too_many_attempts',
    });
  });

  it('a set that was stored buys no other draw', async () => {
    const link = await begun();
    const first = await challenged(link, { colours: true });
    for (let set = 1; set <= 3; set += 1) {
      expect((await send(link, (await challenged(link)).nonce)).status).toBe(201);
      const { challenges, colours } = await challenged(link, { colours: true });
      expect({ challenges, colours }).toEqual({
        challenges: first.challenges,
        colours: first.colours,
      });
    }
  });

  it('a resumed session keeps it', async () => {
    const link = await begun();
    const first = await challenged(link);
    await api.ask('POST', `/api/v1/sessions/${link.id}/expire`);
    const { body } = await api.ask('POST', `/api/v1/sessions/${link.id}/resume`);
    const resumed = linkAt(link.id, text(body, 'capture_url'));
    await consent(resumed);
    expect((await challenged(resumed)).challenges).toEqual(first.challenges);
  });

  it('colours only where the page asks for them, and then the same until it is answered', async () => {
    const link = await begun();
    expect((await challenged(link)).colours).toBeNull();
    const { colours } = await challenged(link, { colours: true });
    expect(colours).toHaveLength(12);
    expect((await challenged(link, { colours: false })).colours).toBeNull();
    expect((await challenged(link, { colours: true })).colours).toEqual(colours);
    const other = await challenged(await begun(), { colours: true });
    expect(other.colours).not.toEqual(colours);
  });

  it('the database knows the nonce by its hash only', async () => {
    const { nonce } = await challenged(await begun());
    const rows = await api.db.selectFrom('liveness_challenges').selectAll().execute();
    expect(rows.some((row) => row.nonce_hash.equals(sha256(nonce)))).toBe(true);
    expect(JSON.stringify(rows)).not.toContain(nonce);
  });
});
