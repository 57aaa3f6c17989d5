import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  BlindSignatureError,
  type Bytes,
  base64url,
  blind,
  finalize,
  hex,
  prepare,
  type TokenKey,
  unbase64url,
  unhex,
  verify,
} from './blind';

interface Vector {
  name: string;
  msg: string;
  msg_prefix: string;
  prepared_msg: string;
  salt: string;
  inv: string;
  blinded_msg: string;
  blind_sig: string;
  sig: string;
}

// Appendix A of RFC 9474: the same file by which the service's part is tried.
const file = '../../../../../purpose-service/src/test/resources/rfc9474.json';
const known = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as {
  key: { n: string; d: string };
  vectors: Vector[];
};
const key: TokenKey = { modulus: unhex(known.key.n) };

/** As the service signs; in a test the exponent is no secret. */
function sign(blinded: Bytes): Bytes {
  const n = BigInt(`0x${known.key.n}`);
  let base = BigInt(`0x${hex(blinded)}`);
  let result = 1n;
  for (let d = BigInt(`0x${known.key.d}`); d > 0n; d >>= 1n) {
    if (d & 1n) result = (result * base) % n;
    base = (base * base) % n;
  }
  return unhex(result.toString(16).padStart(known.key.n.length, '0'));
}

describe('blind signatures', () => {
  for (const vector of known.vectors)
    it(`come out as ${vector.name} of the standard`, async () => {
      const prepared = prepare(unhex(vector.msg), unhex(vector.msg_prefix));
      expect(hex(prepared)).toBe(vector.prepared_msg);

      const chance = { salt: unhex(vector.salt), inverse: unhex(vector.inv) };
      const asked = await blind(key, prepared, chance);
      expect(hex(asked.blinded)).toBe(vector.blinded_msg);
      expect(hex(sign(asked.blinded))).toBe(vector.blind_sig);

      const saltBytes = vector.salt.length / 2;
      const answer = unhex(vector.blind_sig);
      const signature = await finalize(key, prepared, answer, asked.inverse, saltBytes);
      expect(hex(signature)).toBe(vector.sig);
    });

  it('are another each time, and good each time', async () => {
    const message = new Uint8Array(32);
    const [one, other] = [prepare(message), prepare(message)];
    const [first, second] = [await blind(key, one), await blind(key, other)];
    expect(hex(one)).not.toBe(hex(other));
    expect(hex(first.blinded)).not.toBe(hex(second.blinded));
    const signature = await finalize(key, one, sign(first.blinded), first.inverse);
    expect(await verify(key, one, signature)).toBe(true);
    expect(await verify(key, other, signature)).toBe(false);
  });

  it('fail in one way, whatever is wrong', async () => {
    const prepared = prepare(new Uint8Array(32));
    const { blinded, inverse } = await blind(key, prepared);
    const right = sign(blinded);
    const changed = right.map((byte, at) => (at === 7 ? byte ^ 1 : byte));
    const wrong = [
      [key, prepared, changed, inverse],
      [key, prepared, right.slice(1), inverse],
      [key, prepared, new Uint8Array(0), inverse],
      [key, prepared, new Uint8Array(right.length), inverse],
      [key, prepare(new Uint8Array(32)), right, inverse],
      [
        { modulus: key.modulus.map((byte, at) => (at ? byte ^ 2 : byte)) },
        prepared,
        right,
        inverse,
      ],
    ] as const;
    for (const [by, message, answer, unblind] of wrong) {
      const failure = await finalize(by, message, answer, unblind).catch((error) => error);
      expect(failure).toBeInstanceOf(BlindSignatureError);
      expect(failure.message).toBe(new BlindSignatureError().message);
    }
  });

  it('travel as text and back', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
    expect(unbase64url(base64url(bytes))).toEqual(bytes);
    expect(base64url(bytes)).toMatch(/^[\w-]+$/);
  });
});
