import { MantineProvider } from '@mantine/core';
import '@mantine/core/styles.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createAppRouter } from './app/router';
import { createQueryClient } from './shared/api/queryClient';
import { startTexts } from './shared/text/i18n';
import './shared/ui/global.css';
import { SayProvider } from './shared/ui/Say';
import { cssVariables, theme } from './shared/ui/theme';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');

await startTexts();
const router = createAppRouter();

createRoot(place).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={createQueryClient()}>
        <SayProvider>
          <RouterProvider router={router} />
        </SayProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
