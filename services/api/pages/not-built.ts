import type { PageLanguage } from '../../../shared/page/manifest';

/** What whoever runs the API without a build is told, in the place of a page. */
export const notBuilt: Pick<PageLanguage, 'tag' | 'sentences'> = {
  tag: 'en',
  sentences: {
    title: 'Verifa Sessions',
    loading: '',
    needsScript: '',
    tooMany: '',
    unavailable:
      'The page has not been built: whoever runs this service has to run `npm run build`.',
  },
};
