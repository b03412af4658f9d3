// Keeps the page and all that it is made of, so that it opens without a network. Nobody's name is in what is kept.
const loaded = () => new Promise((done) => (document.readyState === "complete" ? done() : addEventListener("load", done)));

export async function keepPage({ worker, path, offline }) {
  if (!navigator.serviceWorker || !self.caches) return false;
  try {
    await loaded();
    await navigator.serviceWorker.register(worker, { scope: path });
    const parts = [...performance.getEntriesByType("resource").map((part) => part.name), ...Array.from(document.querySelectorAll("link[href]"), (link) => link.href)];
    const wanted = new Set(parts.filter((part) => part.startsWith(`${location.origin}/`) && new URL(part).pathname !== worker));
    const cache = await caches.open("kiem-chung");
    const keep = async (name, address) => {
      const answer = await fetch(address, { credentials: "omit" });
      if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
      await cache.put(name, answer);
    };
    const language = `?lang=${document.documentElement.lang}`;
    await Promise.all([keep(path, path + language), keep(offline, offline + language), ...Array.from(wanted, (part) => keep(part, part))]);
    const current = new Set([...wanted, location.origin + path, location.origin + offline]);
    for (const request of await cache.keys()) if (!current.has(request.url)) await cache.delete(request);
    return true;
  } catch {
    return false;
  }
}
