// @vitest-environment jsdom
import { generateKeyPairSync } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hex, unbase64url, unhex, verify } from './blind';
import {
  type BallotKey,
  castSecretly,
  fingerprint,
  forgetPaper,
  isSigned,
  keepPaper,
  keptPaper,
  newPaper,
  receiptOf,
  shortReceipt,
  signedPaper,
} from './paper';

const jwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
  format: 'jwk',
});
const key: BallotKey = { modulus: String(jwk.n) };

/** As the service signs; in a test the exponent is no secret. */
function sign(blinded: string): string {
  const n = BigInt(`0x${hex(unbase64url(key.modulus))}`);
  let base = BigInt(`0x${hex(unbase64url(blinded))}`);
  let result = 1n;
  for (let d = BigInt(`0x${hex(unbase64url(String(jwk.d)))}`); d > 0n; d >>= 1n) {
    if (d & 1n) result = (result * base) % n;
    base = (base * base) % n;
  }
  return Buffer.from(unhex(result.toString(16).padStart(512, '0'))).toString('base64url');
}

async function signed() {
  const paper = await newPaper(key);
  return signedPaper(paper, key, sign(paper.asked?.blinded ?? ''));
}

describe('a voting paper', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    localStorage.clear();
  });

  it('is signed without being seen, and forgets what it took', async () => {
    const paper = await signed();
    expect(isSigned(paper)).toBe(true);
    expect(Object.keys(paper)).toEqual(['token', 'signature']);
    const modulus = { modulus: unbase64url(key.modulus) };
    expect(await verify(modulus, unbase64url(paper.token), unbase64url(paper.signature))).toBe(
      true,
    );
  });

  it('is kept on this device, for one person and one ballot', async () => {
    const paper = await newPaper(key);
    keepPaper('ada', 'one', paper);
    expect(keptPaper('ada', 'one')).toEqual(paper);
    expect(keptPaper('ada', 'other')).toBeUndefined();
    expect(keptPaper('bob', 'one')).toBeUndefined();
    expect(isSigned(keptPaper('ada', 'one'))).toBe(false);
    forgetPaper('ada', 'one');
    expect(keptPaper('ada', 'one')).toBeUndefined();
    localStorage.setItem('commonweal.paper.ada.one', '{');
    expect(keptPaper('ada', 'one')).toBeUndefined();
  });

  it('is cast with nothing that says whose it is', async () => {
    // biome-ignore lint/suspicious/noDocumentCookie: what must not go along
    document.cookie = 'XSRF-TOKEN=canary';
    const sent: RequestInit[] = [];
    vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
      sent.push(init);
      return new Response(null, { status: 204 });
    });
    const paper = await signed();
    await castSecretly('alliance', 'proposal', paper, 'NO');
    expect(sent[0]?.credentials).toBe('omit');
    expect(sent[0]?.referrerPolicy).toBe('no-referrer');
    expect(sent[0]?.headers).toEqual({ 'Content-Type': 'application/json' });
    expect(JSON.parse(String(sent[0]?.body))).toEqual({
      token: paper.token,
      signature: paper.signature,
      choice: 'NO',
    });
    expect(JSON.stringify(sent)).not.toContain('canary');
  });

  it('is found again by its receipt, of which the first letters are shown', async () => {
    const paper = await signed();
    const receipt = await receiptOf(paper);
    expect(receipt).toMatch(/^[0-9a-f]{64}$/);
    expect(await receiptOf({ token: paper.token })).toBe(receipt);
    expect(shortReceipt(receipt)).toMatch(/^([0-9A-F]{4}-){2}[0-9A-F]{4}$/);
    expect(await fingerprint([key])).toMatch(/^([0-9A-F]{4}-){2}[0-9A-F]{4}$/);
  });
});
