import { pageLanguage } from '../../../../services/api/pages/page-language';
import { captureHtml } from '../../../../shared/page/capture-html';
import type { CaptureManifest, PageLanguage } from '../../../../shared/page/manifest';

const language = (tag: string): PageLanguage => ({
  tag,
  texts: `texts-${tag}.json`,
  sentences: { title: 't', loading: 'l', needsScript: 'n', tooMany: 'm', unavailable: 'u' },
});
const languages: CaptureManifest['languages'] = [language('en'), language('ar'), language('de')];
const browser = (wanted: string) => (tags: readonly string[]) =>
  tags.find((tag) => tag === wanted) ?? false;

it.each([
  ['the address before all else', ['de', 'ar'], 'en', 'de'],
  ['the integrator, where the address says nothing', [undefined, 'ar'], 'de', 'ar'],
  ['the integrator, where the address names none that there is', ['tlh', 'ar'], 'de', 'ar'],
  ['the browser, where nobody says anything', [undefined, null], 'de', 'de'],
  ['the first, where nobody names one that there is', ['tlh', 'xx-YY'], 'zz', 'en'],
  ['a region in its language', ['de-AT', null], 'en', 'de'],
  ['whatever the letters', ['AR-eg', null], 'en', 'ar'],
  ['an empty one as none', ['', null], 'de', 'de'],
] as const)('%s', (_name, asked, accepted, tag) => {
  expect(pageLanguage(languages, asked, browser(accepted)).tag).toBe(tag);
});

const capture: CaptureManifest = {
  script: 'capture.js',
  chunks: [],
  styles: [],
  judgeWorker: null,
  faceWeights: null,
  languages,
};

it.each([
  ['ar', 'rtl'],
  ['de', 'ltr'],
])('%s is written %s from its first byte', (tag, dir) => {
  const page = { capture, embeddable: [], base: '', theme: null } as const;
  const html = captureHtml({ ...page, language: language(tag) });
  expect(html).toContain(`<html lang="${tag}" dir="${dir}">`);
  expect(html).toContain(`data-texts="/assets/texts-${tag}.json"`);
});

it('what stands in an attribute cannot end it', () => {
  const html = captureHtml({
    capture,
    language: language('en'),
    embeddable: ['https://a.example/"><script>alert(1)</script>'],
    base: '',
    theme: null,
  });
  expect(html).not.toContain('<script>');
});
