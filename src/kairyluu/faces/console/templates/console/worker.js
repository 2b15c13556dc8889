// Keeps the blank page of the console with what it is drawn with, and gives it out while the server cannot be reached.
const root = new URL(self.registration.scope), blank = new URL("blank/", root).href;
async function stock() {
  const page = await fetch(blank);
  if (!page.ok || page.redirected) return;
  const parts = [...(await page.clone().text()).matchAll(/(?:src|href)="(\/static\/[^"]+)"/g)].map((found) => found[1]);
  const cache = await caches.open("console"), wanted = [...new Set(parts)];
  await cache.addAll(wanted);
  await cache.put(blank, page);
  const keep = new Set([blank, ...wanted.map((part) => new URL(part, root).href)]);
  for (const one of await cache.keys()) if (!keep.has(one.url)) await cache.delete(one);
}
addEventListener("install", (event) => { self.skipWaiting(); event.waitUntil(stock()); });
addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event, { pathname } = new URL(request.url);
  const isPage = request.mode === "navigate";
  if (!isPage && (request.method !== "GET" || !pathname.startsWith("/static/"))) return;
  const wanted = isPage ? blank : request;
  event.respondWith(fetch(request).catch(async () => await caches.match(wanted) ?? Response.error()));
  if (isPage && pathname === root.pathname) event.waitUntil(stock().catch(() => 0));
});
