import { useCallback, useEffect } from 'preact/hooks';
import type { LookAt } from '../camera/use-looks';
import { pageJudge } from '../judge/page-judge';
import { PictureStep } from './picture-step';
import type { StepProps } from '../step-props';

/** One side of the identity document. */
export function DocumentStep({ side, ...step }: StepProps & { readonly side: 'front' | 'back' }) {
  const { assets, state } = step;
  const lookAt = useCallback<LookAt>(
    async (video) => {
      const look = await pageJudge(assets).document(video);
      return { ...look, hint: `camera.hint.${look.hint}`, isGood: look.hint === 'good' };
    },
    [assets],
  );
  const isFaceNext = state.required.some(({ piece }) => piece === 'selfie' || piece === 'liveness');
  useEffect(() => {
    // While the person gets the document out, there is time for the weights.
    if (isFaceNext) void pageJudge(assets).loadFace();
  }, [assets, isFaceNext]);
  return (
    <PictureStep
      plan={{
        step,
        piece: side === 'front' ? 'id_front' : 'id_back',
        route: 'documents',
        texts: side,
        use: 'document',
        shape: state.documentType === 'passport' ? 'passport' : 'card',
        lookAt,
        formats: state.accepts.formats,
        fields: { side },
        filesFirst: false,
      }}
    />
  );
}
