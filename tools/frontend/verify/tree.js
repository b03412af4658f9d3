// The Merkle tree of RFC 6962.
import { sha256 } from "@noble/hashes/sha2.js";
import { joined, same } from "./bytes.js";

export const leafOf = (entry) => sha256(joined([0], entry));

const nodeOf = (left, right) => sha256(joined([1], left, right));

// Whether a leaf stands at an index of the tree with this root (RFC 9162 section 2.1.3.2).
export function stands(index, size, leaf, hashes, root) {
  if (index >= size) return false;
  const half = (number) => Math.floor(number / 2);
  let [at, last, hash] = [index, size - 1, leaf];
  for (const beside of hashes) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeOf(beside, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = nodeOf(hash, beside);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && same(hash, root);
}
