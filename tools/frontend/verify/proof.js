// One proof: read from its file, judged by the keys that are trusted (docs/log-proofs.md).
import { sha256 } from "@noble/hashes/sha2.js";
import { decimal, fromBase64, joined, textOf, toBase64, utf8 } from "./bytes.js";
import { parseNote, verifyNote } from "./note.js";
import { judgePolicy } from "./policy.js";
import { Refused } from "./refused.js";
import { leafOf, stands } from "./tree.js";
import { microseconds } from "./time.js";

export const Header = "c2sp.org/tlog-proof@v1";
const HashBytes = 32;
const MostHashes = 63;
const HourInMicroseconds = 3_600_000_000n;

export function parseProof(text) {
  const end = text.indexOf("\n\n");
  const [header, ...lines] = text.slice(0, Math.max(end, 0)).split("\n");
  if (header !== Header) throw new Refused("broken", "part.header");
  if (!lines[0]?.startsWith("extra ")) throw new Refused("noEvent");
  const event = parseEvent(fromBase64(lines.shift().slice("extra ".length), "part.extra"));
  const index = lines.shift();
  if (!index?.startsWith("index ")) throw new Refused("broken", "part.index");
  if (lines.length > MostHashes) throw new Refused("broken", "part.hash");
  return { event, index: decimal(index.slice("index ".length), "part.index"), hashes: lines.map(parseHash), note: parseNote(text.slice(end + 2)) };
}

export function parseHash(base64) {
  const hash = fromBase64(base64, "part.hash");
  if (hash.length !== HashBytes) throw new Refused("broken", "part.hash");
  return hash;
}

function parseEvent(extra) {
  const [, salt, entry, text] = /^minhbach-event@v1\n([^\n]*)\n([^\n]+)\n([^]*)$/.exec(textOf(extra, "part.extra")) ?? [];
  if (entry === undefined) throw new Refused("noEvent");
  if (salt === "-" && text === "") return { salt: null, entry, text: null };
  return { salt: parseHash(salt), entry, text };
}

function parseCheckpoint(text) {
  const [origin, size, root] = text.split("\n");
  if (!origin || root === undefined) throw new Refused("broken", "part.note");
  return { origin, size: decimal(size, "part.note"), root: parseHash(root) };
}

// Who has signed, and whether that is enough for those who are trusted.
function believe(note, origin, { keys, policy }) {
  const signed = verifyNote(note, origin, keys);
  return { ...signed, verdict: policy && judgePolicy(policy, signed.witnesses, note.isPrinted) };
}

// Everything that is to be told of a proof that holds; throws Refused for another.
export function judge(proof, trust, judged = new Map()) {
  const checkpoint = parseCheckpoint(proof.note.text);
  // Many proofs of one file stand under the same checkpoint.
  const same = JSON.stringify([proof.note.text, proof.note.signatures.map(({ name, id, bytes }) => [name, id, toBase64(bytes)])]);
  if (!judged.has(same)) judged.set(same, believe(proof.note, checkpoint.origin, trust));
  if (!stands(proof.index, checkpoint.size, leafOf(utf8(proof.event.entry)), proof.hashes, checkpoint.root))
    throw new Refused("place", proof.index + 1, checkpoint.size);
  const entry = parseEntry(proof.event.entry);
  return { ...judged.get(same), entry, opened: open(proof.event, entry), number: proof.index + 1, origin: checkpoint.origin, size: checkpoint.size };
}

function parseEntry(json) {
  let entry;
  try {
    entry = JSON.parse(json);
  } catch {
    throw new Refused("broken", "part.entry");
  }
  if (entry?.v !== 1) throw new Refused("version", String(entry?.v));
  if (typeof entry.type !== "string") throw new Refused("broken", "part.entry");
  microseconds(entry.at);
  return entry;
}

// The event that the entry commits to; null where the proof does not tell it.
function open({ salt, text }, entry) {
  if (!salt) return null;
  if (entry.commitment !== toBase64(sha256(joined(salt, utf8(text))))) throw new Refused("commitment");
  const [, name, time, actor, data] = /^([^\n]*)\n(\d+)\n([^\n]*)\n([^]*)$/.exec(text) ?? [];
  if (name === undefined) throw new Refused("broken", "part.event");
  const isSealed = entry.type === "case.sealed";
  const unit = isSealed ? HourInMicroseconds : 1n;
  if ((!isSealed && name !== entry.type) || BigInt(time) / unit !== microseconds(entry.at) / unit) throw new Refused("disagree");
  return { name, at: BigInt(time), actor, data };
}
