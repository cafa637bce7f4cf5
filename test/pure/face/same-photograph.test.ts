import {
  photographLikeness,
  samePhotograph,
  type FacePlane,
} from '../../../activities/checks/engines/face/liveness/same-photograph';

const [width, height] = [104, 120];

/** A textured thing with its points in the places of a face's; `from` says where each pixel comes from. */
function drawn(
  texture: (x: number, y: number) => number,
  from: (x: number, y: number) => { x: number; y: number } = (x, y) => ({ x, y }),
): FacePlane {
  const values = Float32Array.from({ length: width * height }, (_, at) => {
    const place = from(at % width, Math.floor(at / width));
    return texture(place.x, place.y);
  });
  const points = Array.from({ length: 68 }, (_, index) => ({
    x: 12 + ((index * 37) % 80),
    y: 12 + ((index * 53) % 96),
  }));
  return { plane: { width, height, values }, points };
}

/** Spots of brightness drawn by a seed, smooth in between: no two seeds are bent into each other. */
function texture(seed: number): (x: number, y: number) => number {
  const spotPx = 6;
  const spot = (column: number, row: number): number => {
    const mixed = Math.sin(column * 127.1 + row * 311.7 + seed * 74.7) * 43_758.5453;
    return 40 + 170 * (mixed - Math.floor(mixed));
  };
  return (x, y) => {
    const [column, row] = [Math.floor(x / spotPx), Math.floor(y / spotPx)];
    const [right, down] = [x / spotPx - column, y / spotPx - row];
    const upper = spot(column, row) * (1 - right) + spot(column + 1, row) * right;
    const lower = spot(column, row + 1) * (1 - right) + spot(column + 1, row + 1) * right;
    return upper * (1 - down) + lower * down;
  };
}
const bent = (x: number, y: number) => ({
  x: x + 4 * Math.sin(y / 30),
  y: y + 3 * Math.cos(x / 28),
});

it('a picture bent smoothly, lit from one side and noisy is still the same photograph', () => {
  const original = drawn(texture(1));
  const again = drawn(texture(1), bent);
  const lightened = again.plane.values.map(
    (value, at) => value * (0.85 + (0.3 * (at % width)) / width) + ((at * 7919) % 5) - 2,
  );
  const plane = { ...again.plane, values: lightened };
  expect(photographLikeness(original, { ...again, plane })).toBeGreaterThanOrEqual(
    samePhotograph.alike,
  );
});

it('another picture is not', () => {
  expect(photographLikeness(drawn(texture(1)), drawn(texture(2)))).toBeLessThan(
    samePhotograph.alike,
  );
});

it('where there is nothing to see nothing is known', () => {
  const flat = drawn(() => 128);
  expect(photographLikeness(flat, flat)).toBeNull();
});
