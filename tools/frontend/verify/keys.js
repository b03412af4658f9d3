// The keys that are trusted: those that came with the page, or those that the person put in their place.
import { LogKind, parseKey } from "./note.js";
import { Refused } from "./refused.js";
import { page } from "./words.js";

const Place = "mb-kiem-chung-khoa";

// A browser may have no memory for the page.
const memory = (use) => {
  try {
    return use(localStorage);
  } catch {
    return null;
  }
};

export const ownKeys = () => memory((store) => store.getItem(Place));
export const keepKeys = (text) => memory((store) => (text === null ? store.removeItem(Place) : store.setItem(Place, text)));
export const pageKeys = () => [...page.logs, ...page.witnesses].join("\n");

export function parseKeys(text) {
  const keys = text.split(/\s+/).filter(Boolean).map(parseKey);
  if (!keys.some((key) => key.kind === LogKind)) throw new Refused("noKey");
  return keys;
}
