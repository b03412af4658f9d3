// Bytes and the few ways in which they are written: strict UTF-8, base64 and base64url of one spelling.
import { Refused } from "./refused.js";

export const utf8 = (text) => new TextEncoder().encode(text);

export function textOf(bytes, part) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused("broken", part);
  }
}

export function fromBase64(text, part) {
  try {
    const raw = atob(text);
    if (btoa(raw) === text) return Uint8Array.from(raw, (letter) => letter.charCodeAt(0));
  } catch {
    // Told below.
  }
  throw new Refused("broken", part);
}

export const toBase64 = (bytes) => btoa(String.fromCharCode(...bytes));

export function fromBase64Url(text, part) {
  if (/[+/=]/.test(text)) throw new Refused("broken", part);
  const base64 = text.replace(/-/g, "+").replace(/_/g, "/");
  return fromBase64(base64 + "=".repeat((4 - (base64.length % 4)) % 4), part);
}

export const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

export const same = (left, right) => left.length === right.length && left.every((byte, i) => byte === right[i]);

export function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

// A decimal without sign and leading zeroes.
export function decimal(text, part) {
  const number = Number(text);
  if (!/^(0|[1-9]\d*)$/.test(text) || !Number.isSafeInteger(number)) throw new Refused("broken", part);
  return number;
}
