/** How both pictures are drawn, to see what is faint. Nothing of it changes a picture. */
export interface Enhancement {
  readonly hasContrast: boolean;
  readonly isSharpened: boolean;
  readonly isInverted: boolean;
}

export const enhancementNames = ['hasContrast', 'isSharpened', 'isInverted'] as const;

export const asItIs: Enhancement = { hasContrast: false, isSharpened: false, isInverted: false };

/** The id of the filter that `SharpenFilter` draws into the page. */
export const sharpenId = 'viewer-sharpen';

/** As CSS takes it. */
export function filterOf({ hasContrast, isSharpened, isInverted }: Enhancement): string {
  const parts = [
    ...(isSharpened ? [`url(#${sharpenId})`] : []),
    ...(hasContrast ? ['contrast(1.7)'] : []),
    ...(isInverted ? ['invert(1)'] : []),
  ];
  return parts.length === 0 ? 'none' : parts.join(' ');
}
