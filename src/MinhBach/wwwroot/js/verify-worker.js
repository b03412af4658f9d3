// Answers for the page /kiem-chung where there is no network, from what the page has put by (tools/frontend/verify/offline.js).
addEventListener("install", () => self.skipWaiting());
addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  event.respondWith(fetch(request).catch(async (failed) => {
    const kept = await caches.match(request, { ignoreVary: true, ignoreSearch: request.mode === "navigate" });
    if (kept) return kept;
    throw failed;
  }));
});
