/** The part of the branding that the preview shows. */
export interface Look {
  readonly displayName: string;
  readonly colour: string;
  readonly radiusPx: number;
  readonly title: string;
  readonly text: string;
  readonly hasSupport: boolean;
  readonly hasPrivacy: boolean;
}

/** As the capture page has them by itself (`capture/styles/tokens.css`). */
export const ownLook = { colour: '#2563eb', radiusPx: 14 } as const;
