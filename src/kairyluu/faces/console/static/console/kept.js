// What is typed stays in this browser until the server has it: one record a call, encrypted with a key that cannot be
// taken out of the browser. It is sent once when the link is back, and forgotten at sign-out.
const kept = (() => {
  const NAME = "kairyluu-console";
  const { owner, console: root, opens, takes } = document.getElementById("console").dataset;
  const blank = root + "blank/";
  const uuid = () => crypto.randomUUID?.() ?? "10000000-1000-4000-8000-100000000000".replace(/[018]/g,
    (c) => (c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> c / 4).toString(16));
  const answer = (asked) => new Promise((done, fail) => {
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });

  let base = null, secret = null;
  const open = () => base ??= new Promise((done, fail) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => { for (const name of ["keys", "calls"]) asked.result.createObjectStore(name); };
    asked.onsuccess = () => { asked.result.onversionchange = () => asked.result.close(); done(asked.result); };
    asked.onerror = () => fail(asked.error);
  });
  const table = async (name, mode) => (await open()).transaction(name, mode).objectStore(name);

  async function makeKey() {
    const found = await answer((await table("keys", "readonly")).get(owner));
    if (found || !crypto.subtle) return found ?? null;
    const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    await answer((await table("keys", "readwrite")).add(made, owner)).catch(() => 0);
    return answer((await table("keys", "readonly")).get(owner)); // another window may have been first
  }
  const key = () => secret ??= makeKey();

  async function put(shelf, record) {
    const iv = crypto.getRandomValues(new Uint8Array(12)), own = await key();
    const plain = new TextEncoder().encode(JSON.stringify(record));
    const data = own ? await crypto.subtle.encrypt({ name: "AES-GCM", iv }, own, plain) : plain;
    await answer((await table("calls", "readwrite")).put({ iv, data }, [owner, shelf]));
    if (!record.clean) mark(1);
  }
  async function get(shelf) {
    const found = await answer((await table("calls", "readonly")).get([owner, shelf]));
    if (!found) return null;
    const own = await key();
    try {
      const plain = own ? await crypto.subtle.decrypt({ name: "AES-GCM", iv: found.iv }, own, found.data) : found.data;
      return JSON.parse(new TextDecoder().decode(plain));
    } catch { return null; }
  }
  const drop = async (shelf) => answer((await table("calls", "readwrite")).delete([owner, shelf]));
  const list = async () => {
    const keys = await answer((await table("calls", "readonly")).getAllKeys());
    const own = keys.filter(([whose]) => whose === owner);
    return Promise.all(own.map(async ([, shelf]) => [shelf, await get(shelf)]));
  };
  // Tells the server's sign-out whether this browser may be cleared.
  const mark = (n) => { document.cookie = `kept=${n ? 1 : 0}; path=/; samesite=strict`; };

  let token = document.querySelector("[name=csrfmiddlewaretoken]")?.value;
  async function send(url, body, again = true) {
    try {
      const told = await fetch(url, {
        method: "POST", body: JSON.stringify(body), redirect: "manual",
        headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      });
      if (told.ok) return { say: "saved", ...await told.json() };
      if (told.status === 409) {
        const { code } = await told.json();
        return { say: code === "call_ended" ? "ended" : "clash" };
      }
      if (told.status === 403 && again) {
        const page = new DOMParser().parseFromString(await (await fetch(blank)).text(), "text/html");
        token = page.querySelector("[name=csrfmiddlewaretoken]")?.value;
        return send(url, body, false);
      }
      return { say: told.status >= 500 ? "kept" : "door" };
    } catch { return { say: "kept" }; }
  }

  // Opens on the server what was opened here; answers with the shelf of the call. `ago` does not trust this clock's hour.
  async function begin(shelf, record) {
    const { at, ...opening } = record.open;
    const told = await send(opens, { ...opening, ago: Math.max(0, Math.round((Date.now() - at) / 1000)) });
    return told.say === "saved" ? { ...told, move: async (now) => {
      await put(told.url, { ...now, open: null, seen: "1" }); // what was saved there meanwhile is not overwritten
      await drop(shelf);
    } } : told;
  }
  async function deliver(shelf, record) {
    if (record.open) {
      const told = await begin(shelf, record);
      if (!told.move) return told.say;
      await told.move(record);
      return deliver(told.url, await get(told.url));
    }
    const was = Boolean(record.pending);
    record.pending ??= { ...record.latest, seen_version: record.seen, save_key: uuid() };
    await put(shelf, record);
    const told = await send(shelf + "autosave/", record.pending);
    if (told.say === "ended") await drop(shelf);
    if (told.say !== "saved") return told.say;
    const next = { ...record, pending: null, seen: String(told.version), clean: !was };
    await put(shelf, next);
    return was ? deliver(shelf, next) : "saved";
  }
  const hold = (shelf, work) => navigator.locks
    ? navigator.locks.request(NAME + shelf, { ifAvailable: true }, (lock) => lock && work()) : work();

  // All that no open page is sending itself; answers with what is left.
  async function deliverAll() {
    const left = [];
    let sent = 0;
    for (const [shelf, record] of await list()) {
      if (!record || record.clean || record.hint) continue;
      const said = await hold(shelf, () => deliver(shelf, record));
      if (said === "saved") sent++;
      else if (said !== "ended") left.push([shelf, record]);
    }
    mark(left.length);
    return { left, sent };
  }

  async function forget() {
    (await open()).close();
    indexedDB.deleteDatabase(NAME);
    for (const name of await globalThis.caches?.keys() ?? []) await caches.delete(name);
    for (const one of await navigator.serviceWorker?.getRegistrations() ?? []) await one.unregister();
    document.cookie = "kept=; path=/; max-age=0";
  }
  const leave = document.getElementById("leave");
  let warned = false;
  leave.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!warned && (await deliverAll()).left.length) {
      warned = true;
      leave.querySelector("button").textContent = leave.dataset.unsent;
      return;
    }
    await forget().catch(() => 0);
    leave.submit();
  });

  if (takes) navigator.serviceWorker?.register(root + "worker.js", { scope: root }).catch(() => 0);
  return { blank, uuid, put, get, drop, list, send, begin, hold, deliverAll };
})();
