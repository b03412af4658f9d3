// Small comforts; every page works without them.

// A second press within a second is a slip of the hand.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.mbSent) {
    event.preventDefault();
    return;
  }
  form.dataset.mbSent = "1";
  setTimeout(() => delete form.dataset.mbSent, 1000);
});

// Coming back with errors: the summary is read first.
document.querySelector("[data-mb-error-summary]")?.focus();

// A link of the summary leads to the field itself, with its label in view.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-mb-error-summary] a[href^='#']");
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  (field.closest(".govuk-form-group") ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
});

if (document.querySelector("[data-mb-diagram]")) import("./diagram.js").then((diagram) => diagram.drawAll());

// A file over the limit is named before it travels.
document.addEventListener("change", (event) => {
  const input = event.target;
  const limit = Number(input.dataset?.mbMaxBytes);
  if (!limit) return;
  const tooLarge = [...input.files].find((file) => file.size > limit);
  input.setCustomValidity(tooLarge ? `${tooLarge.name}: > ${Math.round(limit / 1048576)} MB` : "");
  input.reportValidity();
});
