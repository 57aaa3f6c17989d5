import { Refusal, Unreachable } from '@/shared/api/refusal';
import {
  type Bytes,
  base64url,
  blind,
  concat,
  finalize,
  hex,
  prepare,
  randomBytes,
  unbase64url,
} from './blind';

/** A voting paper as this device keeps it: nobody else has it, and nobody can make it again. */
export interface Paper {
  /** The 64 bytes that are signed, in base64url. */
  token: string;
  /** What was asked of the signer; asked again with the same when no answer came. */
  asked?: { blinded: string; inverse: string };
  signature?: string;
  /** What was put into the box last. */
  choice?: string;
}

/** A paper with which a vote can be cast. */
export type SignedPaper = Paper & { signature: string };

/** A counted vote, as it is published after the close. */
export interface Counted {
  receipt: string;
  choice: string;
}

const MESSAGE_BYTES = 32;
const PREFIX = 'commonweal.paper.';

function place(person: string, proposal: string): string {
  return `${PREFIX}${person}.${proposal}`;
}

export function keptPaper(person: string, proposal: string): Paper | undefined {
  try {
    const kept = localStorage.getItem(place(person, proposal));
    return kept ? (JSON.parse(kept) as Paper) : undefined;
  } catch {
    return undefined;
  }
}

export function keepPaper(person: string, proposal: string, paper: Paper): void {
  localStorage.setItem(place(person, proposal), JSON.stringify(paper));
  tell();
}

export function forgetPaper(person: string, proposal: string): void {
  localStorage.removeItem(place(person, proposal));
  tell();
}

const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Calls back when a paper is kept or forgotten, in this window or another; returns how to stop listening. */
export function onPapers(listener: () => void): () => void {
  listeners.add(listener);
  globalThis.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    globalThis.removeEventListener('storage', listener);
  };
}

/** What is kept, as it is written: the same as long as nothing has changed. */
export function writtenPaper(person: string, proposal: string): string | null {
  try {
    return localStorage.getItem(place(person, proposal));
  } catch {
    return null;
  }
}

/** Windows of one browser ask one after the other: of two papers asked for at once, one would never be signed. */
export function oneAtATime<T>(person: string, proposal: string, act: () => Promise<T>): Promise<T> {
  const { locks } = navigator;
  return locks ? locks.request(place(person, proposal), act) : act();
}

export function isSigned(paper: Paper | undefined): paper is SignedPaper {
  return paper?.signature !== undefined;
}

/** The ballot's key as the proposal shows it to everybody. */
export interface BallotKey {
  modulus: string;
}

/** Chosen and blinded here, and kept before it is asked for: an answer that is lost can be had again. */
export async function newPaper(key: BallotKey): Promise<Paper> {
  const message = prepare(randomBytes(MESSAGE_BYTES));
  const { blinded, inverse } = await blind({ modulus: unbase64url(key.modulus) }, message);
  return {
    token: base64url(message),
    asked: { blinded: base64url(blinded), inverse: base64url(inverse) },
  };
}

/** The paper with the signature of the ballot's key on it, checked. */
export async function signedPaper(
  paper: Paper,
  key: BallotKey,
  blindSignature: string,
): Promise<SignedPaper> {
  const { token, asked } = paper;
  const signature = await finalize(
    { modulus: unbase64url(key.modulus) },
    unbase64url(token),
    unbase64url(blindSignature),
    unbase64url(asked?.inverse ?? ''),
  );
  return { token, signature: base64url(signature) };
}

/**
 * Into the box, as nobody: without cookie, CSRF token or where it comes from. Sent again it is the same vote, and with
 * another choice it replaces the one before.
 */
export async function castSecretly(
  alliance: string,
  proposal: string,
  paper: SignedPaper,
  choice: string,
): Promise<void> {
  const response = await fetch(`/ballot-boxes/${alliance}/${proposal}/votes`, {
    method: 'POST',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token: paper.token, signature: paper.signature, choice }),
  }).catch((error) => {
    throw new Unreachable(error);
  });
  if (!response.ok) throw await Refusal.of(response);
}

/** The hash of the token, by which its vote stands on the published list. */
export async function receiptOf(paper: Paper): Promise<string> {
  const hash: Bytes = new Uint8Array(
    await crypto.subtle.digest('SHA-256', unbase64url(paper.token)),
  );
  return hex(hash);
}

/** The first letters of a receipt, for the eye. */
export function shortReceipt(receipt: string): string {
  const letters = receipt.slice(0, 12).toUpperCase();
  return letters.match(/.{4}/g)?.join('-') ?? letters;
}

/** The keys' first letters: the same for all members, or somebody is being told apart. */
export async function fingerprint(keys: readonly BallotKey[]): Promise<string> {
  const all = concat(...keys.map((key) => unbase64url(key.modulus)));
  return shortReceipt(hex(new Uint8Array(await crypto.subtle.digest('SHA-256', all))));
}
