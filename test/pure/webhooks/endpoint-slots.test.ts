import { createEndpointSlots } from '../../../activities/webhooks/endpoint-slots';
import { newId } from '../../../shared/ids';

describe("a slow endpoint's tries", () => {
  test('take its own slots and no other', () => {
    const slots = createEndpointSlots(2);
    const [slow, healthy] = [newId('webhookEndpoint'), newId('webhookEndpoint')];
    expect(slots.take(slow)).not.toBeNull();
    expect(slots.take(slow)).not.toBeNull();
    expect(slots.take(slow)).toBeNull();
    expect(slots.take(healthy)).not.toBeNull();
  });

  test('give them back', () => {
    const slots = createEndpointSlots(1);
    const id = newId('webhookEndpoint');
    for (let round = 0; round < 3; round += 1) {
      const release = slots.take(id);
      expect(release).not.toBeNull();
      expect(slots.take(id)).toBeNull();
      release?.();
    }
  });
});
