/** First 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
const constants = fractions(64, Math.cbrt);
/** The same of the square roots of the first 8 primes (FIPS 180-4, 5.3.3). */
const initial = fractions(8, Math.sqrt);

/**
 * SHA-256 of a text in UTF-8, in hex (FIPS 180-4). The core knows no platform, and what it hashes is small: the files
 * of an overlay.
 */
export function sha256(text: string): string {
  const bytes = padded(utf8(text));
  const view = new DataView(bytes.buffer);
  const words = new Uint32Array(64);
  const hash = Uint32Array.from(initial);
  for (let offset = 0; offset < bytes.length; offset += 64) {
    for (let index = 0; index < 16; index++) words[index] = view.getUint32(offset + index * 4);
    for (let index = 16; index < 64; index++) {
      const near = at(words, index - 15);
      const far = at(words, index - 2);
      const first = turned(near, 7) ^ turned(near, 18) ^ (near >>> 3);
      const second = turned(far, 17) ^ turned(far, 19) ^ (far >>> 10);
      words[index] = at(words, index - 16) + first + at(words, index - 7) + second;
    }
    mix(hash, words);
  }
  return [...hash].map((word) => word.toString(16).padStart(8, '0')).join('');
}

/** One block of 64 bytes into the hash. */
function mix(hash: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let index = 0; index < 64; index++) {
    const upper = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + upper + choice + at(constants, index) + at(words, index)) >>> 0;
    const lower = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b] = [g, f, e, (d + first) >>> 0, c, b, a];
    a = (first + lower + majority) >>> 0;
  }
  for (const [index, value] of [a, b, c, d, e, f, g, h].entries()) hash[index] = at(hash, index) + value;
}

/** The message, a bit 1, zeros, and its length in bits as 64 bits: whole blocks of 64 bytes. */
function padded(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  bytes.set(message);
  bytes[message.length] = 0x80;
  new DataView(bytes.buffer).setBigUint64(bytes.length - 8, BigInt(message.length) * 8n);
  return bytes;
}

/** A text in UTF-8; half of a surrogate pair becomes U+FFFD, as everywhere. */
function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (const char of text) {
    const given = char.codePointAt(0) ?? 0;
    const code = given >= 0xd800 && given <= 0xdfff ? 0xfffd : given;
    const more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    const lead = [0, 0xc0, 0xe0, 0xf0][more] ?? 0;
    bytes[length++] = lead | (code >> (more * 6));
    for (let rest = more - 1; rest >= 0; rest--) bytes[length++] = 0x80 | ((code >> (rest * 6)) & 0x3f);
  }
  return bytes.subarray(0, length);
}

function turned(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

/** Every index above is inside; the type system cannot see it. */
function at(words: Uint32Array, index: number): number {
  return words[index] ?? 0;
}

function fractions(count: number, root: (of: number) => number): Uint32Array {
  const primes: number[] = [];
  for (let next = 2; primes.length < count; next++) {
    if (primes.every((prime) => next % prime !== 0)) primes.push(next);
  }
  return Uint32Array.from(primes, (prime) => (root(prime) % 1) * 2 ** 32);
}
