// Who is trusted: the keys and the policy that came with the page, or those that the person put in their place.
import { LogKind, parseKey } from "./note.js";
import { parsePolicy } from "./policy.js";
import { Refused } from "./refused.js";
import { page } from "./words.js";

const KeysPlace = "mb-kiem-chung-khoa";
const PolicyPlace = "mb-kiem-chung-chinh-sach";

// A browser may have no memory for the page.
const memory = (use) => {
  try {
    return use(localStorage);
  } catch {
    return null;
  }
};

const own = (place) => memory((store) => store.getItem(place));
const keep = (place, text) => memory((store) => (text === null ? store.removeItem(place) : store.setItem(place, text)));

export const ownKeys = () => own(KeysPlace);
export const ownPolicy = () => own(PolicyPlace);
export const pageKeys = () => [...page.logs, ...page.witnesses].join("\n");
export const pagePolicy = () => page.policy ?? "";

export function keepTrust(keys, policy) {
  keep(KeysPlace, keys);
  keep(PolicyPlace, policy === pagePolicy().trim() ? null : policy);
}

// A key that somebody put here is not joined by one that a policy brings along.
export function parseTrust(keysText, policyText) {
  const given = keysText.split(/\s+/).filter(Boolean).map(parseKey);
  const policy = policyText.trim() ? parsePolicy(policyText) : null;
  const logs = given.some((key) => key.kind === LogKind) ? [] : policy?.logs ?? [];
  const keys = [...given, ...logs, ...(policy?.witnesses.map((witness) => witness.key) ?? [])];
  if (!keys.some((key) => key.kind === LogKind)) throw new Refused("noKey");
  return { keys, policy };
}
