import { defineConfig } from '@playwright/test';

// Runs against a stack that is already up (`./commonweal up --detach`): real parts, nothing stands in for them. Every
// wait is for a condition and generous, so that a machine three times slower fails nothing.
export default defineConfig({
  testDir: 'e2e',
  timeout: 300_000,
  expect: { timeout: 60_000 },
  workers: 1,
  reporter: [['list']],
  use: {
    baseURL: process.env.COMMONWEAL_URL ?? 'http://localhost:8080',
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    // A trace films each page, which takes as much of a small machine as the page itself.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-extensions'],
    },
  },
});
