import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const gateway = 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: { target: 'es2023', reportCompressedSize: false },
  worker: { format: 'es' },
  server: {
    // The gateway holds the session; in development Vite only serves the files.
    proxy: Object.fromEntries(
      ['/api', '/ballot-boxes', '/oauth2', '/login', '/logout'].map((path) => [
        path,
        { target: gateway },
      ]),
    ),
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    // A test that needs a document says so itself: setting one up costs a second.
    environment: 'node',
    pool: 'threads',
    // Long enough for a machine three times slower that is busy with other work, too.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
