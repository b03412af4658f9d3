// Comforts of the officials' pages; each works without them.

// One box that ticks them all.
for (const place of document.querySelectorAll("[data-mb-all]")) {
  const form = place.closest("form");
  const all = document.createElement("input");
  all.type = "checkbox";
  all.className = "mb-tick-all";
  all.setAttribute("aria-label", place.textContent);
  all.addEventListener("change", () => form.querySelectorAll("input[name='chon']").forEach((box) => (box.checked = all.checked)));
  place.replaceChildren(all);
}

// Keys that lead to a field, a link or a button: data-mb-key="F2".
const keyed = new Map([...document.querySelectorAll("[data-mb-key]")].map((target) => [target.dataset.mbKey, target]));
document.addEventListener("keydown", (event) => {
  const target = !event.ctrlKey && !event.metaKey && !event.altKey && keyed.get(event.key);
  if (!target) return;
  event.preventDefault();
  if (target.matches("input, select, textarea")) {
    target.focus();
    target.select?.();
  } else {
    target.click();
  }
});

for (const button of document.querySelectorAll("[data-mb-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
