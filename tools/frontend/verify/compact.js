// The proof in a printed code: what stands behind # in the address (docs/log-proofs.md, "The printed code").
import dictionary from "../../../src/MinhBach/Transparency/Proofs/compact-proof.v1.txt";
import { fromBase64Url, joined, textOf, toBase64, toHex, utf8 } from "./bytes.js";
import { Refused } from "./refused.js";

const Version = "1.";
const MostLetters = 16_384;
const MostTextBytes = 1 << 18;
const MostSignatures = 16;
const MostHashes = 63;

export const isCompact = (text) => text.startsWith(Version);

export async function parseCompact(text) {
  if (text.length > MostLetters) throw new Refused("broken", "part.code");
  const bytes = fromBase64Url(text.slice(Version.length), "part.code");
  let at = 0;
  const take = (count) => {
    if (at + count > bytes.length) throw new Refused("broken", "part.code");
    return bytes.slice(at, (at += count));
  };
  const byte = () => take(1)[0];
  const number = () => {
    let [sum, place, next] = [0, 1, 0];
    do {
      next = byte();
      sum += (next & 0x7f) * place;
      place *= 128;
    } while (next >= 0x80 && Number.isSafeInteger(sum));
    if (!Number.isSafeInteger(sum) || (next === 0 && place > 128)) throw new Refused("broken", "part.code");
    return sum;
  };
  const several = (most, one) => {
    const count = byte();
    if (count > most) throw new Refused("broken", "part.code");
    return Array.from({ length: count }, one);
  };

  const [index, size, root] = [number(), number(), take(32)];
  const hashes = several(MostHashes, () => take(32));
  const signatures = several(MostSignatures, () => ({ id: toHex(take(4)), bytes: take(byte()) }));
  const salt = take(byte());
  if (signatures.length === 0 || (salt.length !== 0 && salt.length !== 32)) throw new Refused("broken", "part.code");
  const lines = textOf(await inflate(bytes.slice(at)), "part.code").split("\n");
  const [origin, names, entry] = [lines.shift(), lines.splice(0, signatures.length), lines.shift()];
  const opened = lines.join("\n");
  if (!entry || (salt.length === 0 && opened !== "")) throw new Refused("broken", "part.code");
  return {
    event: salt.length === 0 ? { salt: null, entry, text: null } : { salt, entry, text: opened },
    index,
    hashes,
    note: { isPrinted: true, text: `${origin}\n${size}\n${toBase64(root)}\n`, signatures: signatures.map((signature, i) => ({ name: names[i], ...signature })) },
  };
}

// The text goes on behind a dictionary, which a browser is given as a block that is not deflated.
async function inflate(bytes) {
  const words = utf8(dictionary);
  const block = joined([0, words.length & 255, words.length >> 8, ~words.length & 255, (~words.length >> 8) & 255], words, bytes);
  let inflating;
  try {
    inflating = new DecompressionStream("deflate-raw");
  } catch {
    throw new Refused("tooOld");
  }
  try {
    const reader = new Blob([block]).stream().pipeThrough(inflating).getReader();
    const text = [];
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text.push(...part.value);
      if (text.length > words.length + MostTextBytes) break;
    }
    if (text.length <= words.length + MostTextBytes) return Uint8Array.from(text.slice(words.length));
  } catch {
    // Told below.
  }
  throw new Refused("broken", "part.code");
}
