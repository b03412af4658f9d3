// All that the log holds of a dossier: every proof, none left out, in order (docs/log-proofs.md, "The history file").
import { Refused } from "./refused.js";
import { judge, parseProof } from "./proof.js";

const Format = "minhbach-history@v1";

export function parseHistory(text) {
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    throw new Refused("broken", "part.history");
  }
  if (file?.format !== Format) throw new Refused("unknown");
  const areTexts = (list) => Array.isArray(list) && list.every((one) => typeof one === "string");
  if (!areTexts(file.proofs) || !areTexts(file.witnesses) || typeof file.log !== "string") throw new Refused("broken", "part.history");
  if (file.proofs.length === 0) throw new Refused("empty");
  return { code: typeof file.code === "string" ? file.code : null, proofs: file.proofs };
}

// Every event of a history that holds.
export function judgeHistory(history, trust) {
  const judged = new Map();
  const events = [];
  history.proofs.forEach((text, i) => {
    let found;
    try {
      found = judge(parseProof(text), trust, judged);
    } catch (refused) {
      if (refused instanceof Refused) refused.event = i + 1;
      throw refused;
    }
    const before = events[events.length - 1];
    if (found.entry.n !== i + 1) throw new Refused("gap", i + 1, String(found.entry.n ?? "–"));
    if (!found.entry.case || (before && found.entry.case !== before.entry.case)) throw new Refused("otherCase", i + 1);
    if (before && (found.origin !== before.origin || found.number <= before.number)) throw new Refused("order", i + 1);
    events.push(found);
  });
  return events;
}
