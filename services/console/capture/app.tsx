import { useCallback, useMemo } from 'preact/hooks';
import { chooseScreen } from './flow/choose-screen';
import type { PageAssets } from './page-assets';
import { useCapture } from './page/use-capture';
import { useLanguage } from './page/use-language';
import { LiveScreen } from './screens';
import type { CaptureApi } from './server/capture-api';
import type { CaptureState } from './server/capture-state';
import type { Signals } from './signals/signals';
import type { StepProps } from './steps/step-props';

/** What the page starts with; made in `main.tsx`, from the document it stands in. */
export interface Boot {
  readonly assets: PageAssets;
  readonly api: CaptureApi;
  readonly link: string;
  readonly signals: Signals;
  readonly onState: (state: CaptureState) => void;
  readonly say: (text: string) => void;
}

/** The page: one screen at a time, chosen by what the server says of the session. */
export function App({ boot }: { readonly boot: Boot }) {
  const { api, assets, link, signals, say } = boot;
  const { words } = useLanguage(assets.texts, assets.languages);
  const capture = useCapture(api, boot.onState);
  const { known, place, refresh, move, fail } = capture;
  const next = useCallback(async () => {
    move({ opened: null });
    await refresh();
  }, [move, refresh]);
  const screen = useMemo(() => chooseScreen(known, place), [known, place]);
  if (words === null) return null;
  if (known.kind === 'state' && known.state.kind === 'live') {
    const step: StepProps = {
      state: known.state,
      api,
      t: words.t,
      language: words.language,
      link,
      assets,
      signals,
      next,
      trouble: fail,
      say,
      otherDevice: undefined,
    };
    return <LiveScreen screen={screen} step={step} />;
  }
  return <p>{words.t('frame.loading')}</p>;
}
