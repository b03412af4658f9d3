// Passkeys where the browser knows them; without this script the password does.
const status = (form, failed) => {
  const line = form.querySelector("[data-passkey-status]");
  if (line) line.textContent = failed ? line.dataset.passkeyFailed : "";
};

async function options(form, url) {
  const answer = await fetch(url, { method: "POST", body: new FormData(form), credentials: "same-origin" });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

async function run(form, ask) {
  try {
    const credential = await ask();
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
  } catch {
    status(form, true);
  }
}

// A passkey belongs to a name: browsers make none for an address in numbers.
const named = !/^[\d.]+$|:/.test(location.hostname);
if (!named) for (const why of document.querySelectorAll("[data-passkey-needs-name]")) why.hidden = false;

if (named && window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  for (const form of document.querySelectorAll("form[data-passkey-request]")) {
    form.hidden = false;
    form.addEventListener("submit", event => {
      event.preventDefault();
      run(form, async () => navigator.credentials.get({
        publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(await options(form, form.dataset.passkeyRequest)),
      }));
    });
  }

  for (const form of document.querySelectorAll("form[data-passkey-creation]")) {
    form.hidden = false;
    form.addEventListener("submit", event => {
      event.preventDefault();
      run(form, async () => navigator.credentials.create({
        publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(await options(form, form.dataset.passkeyCreation)),
      }));
    });
  }
}
