import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { I18nProvider } from 'react-aria-components';
import { ServiceProvider, type Service } from './api/context';
import { ArrivalProvider } from './parts/arrival';
import { Boundary } from './parts/boundary';
import { ConnectionBanner } from './parts/connection-banner';
import { ShortcutProvider } from './parts/shortcut';
import { ToastProvider } from './parts/toast';
import { WordsProvider } from './parts/words';
import type { createConsoleRouter } from './router';
import type { Translate } from './texts';

export interface AppProps {
  readonly language: string;
  readonly t: Translate;
  readonly service: Service;
  readonly client: QueryClient;
  readonly router: ReturnType<typeof createConsoleRouter>;
}

/** What every screen stands in. */
export function App({ language, t, service, client, router }: AppProps) {
  return (
    <I18nProvider locale={language}>
      <WordsProvider value={{ language, t }}>
        <Boundary>
          <ServiceProvider value={service}>
            <QueryClientProvider client={client}>
              <ShortcutProvider>
                <ToastProvider>
                  <ConnectionBanner />
                  <ArrivalProvider>
                    <RouterProvider router={router} />
                  </ArrivalProvider>
                </ToastProvider>
              </ShortcutProvider>
            </QueryClientProvider>
          </ServiceProvider>
        </Boundary>
      </WordsProvider>
    </I18nProvider>
  );
}
