// The wall screen: takes new figures from the live stream and draws the map. Without this script the page asks again each minute.
const wall = document.getElementById("man-hinh");
const time = document.getElementById("cap-nhat");
const lost = document.getElementById("mat-ket-noi");
const silence = 60_000;
// As in wall.css: nothing to speak of, then the lowest rates to the highest.
const colours = ["#505a5f", "#a04f05", "#f1a340", "#fee0b6", "#92c5de", "#2166ac"];

let map;
let heard;

function write(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}

function fillRow(row, commune) {
  const cells = row.querySelectorAll("td");
  [commune.rate, commune.n, commune.overdue].forEach((text, i) => write(cells[i], text));
}

function showLowest(codes) {
  const rows = codes.map((code) => {
    const row = wall.querySelector(`tr[data-row="${code}"]`).cloneNode(true);
    row.removeAttribute("data-row");
    const name = wall.querySelector(`[data-commune="${code}"]`).firstChild.textContent.trim();
    row.querySelector("a").textContent = name;
    return row;
  });
  const body = document.getElementById("muoi-noi");
  if (body.textContent !== rows.map((row) => row.textContent).join("")) body.replaceChildren(...rows);
}

function show(news) {
  for (const [code, text] of Object.entries(news.counts)) write(wall.querySelector(`[data-count="${code}"]`), text);
  for (const commune of news.communes) {
    const tile = wall.querySelector(`[data-commune="${commune.code}"]`);
    // A ward that is new since the page was opened comes with the next opening.
    if (!tile) continue;
    tile.className = `mb-wall__tile mb-wall--${commune.step}`;
    write(tile.querySelector("[data-rate]"), commune.rate);
    fillRow(wall.querySelector(`tr[data-row="${commune.code}"]`), commune);
    map?.setFeatureState({ source: "areas", id: commune.code }, { step: commune.step });
  }
  if (news.lowest.every((code) => wall.querySelector(`tr[data-row="${code}"]`))) showLowest(news.lowest);
  write(time, time.dataset.text.replace("{time}", news.time).replace("{date}", news.date));
}

function hear() {
  clearTimeout(heard);
  lost.hidden = true;
  heard = setTimeout(() => (lost.hidden = false), silence);
}

function listen() {
  const stream = new EventSource(wall.dataset.live);
  stream.onmessage = (event) => {
    hear();
    show(JSON.parse(event.data));
  };
  stream.addEventListener("song", hear);
  // The browser comes back by itself after a lost line, but not after a refusal.
  stream.onerror = () => {
    if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 30_000);
  };
}

function stepOf(tile) {
  return Number(/mb-wall--(\d)/.exec(tile.className)[1]);
}

// The squares say the same.
function showSquares() {
  map = undefined;
  for (const id of ["ve", "chi-tiet"]) document.getElementById(id).hidden = true;
  for (const id of ["o", "khong-ve-duoc"]) document.getElementById(id).hidden = false;
}

async function draw() {
  const place = document.getElementById("ve");
  if (!place) return;
  if (!document.createElement("canvas").getContext("webgl2")) {
    showSquares();
    return;
  }
  const { Map, setWorkerUrl } = await import(place.dataset.library);
  setWorkerUrl(new URL(place.dataset.worker, location.href).href);
  const [west, south, east, north] = place.dataset.box.split(" ").map(Number);
  place.hidden = false;
  const step = ["coalesce", ["feature-state", "step"], 0];
  const drawing = new Map({
    container: place,
    bounds: [[west, south], [east, north]],
    fitBoundsOptions: { padding: 12 },
    attributionControl: false,
    // A page that is scrolled with a finger or a wheel is not to be caught by the map.
    cooperativeGestures: true,
    locale: {
      "Map.Title": place.dataset.label,
      "CooperativeGesturesHandler.WindowsHelpText": place.dataset.wheel,
      "CooperativeGesturesHandler.MacHelpText": place.dataset.wheel.replace("Ctrl", "⌘"),
      "CooperativeGesturesHandler.MobileHelpText": place.dataset.fingers,
    },
    dragRotate: false,
    pitchWithRotate: false,
    fadeDuration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 300,
    style: {
      version: 8,
      sources: { areas: { type: "geojson", data: new URL(place.dataset.source, location.href).href, promoteId: "code" } },
      layers: [
        { id: "ground", type: "background", paint: { "background-color": "#0b0c0c" } },
        { id: "areas", type: "fill", source: "areas", paint: { "fill-color": ["match", step, 1, colours[1], 2, colours[2], 3, colours[3], 4, colours[4], 5, colours[5], colours[0]] } },
        { id: "borders", type: "line", source: "areas", paint: { "line-color": "#0b0c0c", "line-width": ["case", ["boolean", ["feature-state", "near"], false], 4, 1] } },
      ],
    },
  });
  drawing.once("error", showSquares);
  drawing.on("load", () => {
    if (place.hidden) return;
    map = drawing;
    for (const tile of wall.querySelectorAll("[data-commune]")) map.setFeatureState({ source: "areas", id: tile.dataset.commune }, { step: stepOf(tile) });
    document.getElementById("o").hidden = true;
  });
  const said = document.getElementById("chi-tiet");
  said.hidden = false;
  let near;
  const approach = (code) => {
    if (near === code) return;
    if (near) drawing.setFeatureState({ source: "areas", id: near }, { near: false });
    near = code;
    const row = wall.querySelector(`tr[data-row="${code}"]`);
    if (!row) return;
    drawing.setFeatureState({ source: "areas", id: code }, { near: true });
    const link = row.querySelector("a").cloneNode(true);
    const [rate, n] = row.querySelectorAll("td");
    said.replaceChildren(link, `: ${rate.textContent} (n = ${n.textContent})`);
  };
  drawing.on("mousemove", "areas", (event) => approach(event.features[0].properties.code));
  // A mouse has shown what it is at already; a finger shows first and opens with the link or the second tap.
  drawing.on("click", "areas", (event) => {
    const code = event.features[0].properties.code;
    const link = wall.querySelector(`[data-commune="${code}"]`);
    if (near === code && link) location.href = link.href;
    else approach(code);
  });
}

if (wall) {
  hear();
  listen();
  draw().catch(showSquares);
}
