import { useCallback } from 'preact/hooks';
import type { LookAt } from '../camera/use-looks';
import { pageJudge } from '../judge/page-judge';
import { PictureStep } from './picture-step';
import type { StepProps } from '../step-props';

/** The person's face. */
export function SelfieStep(step: StepProps) {
  const { assets, state } = step;
  const lookAt = useCallback<LookAt>(
    async (video) => {
      const judge = pageJudge(assets);
      if (!(await judge.loadFace())) throw new Error('nothing to look for a face with');
      const { hint } = await judge.face(video);
      return {
        hint: `camera.face_hint.${hint}`,
        isGood: hint === 'good',
        sharpness: null,
        corners: null,
      };
    },
    [assets],
  );
  return (
    <PictureStep
      plan={{
        step,
        piece: 'selfie',
        route: 'selfie',
        texts: 'selfie',
        use: 'face',
        shape: 'oval',
        lookAt,
        formats: state.accepts.formats,
        fields: {},
        filesFirst: false,
      }}
    />
  );
}
