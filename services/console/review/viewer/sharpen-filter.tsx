import { sharpenId } from './enhancement';

/** What `filterOf` names: the page's policy allows no filter from elsewhere. */
export function SharpenFilter() {
  return (
    <svg className="unseen" aria-hidden="true">
      <filter id={sharpenId} colorInterpolationFilters="sRGB">
        <feConvolveMatrix
          order="3"
          kernelMatrix="0 -1 0 -1 5 -1 0 -1 0"
          edgeMode="duplicate"
          preserveAlpha="true"
        />
      </filter>
    </svg>
  );
}
