// Signed notes, their keys and the cosignatures of witnesses (c2sp.org/signed-note, c2sp.org/tlog-cosignature).
import { hashes, verify } from "@noble/ed25519";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { fromBase64, joined, toHex, utf8 } from "./bytes.js";
import { Refused } from "./refused.js";

hashes.sha512 = sha512;

export const LogKind = 1;
export const WitnessKind = 4;

const TimeBytes = 8;
const SignatureBytes = 64;
const MostSignatures = 100;

// A vkey: name+id+base64(kind, key).
export function parseKey(vkey) {
  const [, name, id, base64] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey) ?? [];
  if (!name) throw new Refused("notKey", vkey);
  const bytes = fromBase64(base64, "part.key");
  const [kind, key] = [bytes[0], bytes.slice(1)];
  const isOwn = toHex(sha256(joined(utf8(`${name}\n`), bytes)).slice(0, 4)) === id;
  if (!isOwn || key.length !== 32 || (kind !== LogKind && kind !== WitnessKind)) throw new Refused("notKey", vkey);
  return { name, id, kind, key, vkey };
}

export function parseNote(text) {
  // The text may hold empty lines of its own: the last one parts it from the signatures.
  const end = text.lastIndexOf("\n\n");
  if (end < 0 || !text.endsWith("\n") || /[\0-\x09\x0b-\x1f]/.test(text)) throw new Refused("broken", "part.note");
  const lines = text.slice(end + 2, -1).split("\n");
  if (lines.length > MostSignatures) throw new Refused("broken", "part.signature");
  return { text: text.slice(0, end + 1), signatures: lines.map(parseSignature) };
}

function parseSignature(line) {
  const [, name, base64] = /^— ([^\s+]+) (\S+)$/.exec(line) ?? [];
  if (!name) throw new Refused("broken", "part.signature");
  const bytes = fromBase64(base64, "part.signature");
  if (bytes.length <= 4) throw new Refused("broken", "part.signature");
  return { name, id: toHex(bytes.slice(0, 4)), bytes: bytes.slice(4) };
}

// Who of those we trust has signed. Signatures of others are passed over; those of known keys have to hold.
export function verifyNote(note, origin, keys) {
  if (!keys.some((key) => key.kind === LogKind && key.name === origin)) throw new Refused("otherLog", origin);
  const text = utf8(note.text);
  const witnesses = [];
  let log = null;
  for (const signature of note.signatures) {
    const key = keys.find((known) => known.name === signature.name && known.id === signature.id);
    if (!key) continue;
    if (key.kind === LogKind) {
      if (!holds(key, text, signature.bytes)) throw new Refused("logSignature", key.name);
      if (key.name === origin) log = key;
    } else {
      const time = timeOf(signature.bytes);
      const message = joined(utf8(`cosignature/v1\ntime ${time}\n`), text);
      if (time === null || !holds(key, message, signature.bytes.slice(TimeBytes))) throw new Refused("witnessSignature", key.name);
      if (!witnesses.some((other) => other.key === key)) witnesses.push({ key, time });
    }
  }
  if (!log) throw new Refused("notSigned", origin);
  return { log, witnesses };
}

function timeOf(signature) {
  if (signature.length !== TimeBytes + SignatureBytes) return null;
  const seconds = new DataView(signature.buffer, signature.byteOffset).getBigInt64(0);
  return seconds < 0n || seconds > 8_640_000_000_000n ? null : seconds;
}

function holds(key, message, signature) {
  try {
    return verify(signature, message, key.key, { zip215: false });
  } catch {
    return false;
  }
}
