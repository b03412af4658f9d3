// Checks proofs of the public log in the browser, with no help of a server.
import { textOf } from "./bytes.js";
import { isCompact, parseCompact } from "./compact.js";
import { judgeHistory, parseHistory } from "./history.js";
import { keepTrust, ownKeys, ownPolicy, pageKeys, pagePolicy, parseTrust } from "./keys.js";
import { keepPage } from "./offline.js";
import { Header, judge, parseProof } from "./proof.js";
import { Refused } from "./refused.js";
import { showHistory, showProof, showRefused } from "./show.js";
import { page, say } from "./words.js";

const MostBytes = 32 << 20;
const AboutKeys = /^(noKey|notKey|otherLog|notSigned|quorum.*|policy.*)$/;

const at = (id) => document.getElementById(id);
const [form, result, file, pasted, keys, keysState, policy] = ["kiem-chung", "ket-qua", "tep", "dan", "khoa", "khoa-dang-dung", "chinh-sach"].map(at);

const trusted = () => parseTrust(keys.value, policy.value);

// What was given tells itself what it is.
async function check(text) {
  if (text.startsWith(Header)) return showProof(judge(parseProof(text), trusted()));
  if (text.trimStart().startsWith("{")) {
    const history = parseHistory(text);
    return showHistory(history, judgeHistory(history, trusted()));
  }
  const letters = text.slice(text.lastIndexOf("#") + 1).replace(/\s/g, "");
  if (isCompact(letters)) return showProof(judge(await parseCompact(letters), trusted()));
  throw new Refused("unknown");
}

let asked = null;

async function tell(read) {
  asked = read;
  let told;
  let refused = null;
  try {
    told = await check(await read());
  } catch (failed) {
    if (!(failed instanceof Refused)) console.error(failed);
    refused = failed instanceof Refused ? failed : new Refused("unknown");
    told = showRefused(refused);
  }
  if (read !== asked) return;
  result.replaceChildren(...told);
  if (refused && AboutKeys.test(refused.code)) at("khoa-muc").open = true;
  told[0].tabIndex = -1;
  told[0].scrollIntoView({ block: "start" });
  told[0].focus({ preventScroll: true });
}

const readFile = (chosen) => async () => {
  if (chosen.size > MostBytes) throw new Refused("unknown");
  return textOf(new Uint8Array(await chosen.arrayBuffer()), "part.file");
};

const checkFile = () => file.files[0] && tell(readFile(file.files[0]));
const checkAddress = () => {
  const scanned = location.hash.slice(1);
  if (isCompact(scanned)) tell(async () => scanned);
};

function showKeys() {
  const own = ownKeys();
  keys.value = own ?? pageKeys();
  policy.value = ownPolicy() ?? pagePolicy();
  keysState.textContent = say(own !== null ? "keysOwn" : pageKeys() ? "keysOfPage" : "keysNone");
  at("khoa-muc").open = own === null && !pageKeys();
}

file.addEventListener("change", checkFile);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = pasted.value.trim();
  if (text) tell(async () => (text.startsWith(Header) ? `${text}\n` : text));
  else if (!checkFile()) tell(async () => { throw new Refused("nothing"); });
});
at("khoa-dung").addEventListener("click", () => {
  keepTrust(keys.value.trim(), policy.value.trim());
  showKeys();
  if (asked) tell(asked);
});
at("khoa-bo").addEventListener("click", () => {
  keepTrust(null, null);
  showKeys();
  if (asked) tell(asked);
});
addEventListener("hashchange", checkAddress);

at("kiem-chung-khong-chay").hidden = true;
form.hidden = false;
showKeys();
checkAddress();
if (page.worker) keepPage(page).then((kept) => (at("ngoai-tuyen-duoc").hidden = !kept));
