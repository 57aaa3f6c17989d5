/**
 * A UUIDv7: the client names what it makes, so that sending it again makes it once. The server checks the version and
 * that the time inside is at most a day away.
 */
export function newId(now = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) % 256;
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [8, 12, 16, 20].reduceRight((id, at) => `${id.slice(0, at)}-${id.slice(at)}`, hex);
}

const FRESH_MILLIS = 20 * 3600 * 1000;

export interface Command {
  id: string;
  said: string;
  madeAt: number;
}

/**
 * The id under which `content` is sent: the same id for the same words (a repetition), a new one when the words change
 * or the old id nears the server's window of 24 hours.
 */
export function commandFor(content: unknown, before?: Command, now = Date.now()): Command {
  const said = JSON.stringify(content) ?? '';
  if (before && before.said === said && now - before.madeAt < FRESH_MILLIS) return before;
  return { id: newId(now), said, madeAt: now };
}
