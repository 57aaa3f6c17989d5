// @vitest-environment jsdom
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import createClient from 'openapi-fetch';
import { afterEach, expect, test } from 'vitest';
import { csrfToken, manners, onSignedOut } from './http';
import { pauseBeforeRetry, Refusal, Unreachable, worthRetrying } from './refusal';

type Paths = {
  '/thing': {
    put: {
      requestBody: { content: { 'application/json': object } };
      responses: { 200: { content: { 'application/json': object } } };
    };
  };
};

let server: Server | undefined;
afterEach(() => server?.close());

/** A client with our manners against a real server that answers as told. */
async function clientOf(answer: (asked: IncomingMessage, given: ServerResponse) => void) {
  const started = createServer(answer);
  server = started;
  await new Promise<void>((ready) => started.listen(0, '127.0.0.1', ready));
  const client = createClient<Paths>({
    baseUrl: `http://127.0.0.1:${(started.address() as AddressInfo).port}`,
  });
  client.use(manners);
  return client;
}

test('a refusal keeps its kind, its words and its fields', async () => {
  const client = await clientOf((_, given) => {
    given.writeHead(422, { 'content-type': 'application/problem+json' });
    given.end(
      JSON.stringify({
        type: 'urn:commonweal:refusal:purpose-incomplete',
        detail: 'The measure is missing.',
        errors: [{ pointer: '/measure', message: 'missing' }],
      }),
    );
  });
  const refusal = await client.PUT('/thing', { body: {} }).catch((error) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({
    status: 422,
    kind: 'purpose-incomplete',
    message: 'The measure is missing.',
    problem: { errors: [{ pointer: '/measure' }] },
  });
});

test('silence is told apart from refusal, and is worth another try with the same id', async () => {
  const client = await clientOf((asked) => asked.socket.destroy());
  const silence = await client.PUT('/thing', { body: {} }).catch((error) => error);
  expect(silence).toBeInstanceOf(Unreachable);
  expect(worthRetrying(0, silence)).toBe(true);
  expect(worthRetrying(3, silence)).toBe(false);
});

test('a refusal is final unless the server only needs time, and then its own pause is kept', async () => {
  expect(worthRetrying(0, new Refusal(409, {}))).toBe(false);
  expect(worthRetrying(0, new Refusal(503, {}, 2))).toBe(true);
  expect(pauseBeforeRetry(0, new Refusal(503, {}, 2))).toBe(2000);
});

test('a write carries the token of the session', async () => {
  // biome-ignore lint/suspicious/noDocumentCookie: this is how the gateway hands it over.
  document.cookie = 'XSRF-TOKEN=a%2Fb';
  expect(csrfToken()).toBe('a/b');
  let carried: string | string[] | undefined;
  const client = await clientOf((asked, given) => {
    if (asked.method === 'OPTIONS') {
      given.writeHead(204, {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': '*',
        'access-control-allow-headers': '*, x-xsrf-token, content-type',
      });
      given.end();
      return;
    }
    carried = asked.headers['x-xsrf-token'];
    given.writeHead(200, {
      'content-type': 'application/json',
      'access-control-allow-origin': '*',
    });
    given.end('{}');
  });
  await client.PUT('/thing', { body: {} });
  expect(carried).toBe('a/b');
});

test('a session that ended is told to whoever listens', async () => {
  let told = 0;
  const stop = onSignedOut(() => told++);
  const client = await clientOf((_, given) => given.writeHead(401).end());
  await client.PUT('/thing', { body: {} }).catch(() => {});
  stop();
  await client.PUT('/thing', { body: {} }).catch(() => {});
  expect(told).toBe(1);
});
