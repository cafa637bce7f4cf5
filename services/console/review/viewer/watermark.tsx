import { useId } from 'react';

/** Over a picture, so that a photograph of the screen says whose it was. */
export function Watermark({ text }: { readonly text: string }) {
  const id = useId();
  return (
    <svg className="watermark" aria-hidden="true">
      <pattern
        id={id}
        width="280"
        height="120"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-24)"
      >
        <text x="8" y="60">
          {text}
        </text>
      </pattern>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
