import type { Place } from '../judge/grey-image';

/** Follows the document that is found, so that a person sees what is seen. */
export function FoundOutline({ corners }: { readonly corners: readonly Place[] }) {
  const points = corners.map(({ x, y }) => `${(x * 100).toFixed(1)},${(y * 100).toFixed(1)}`);
  return (
    <svg class="found-outline" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      <polygon points={points.join(' ')} />
    </svg>
  );
}
