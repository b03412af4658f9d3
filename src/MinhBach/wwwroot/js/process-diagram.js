// Draws a process where one is named; the table below it says the same in words.
for (const place of document.querySelectorAll("[data-mb-process]")) {
  try {
    const answer = await fetch(place.dataset.mbProcess);
    if (!answer.ok) continue;
    const viewer = new window.BpmnJS({ container: place });
    place.classList.add("mb-diagram--drawn");
    await viewer.importXML(await answer.text());
    viewer.get("canvas").zoom("fit-viewport", "auto");
    // The drawing itself is not for readers by ear or keyboard, the maker's link beside it is.
    const drawing = place.querySelector(".djs-container svg");
    drawing.setAttribute("aria-hidden", "true");
    drawing.setAttribute("tabindex", "-1");
    place.removeAttribute("aria-hidden");
  } catch {
    place.remove();
  }
}
