// Draws the BPMN diagrams of a page; the link beside each stays for everyone else. On a narrow screen each is drawn when its reader comes
// near it: a telephone fetches nothing for what is never looked at. A wide screen has them at once, and so has paper.
const lib = new URL("../lib/bpmn-js/", import.meta.url);

const loaded = (element) => new Promise((resolve, reject) => {
  element.onload = resolve;
  element.onerror = reject;
  document.head.append(element);
});

const style = (name) => loaded(Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL(name, lib) }));
const script = (name) => loaded(Object.assign(document.createElement("script"), { src: new URL(name, lib) }));

const wide = "(min-width: 641px)";
const nearby = "400px 0px";
let library;

const loadLibrary = () => (library ??= Promise.all([style("diagram-js.css"), style("bpmn-js.css"), script("bpmn-viewer.js")]));

export function drawAll() {
  const places = [...document.querySelectorAll("[data-mb-diagram]")];
  if (matchMedia(wide).matches) return places.forEach(drawAfterLibrary);
  const watch = new IntersectionObserver((seen) => {
    for (const { target } of seen.filter(({ isIntersecting }) => isIntersecting)) {
      watch.unobserve(target);
      drawAfterLibrary(near.get(target));
    }
  }, { rootMargin: nearby });
  // The place itself is hidden until it is drawn; what it stands in is not.
  const near = new Map(places.map((place) => [place.parentElement, place]));
  for (const frame of near.keys()) watch.observe(frame);
}

async function drawAfterLibrary(place) {
  await loadLibrary();
  await draw(place);
}

async function draw(place) {
  try {
    const answer = await fetch(place.dataset.mbDiagram);
    if (!answer.ok) return;
    place.hidden = false;
    const viewer = new window.BpmnJS({ container: place });
    await viewer.importXML(await answer.text());
    mark(viewer, JSON.parse(place.dataset.mbMarks || "{}"));
    trace(viewer, JSON.parse(place.dataset.mbArcs || "[]"));
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

const isStep = (shape) => /Task$/.test(shape.type);

// The flows on the shortest way from one step to another that passes no third step.
function wayBetween(from, arrived) {
  const waiting = [{ shape: from, way: [] }];
  const seen = new Set([from]);
  while (waiting.length > 0) {
    const { shape, way } = waiting.shift();
    // A boundary event leads out of its step as well.
    const leaving = [...shape.outgoing, ...(shape === from ? (shape.attachers || []).flatMap((event) => event.outgoing) : [])];
    for (const flow of leaving.filter(({ type }) => type === "bpmn:SequenceFlow")) {
      if (arrived(flow.target)) return [...way, flow];
      if (isStep(flow.target) || seen.has(flow.target)) continue;
      seen.add(flow.target);
      waiting.push({ shape: flow.target, way: [...way, flow] });
    }
  }
  return [];
}

// How often dossiers went along each flow: its width and a number. The table below the drawing says the same in words.
function trace(viewer, arcs) {
  const registry = viewer.get("elementRegistry");
  const starts = registry.filter(({ type, parent }) => type === "bpmn:StartEvent" && parent?.type !== "bpmn:SubProcess");
  const counts = new Map();
  for (const { from, to, count } of arcs) {
    const shape = from ? registry.get(from) : starts[0];
    if (!shape) continue;
    const arrived = to ? ({ id }) => id === to : ({ type }) => type === "bpmn:EndEvent";
    for (const flow of wayBetween(shape, arrived)) counts.set(flow, (counts.get(flow) || 0) + count);
  }
  const most = Math.max(0, ...counts.values());
  for (const [flow, count] of counts) {
    viewer.get("canvas").addMarker(flow.id, `mb-flow-${Math.ceil((4 * count) / most)}`);
    const { x, y } = middleOf(flow.waypoints);
    const [left, top] = [Math.min(...flow.waypoints.map((point) => point.x)), Math.min(...flow.waypoints.map((point) => point.y))];
    const html = Object.assign(document.createElement("span"), { className: "mb-diagram__count", textContent: count.toLocaleString(document.documentElement.lang || "vi") });
    viewer.get("overlays").add(flow.id, { position: { left: x - left - 10, top: y - top - 10 }, html });
  }
}

// The middle of the longest part of a line.
function middleOf(points) {
  const parts = points.slice(1).map((point, i) => [points[i], point]);
  const length = ([one, other]) => Math.hypot(other.x - one.x, other.y - one.y);
  const [one, other] = parts.reduce((longest, part) => (length(part) > length(longest) ? part : longest));
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}
