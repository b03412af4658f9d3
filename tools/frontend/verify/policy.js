// Whom a reader trusts: logs, witnesses, and how many of them must have cosigned (c2sp.org/tlog-policy).
import { same, utf8 } from "./bytes.js";
import { LogKind, WitnessKind, parseKey } from "./note.js";
import { Refused } from "./refused.js";

const None = "none";
const MostBytes = 1 << 20;
const Most = 1024;

export function parsePolicy(text) {
  if (utf8(text).length > MostBytes) throw new Refused("policyLong");
  const policy = { logs: [], witnesses: [], groups: new Map(), quorum: null };
  const lines = text.split("\n");
  lines.forEach((line, i) => {
    const refuse = (code, ...values) => {
      throw new Refused(code, i + 1, ...values);
    };
    if (/[\0-\x08\x0b-\x1f\x7f]/.test(line)) refuse("policyForm");
    const words = line.split(/[ \t]+/).filter(Boolean);
    if (words.length > 0 && !words[0].startsWith("#")) readLine(policy, words, refuse);
  });
  if (policy.quorum === null) throw new Refused("policyQuorum");
  return policy;
}

const known = (policy, name) => policy.groups.has(name) || policy.witnesses.some((witness) => witness.name === name);

function readLine(policy, [kind, ...words], refuse) {
  if (kind === "log" && (words.length === 1 || words.length === 2)) policy.logs.push(newKey(policy.logs, words[0], LogKind, refuse));
  else if (kind === "witness" && (words.length === 2 || words.length === 3)) addWitness(policy, words, refuse);
  else if (kind === "group" && words.length >= 3) addGroup(policy, words, refuse);
  else if (kind === "quorum" && words.length === 1) {
    if (policy.quorum !== null) refuse("policyTwice", kind);
    if (words[0] !== None && !known(policy, words[0])) refuse("policyName", words[0]);
    policy.quorum = words[0];
  } else refuse("policyForm");
}

function newKey(keys, vkey, kind, refuse) {
  let key;
  try {
    key = parseKey(vkey);
  } catch {
    refuse("policyKey", vkey);
  }
  if (key.kind !== kind) refuse("policyKey", vkey);
  if (keys.some((other) => same(other.key, key.key) || (other.name === key.name && other.id === key.id))) refuse("policyTwice", vkey);
  if (keys.length === Most) throw new Refused("policyLong");
  return key;
}

function define(policy, name, refuse) {
  if (name === None) refuse("policyNone");
  if (known(policy, name)) refuse("policyTwice", name);
}

function addWitness(policy, [name, vkey], refuse) {
  const key = newKey(policy.witnesses.map((witness) => witness.key), vkey, WitnessKind, refuse);
  define(policy, name, refuse);
  policy.witnesses.push({ name, key });
}

function addGroup(policy, [name, least, ...members], refuse) {
  if (policy.groups.size === Most) throw new Refused("policyLong");
  define(policy, name, refuse);
  const taken = new Set([...policy.groups.values()].flatMap((group) => group.members));
  for (const member of members) {
    if (!known(policy, member)) refuse("policyName", member);
    if (taken.has(member)) refuse("policyTwice", member);
    taken.add(member);
  }
  const count = least === "all" ? members.length : least === "any" ? 1 : /^[1-9]\d{0,4}$/.test(least) ? Number(least) : 0;
  if (count < 1 || count > members.length) refuse("policyCount", least, members.length);
  policy.groups.set(name, { least: count, members });
}

// What a policy says of those who have cosigned; throws Refused where they are too few.
export function judgePolicy(policy, witnesses, isPrinted) {
  const cosigned = new Map();
  for (const { key, time } of witnesses) {
    const witness = policy.witnesses.find((one) => one.key.vkey === key.vkey);
    if (witness) cosigned.set(witness.name, time);
  }
  const isMet = (name) => name === None || cosigned.has(name) || (policy.groups.get(name)?.members.filter(isMet).length ?? 0) >= (policy.groups.get(name)?.least ?? 1);
  const verdict = { policy, cosigned };
  if (isMet(policy.quorum)) return verdict;
  const refused = new Refused(isPrinted && cosigned.size === 0 ? "quorumPrinted" : "quorum");
  refused.verdict = verdict;
  throw refused;
}
