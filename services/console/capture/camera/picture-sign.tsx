import type { CameraUse } from './kept-camera';

/** A drawing of what is asked for. */
export function PictureSign({ use }: { readonly use: CameraUse }) {
  return (
    <svg class="picture-sign" viewBox="0 0 96 64" aria-hidden="true" focusable="false">
      {use === 'document' ? (
        <>
          <rect x="8" y="6" width="80" height="52" rx="6" />
          <rect x="17" y="18" width="22" height="27" rx="3" />
          <path d="M48 20h30M48 30h30M48 40h20M17 51h61" />
        </>
      ) : (
        <>
          <ellipse cx="48" cy="27" rx="15" ry="19" />
          <path d="M20 60c3-10 14-14 28-14s25 4 28 14" />
          <path d="M42 24h.1M54 24h.1M43 34c3 3 7 3 10 0" />
        </>
      )}
    </svg>
  );
}
