// Moments to the microsecond, told by the clock of Vietnam: UTC+7 without summer time.
import { Refused } from "./refused.js";

const OffsetInMilliseconds = 7 * 3_600_000;

export function microseconds(iso) {
  const [, seconds, fraction = ""] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$/.exec(iso) ?? [];
  const milliseconds = Date.parse(`${seconds}Z`);
  if (Number.isNaN(milliseconds)) throw new Refused("broken", "part.entry");
  return BigInt(milliseconds) * 1000n + BigInt(fraction.padEnd(6, "0").slice(0, 6));
}

// The parts of a moment on the clock here: 15:04 and 22/11/2026.
export function clock(micros) {
  const here = new Date(Number(micros / 1000n) + OffsetInMilliseconds);
  const two = (number) => String(number).padStart(2, "0");
  return [
    `${two(here.getUTCHours())}:${two(here.getUTCMinutes())}`,
    `${two(here.getUTCDate())}/${two(here.getUTCMonth() + 1)}/${here.getUTCFullYear()}`,
  ];
}

// 2026-11-22 as 22/11/2026.
export const day = (iso) => (/^\d{4}-\d\d-\d\d$/.test(iso) ? iso.split("-").reverse().join("/") : String(iso));
