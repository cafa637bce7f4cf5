import type { LivenessChallenge } from '../../../../shared/domain/checks/liveness-challenge';

const mouths = {
  closed: 'M38 64q12 4 24 0',
  smiling: 'M34 60q16 18 32 0',
  open: 'M42 60a8 10 0 1016 0a8 10 0 10-16 0',
} as const;

/** Where an arrow points; as in the preview, which is a mirror: one's own left is on the left. */
const arrows: Readonly<Partial<Record<LivenessChallenge, string>>> = {
  turn_left: 'M14 50H2m5-6l-6 6 6 6',
  turn_right: 'M86 50h12m-5-6l6 6-6 6',
  look_up: 'M50 12V2m-6 5l6-6 6 6',
  nod: 'M50 88v10m-6-5l6 6 6-6',
};

/** A drawn face that makes the movement asked for; words beside it say the same. */
export function MovementSign({ asked }: { readonly asked: LivenessChallenge | 'neutral' }) {
  const arrow = asked === 'neutral' ? undefined : arrows[asked];
  const isMouth = asked === 'smile' || asked === 'open_mouth';
  return (
    <svg
      class={`movement-sign ${asked}`}
      viewBox="0 0 100 100"
      aria-hidden="true"
      focusable="false"
    >
      <ellipse class="head" cx="50" cy="50" rx="32" ry="38" />
      <g class="features">
        <g class="eyes">
          <ellipse cx="38" cy="42" rx="4" ry="5" />
          <ellipse cx="62" cy="42" rx="4" ry="5" />
        </g>
        <path class="lids" d="M33 43q5 4 10 0M57 43q5 4 10 0" />
        <path class="nose" d="M50 46v8" />
        <path class="mouth at-rest" d={mouths.closed} />
        {isMouth && (
          <path class="mouth moved" d={asked === 'smile' ? mouths.smiling : mouths.open} />
        )}
      </g>
      {arrow !== undefined && <path class="arrow" d={arrow} />}
    </svg>
  );
}
