/**
 * The voter's part of RFC 9474 (RSA blind signatures), variant RSABSSA-SHA384-PSS-Randomized: what is signed is
 * chosen and blinded here, so that whoever signs cannot know it again.
 */

export type Bytes = Uint8Array<ArrayBuffer>;

/** The public part of a ballot's token key, unsigned and big-endian. */
export interface TokenKey {
  modulus: Bytes;
}

/** What is asked of the signer, and what it takes to make a signature of the answer. */
export interface Blinding {
  blinded: Bytes;
  inverse: Bytes;
}

/** One error for all that can be wrong, so that nothing can be learnt from which. */
export class BlindSignatureError extends Error {
  constructor() {
    super('not a signature of this ballot');
    this.name = 'BlindSignatureError';
  }
}

const EXPONENT = 65_537n;
const HASH = 'SHA-384';
const HASH_BYTES = 48;
const SALT_BYTES = 48;
const PREFIX_BYTES = 32;

export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** A message with a random prefix (4.1): no signer, however its key was made, can have foreseen it. */
export function prepare(message: Bytes, prefix: Bytes = randomBytes(PREFIX_BYTES)): Bytes {
  return concat(prefix, message);
}

/** Chance, which the tests name and nobody else. */
export interface Chance {
  salt?: Bytes;
  inverse?: Bytes;
}

/** 4.2: the encoded message, multiplied by a random number to the exponent. */
export async function blind(
  key: TokenKey,
  prepared: Bytes,
  chance: Chance = {},
): Promise<Blinding> {
  const n = toNumber(key.modulus);
  const salt = chance.salt ?? randomBytes(SALT_BYTES);
  const encoded = toNumber(await encode(prepared, salt, bitLength(n) - 1));
  if (greatestCommonDivisor(encoded, n) !== 1n) throw new BlindSignatureError();
  const inverse = chance.inverse ? toNumber(chance.inverse) : randomUnit(n);
  const factor = inverseOf(inverse, n);
  const length = key.modulus.length;
  return {
    blinded: toBytes((encoded * power(factor, EXPONENT, n)) % n, length),
    inverse: toBytes(inverse, length),
  };
}

/** 4.4: the signature of the message, checked; whatever is wrong is the same error. */
export async function finalize(
  key: TokenKey,
  prepared: Bytes,
  blindSignature: Bytes,
  inverse: Bytes,
  saltBytes = SALT_BYTES,
): Promise<Bytes> {
  const length = key.modulus.length;
  if (blindSignature.length !== length) throw new BlindSignatureError();
  const n = toNumber(key.modulus);
  const signature = toBytes((toNumber(blindSignature) * toNumber(inverse)) % n, length);
  if (!(await verify(key, prepared, signature, saltBytes))) throw new BlindSignatureError();
  return signature;
}

/** Whether the key has signed the message, by the browser's own RSA-PSS. */
export async function verify(
  key: TokenKey,
  prepared: Bytes,
  signature: Bytes,
  saltBytes = SALT_BYTES,
): Promise<boolean> {
  const algorithm = { name: 'RSA-PSS', hash: HASH };
  const jwk = { kty: 'RSA', n: base64url(key.modulus), e: 'AQAB', ext: true };
  try {
    const imported = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['verify']);
    const how = { name: 'RSA-PSS', saltLength: saltBytes };
    return await crypto.subtle.verify(how, imported, signature, prepared);
  } catch {
    return false;
  }
}

/** EMSA-PSS-ENCODE of RFC 8017, 9.1.1. */
async function encode(message: Bytes, salt: Bytes, bits: number): Promise<Bytes> {
  const length = Math.ceil(bits / 8);
  const padding = length - HASH_BYTES - salt.length - 2;
  if (padding < 0) throw new BlindSignatureError();
  const hash = await digest(concat(new Uint8Array(8), await digest(message), salt));
  const data = concat(new Uint8Array(padding), Uint8Array.of(1), salt);
  const mask = await maskOf(hash, data.length);
  const masked = data.map((byte, at) => byte ^ (mask[at] ?? 0));
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - bits));
  return concat(masked, hash, Uint8Array.of(0xbc));
}

/** MGF1 of RFC 8017, B.2.1. */
async function maskOf(seed: Bytes, length: number): Promise<Bytes> {
  const rounds = Math.ceil(length / HASH_BYTES);
  const parts = await Promise.all(
    Array.from({ length: rounds }, (_, round) =>
      digest(concat(seed, Uint8Array.of(round >>> 24, round >>> 16, round >>> 8, round))),
    ),
  );
  return concat(...parts).slice(0, length);
}

async function digest(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest(HASH, bytes));
}

/** Each number that has an inverse, with the same chance. */
function randomUnit(n: bigint): bigint {
  const length = Math.ceil(bitLength(n) / 8);
  for (;;) {
    const drawn = toNumber(randomBytes(length));
    if (drawn > 1n && drawn < n && greatestCommonDivisor(drawn, n) === 1n) return drawn;
  }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b > 0n) [a, b] = [b, a % b];
  return a;
}

function inverseOf(value: bigint, n: bigint): bigint {
  let [rest, next] = [n, value % n];
  let [result, candidate] = [0n, 1n];
  while (next > 0n) {
    const times = rest / next;
    [rest, next] = [next, rest - times * next];
    [result, candidate] = [candidate, result - times * candidate];
  }
  if (rest !== 1n) throw new BlindSignatureError();
  return result < 0n ? result + n : result;
}

/** Only ever with the public exponent, so that the time it takes tells nothing. */
function power(base: bigint, exponent: bigint, n: bigint): bigint {
  let result = 1n;
  for (let bit = 1n << BigInt(bitLength(exponent) - 1); bit > 0n; bit >>= 1n) {
    result = (result * result) % n;
    if ((exponent & bit) > 0n) result = (result * base) % n;
  }
  return result;
}

function bitLength(number: bigint): number {
  return number.toString(2).length;
}

export function concat(...parts: Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function toNumber(bytes: Bytes): bigint {
  return BigInt(`0x${hex(bytes) || '0'}`);
}

function toBytes(number: bigint, length: number): Bytes {
  return unhex(number.toString(16).padStart(2 * length, '0'));
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function unhex(text: string): Bytes {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function unbase64url(text: string): Bytes {
  const whole = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(whole, (letter) => letter.charCodeAt(0));
}
