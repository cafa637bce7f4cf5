const shapes = {
  back: 'M15 5l-7 7 7 7',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  document:
    'M4 6h16v12H4zM7.5 15c.4-1.6 1.4-2.4 2.5-2.4s2.1.8 2.5 2.4M10 12a1.6 1.6 0 100-3.2 1.6 1.6 0 000 3.2zM15 10h2.5M15 13.5h2.5',
  face: 'M12 3c4 0 6.5 2.8 6.5 7.5S16 20 12 20s-6.5-4.8-6.5-9.5S8 3 12 3zM9.5 10v.5M14.5 10v.5M9.5 14.5c1.5 1.3 3.5 1.3 5 0',
  move: 'M4 12h16M7 8l-4 4 4 4M17 8l4 4-4 4',
  pencil: 'M5 19l1-4L16.5 4.5l3 3L9 18l-4 1z',
  home: 'M4 11l8-7 8 7M6 10v9h12v-9M10.5 19v-5h3v5',
  phone:
    'M8 3h8a1.5 1.5 0 011.5 1.5v15A1.5 1.5 0 0116 21H8a1.5 1.5 0 01-1.5-1.5v-15A1.5 1.5 0 018 3zM11 18h2',
  globe:
    'M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17zM3.5 12h17M12 3.5c-5 5-5 12 0 17 5-5 5-12 0-17z',
  clock: 'M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17zM12 7.5V12l3 2',
  sun: 'M12 8a4 4 0 100 8 4 4 0 000-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3',
  alert: 'M12 4l9 16H3zM12 10v4.5M12 17.3v.2',
  question:
    'M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17zM9.5 9.5a2.5 2.5 0 113.8 2.1c-.9.6-1.3 1-1.3 2M12 16.5v.2',
} as const;

export type IconName = keyof typeof shapes;

/** A drawing beside words that say the same: nothing for a screen reader. */
export function Icon({
  name,
  large = false,
}: {
  readonly name: IconName;
  readonly large?: boolean;
}) {
  return (
    <svg
      class={`icon${large ? ' large' : ''}${name === 'back' ? ' turns' : ''}`}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
