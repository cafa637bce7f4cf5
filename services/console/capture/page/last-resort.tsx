/** For the one case in which the page has no words at all: their file could not be loaded. */
const withoutTexts = {
  sentence: 'The page could not be loaded completely. Check your connection, then try again.',
  button: 'Try again',
} as const;

/** In English, for there is nothing else to say it in. */
export function LastResort({ retry }: { readonly retry: () => void }) {
  return (
    <div class="page" lang="en" dir="ltr">
      <section class="step" role="alert">
        <p class="lead">{withoutTexts.sentence}</p>
        <button type="button" class="button primary" onClick={retry}>
          {withoutTexts.button}
        </button>
      </section>
    </div>
  );
}
