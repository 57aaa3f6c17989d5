import { QueryClient } from '@tanstack/react-query';
import { pauseBeforeRetry, worthRetrying } from './refusal';

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The live stream says what changed; polling on focus would only repeat it.
      queries: {
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        retry: worthRetrying,
        retryDelay: pauseBeforeRetry,
      },
      // Acts carry their own id, so they are sent again when no answer came.
      mutations: { retry: worthRetrying, retryDelay: pauseBeforeRetry, networkMode: 'always' },
    },
  });
}
