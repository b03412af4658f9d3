// Draws the BPMN diagrams of a page; the link beside each stays for everyone else.
const lib = new URL("../lib/bpmn-js/", import.meta.url);

const loaded = (element) => new Promise((resolve, reject) => {
  element.onload = resolve;
  element.onerror = reject;
  document.head.append(element);
});

const style = (name) => loaded(Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL(name, lib) }));
const script = (name) => loaded(Object.assign(document.createElement("script"), { src: new URL(name, lib) }));

export async function drawAll() {
  const places = [...document.querySelectorAll("[data-mb-diagram]")];
  if (places.length === 0) return;
  await Promise.all([style("diagram-js.css"), style("bpmn-js.css"), script("bpmn-viewer.js")]);
  await Promise.all(places.map(draw));
}

async function draw(place) {
  try {
    const answer = await fetch(place.dataset.mbDiagram);
    if (!answer.ok) return;
    place.hidden = false;
    const viewer = new window.BpmnJS({ container: place });
    await viewer.importXML(await answer.text());
    mark(viewer, JSON.parse(place.dataset.mbMarks || "{}"));
    viewer.get("canvas").zoom("fit-viewport", "auto");
  } catch (error) {
    place.hidden = true;
    console.warn("diagram", error);
  }
}

// The table below the drawing says the same in words.
function mark(viewer, marks) {
  for (const [id, { text, level }] of Object.entries(marks)) {
    if (!viewer.get("elementRegistry").get(id)) continue;
    viewer.get("canvas").addMarker(id, `mb-level-${level}`);
    const html = Object.assign(document.createElement("span"), { className: "mb-diagram__mark", textContent: text });
    viewer.get("overlays").add(id, { position: { bottom: 0, left: 0 }, html });
  }
}
