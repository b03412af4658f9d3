// What was found, in words.
import { day, microseconds } from "./time.js";
import { count, knows, moment, say } from "./words.js";

function element(tag, className, ...children) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

const line = () => element("hr", "govuk-section-break govuk-section-break--l govuk-section-break--visible");

const body = (...children) => element("p", "govuk-body", ...children);

// The event in words, such as "Tiếp nhận hồ sơ".
export function titleOf({ entry, opened }) {
  const name = opened?.name ?? entry.type;
  return [`${name}.${entry.reason}`, name].filter(knows).map((code) => say(code))[0] ?? name;
}

export function whenOf({ entry, opened }) {
  const at = moment(opened?.at ?? microseconds(entry.at));
  return entry.type === "case.sealed" && !opened ? say("hourFrom", at) : at;
}

function summary(rows) {
  const list = element("dl", "govuk-summary-list");
  for (const [key, ...values] of rows) {
    const value = element("dd", "govuk-summary-list__value", ...values);
    list.append(element("div", "govuk-summary-list__row govuk-summary-list__row--no-actions", element("dt", "govuk-summary-list__key", say(key)), value));
  }
  return list;
}

const details = (code, ...children) =>
  element("details", "govuk-details", element("summary", "govuk-details__summary", element("span", "govuk-details__summary-text", say(code))), element("div", "govuk-details__text", ...children));

const whatRows = ({ entry }) =>
  [
    ["procedure", entry.procedure],
    ["agency", entry.agency],
    ["due", entry.due && day(entry.due)],
    ["firstDue", entry.firstDue && entry.firstDue !== entry.due && day(entry.firstDue)],
    ["step", entry.step],
    ["ruleSet", entry.ruleSet],
    ["case", entry.case && say("caseNumber", entry.case, entry.n)],
  ].filter(([, value]) => value);

// A policy has names of its own for witnesses.
const nameOf = (key, policy) => {
  const name = policy?.witnesses.find((witness) => witness.key.vkey === key.vkey)?.name ?? key.name;
  return name === key.name ? name : `${name} (${key.name})`;
};

const cosignature = (key, time, policy) => say("cosigned", nameOf(key, policy), moment(time * 1_000_000n));

// A quorum in words: ít nhất 1 trong 2 (baohanoi, mttq).
function quorumOf({ groups, quorum }) {
  const told = (name) => {
    const { least, members } = groups.get(name) ?? {};
    if (!members || members.length === 1) return members ? told(members[0]) : name;
    return say(least === members.length ? "quorumAll" : "quorumLeast", least, members.length, members.map(told).join(", "));
  };
  return told(quorum);
}

function policyOf(verdict) {
  if (!verdict) return say("noPolicy");
  return verdict.policy.quorum === "none" ? say("quorumNone") : say("quorumMet", quorumOf(verdict.policy));
}

// Who of a policy has cosigned, and who has not.
function quorumRows({ policy, cosigned }) {
  const missing = policy.witnesses.filter(({ name }) => !cosigned.has(name));
  const given = policy.witnesses.filter(({ name }) => cosigned.has(name));
  return [
    ["policy", quorumOf(policy)],
    ["witnesses", ...(given.length ? given.map(({ name, key }) => element("div", "", cosignature(key, cosigned.get(name), policy))) : [say("nobodyCosigned")])],
    ["missing", ...missing.map(({ key }) => element("div", "", nameOf(key, policy)))],
  ];
}

function logRows({ entry, number, size, origin, log, witnesses, verdict }) {
  const cosigned = witnesses.map(({ key, time }) => element("div", "", cosignature(key, time, verdict?.policy)));
  return [
    ["position", say("placeOf", count(number), origin, count(size))],
    ...(entry.logged ? [["logged", moment(microseconds(entry.logged))]] : []),
    ["signedBy", say("signedWith", log.name, log.id)],
    ["witnesses", ...(cosigned.length ? cosigned : [say("noWitness")])],
    ["policy", policyOf(verdict)],
  ];
}

function openedOf({ opened, entry }) {
  if (!opened) return entry.commitment ? [body(say("notOpened"))] : [];
  return [details("opened", body(say("openedHint")), summary([["actor", opened.actor], ["data", opened.data]]))];
}

const factsOf = ({ entry }) => (entry.facts ? [details("facts", element("p", "govuk-body", JSON.stringify(entry.facts)))] : []);

function banner(title, ...children) {
  const heading = element("h2", "govuk-notification-banner__title", say(title));
  heading.id = "ket-qua-tieu-de";
  const made = element(
    "section",
    "govuk-notification-banner govuk-notification-banner--success",
    element("div", "govuk-notification-banner__header", heading),
    element("div", "govuk-notification-banner__content", ...children),
  );
  made.setAttribute("aria-labelledby", heading.id);
  made.setAttribute("role", "alert");
  return made;
}

export function showProof(found) {
  return [
    banner("holds", element("p", "govuk-notification-banner__heading", say("recorded", whenOf(found), titleOf(found))), body(say("unchanged"))),
    element("h2", "govuk-heading-m", say("whatHead")),
    summary([["what", titleOf(found)], ["when", whenOf(found)], ...whatRows(found)]),
    ...openedOf(found),
    ...factsOf(found),
    element("h2", "govuk-heading-m", say("logHead")),
    summary(logRows(found)),
    line(),
  ];
}

export function showHistory({ code }, events) {
  const items = events.map((found) => {
    const item = element("li", "mb-timeline__item mb-timeline__item--done", element("p", "mb-timeline__title", titleOf(found)), element("p", "mb-timeline__when", whenOf(found)));
    const more = details("more", summary([...whatRows(found), ...logRows(found)]), ...openedOf(found));
    more.querySelector(".govuk-details__summary-text").append(element("span", "govuk-visually-hidden", ` – ${titleOf(found)}`));
    item.append(element("div", "mb-timeline__body", more));
    return item;
  });
  return [
    banner("holds", element("p", "govuk-notification-banner__heading", say("historyHolds", events.length)), body(say("unchanged"))),
    ...(code ? [body(say("code", code))] : []),
    element("h2", "govuk-heading-m", say("historyHead")),
    element("ol", "mb-timeline", ...items),
    body(say("historyEnd", events.length)),
    line(),
  ];
}

export function showRefused(refused) {
  const reason = say(refused.code, ...refused.values);
  const advice = refused.code.startsWith("policy") ? "policy.do" : `${refused.code}.do`;
  const found = element(
    "div",
    "",
    element("h2", "govuk-error-summary__title", say("refused")),
    element("div", "govuk-error-summary__body", body(refused.event ? say("inEvent", refused.event, reason) : reason), body(say(knows(advice) ? advice : "refusedDo"))),
    ...(refused.verdict ? [element("div", "mb-apart", summary(quorumRows(refused.verdict)))] : []),
  );
  found.setAttribute("role", "alert");
  return [element("div", "govuk-error-summary", found)];
}
