// Sends the files of a form in pieces that go on after a broken link (tus 1.0.0). Without this file the form sends them.
(() => {
  const { place } = document.currentScript.dataset, input = document.getElementById("file"), form = input?.form;
  if (!form || !window.DataTransfer || !window.AbortController) return;
  try { sessionStorage.length; } catch { return; } // a browser that keeps nothing
  const SHELF = "uploading", LEAST = 16 * 1024, MOST = 1024 * 1024, PATIENCE = 120000;
  const field = input.closest(".field"), plain = form.querySelector("button[name=upload]").parentElement;
  const key = form.elements.submission_key, action = form.getAttribute("action") || location.href;
  const queue = [];
  let size = 64 * 1024, panel = null, cancel = null, busy = false, pressed = null;

  const kept = () => JSON.parse(sessionStorage.getItem(SHELF) || "null");
  const forget = () => sessionStorage.removeItem(SHELF);
  const isOf = (record, file) => record && record.name === file.name && record.size === file.size && record.modified === file.lastModified;
  const coded = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

  // One question to the server; it is given up when nothing moves, or on the wish of the person.
  async function ask(method, url, headers, body) {
    const breaker = new AbortController(), stop = () => breaker.abort(), timer = setTimeout(stop, PATIENCE);
    cancel.signal.addEventListener("abort", stop);
    try {
      const spoken = { "Tus-Resumable": "1.0.0", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value, ...headers };
      return await fetch(url, { method, body, headers: spoken, cache: "no-store", signal: breaker.signal });
    } finally {
      clearTimeout(timer);
      cancel.signal.removeEventListener("abort", stop);
    }
  }
  const pause = (seconds) => new Promise((go) => {
    setTimeout(go, seconds * 1000);
    addEventListener("online", go, { once: true });
    cancel.signal.addEventListener("abort", go, { once: true });
  });

  async function open() {
    if (panel?.isConnected) return;
    const made = document.createElement("template");
    for (let n = 1; ; n++) {
      try {
        made.innerHTML = await (await fetch(place)).text();
        break;
      } catch (fault) {
        if (n > 3) throw fault;
        await pause(n);
      }
    }
    panel = made.content.getElementById("uploading");
    panel.querySelector("button").addEventListener("click", () => cancel.abort());
    field.after(panel);
  }
  const say = (what, name = "") => { panel.querySelector(".hint").textContent = what && panel.dataset[what] + (name && ": " + name); };
  function show(name, done, all) {
    const amount = (n) => (n / 1048576).toFixed(1).replace(".", ","), bar = panel.querySelector("progress");
    const [row, told] = panel.querySelectorAll("p.row, span[role]"), quarter = Math.floor(4 * done / all) * 25;
    row.parentElement.hidden = !name;
    row.querySelector("#uploading-name").textContent = row.querySelector(".hidden").textContent = name;
    row.querySelector(".soft").textContent = `${amount(done)} / ${amount(all)} ${panel.dataset.mb}`;
    bar.value = bar.max * done / all;
    const words = quarter ? quarter + " %" : "";
    if (told.textContent !== words) told.textContent = words;
  }
  function complain(sentence) {
    document.getElementById("file-e")?.remove();
    field.classList.toggle("has-error", Boolean(sentence));
    input.toggleAttribute("aria-invalid", false);
    input.setAttribute("aria-describedby", sentence ? "file-h file-e" : "file-h");
    if (!sentence) return;
    input.setAttribute("aria-invalid", "true");
    const shown = Object.assign(document.createElement("span"), { id: "file-e", className: "error", textContent: sentence });
    shown.setAttribute("role", "alert");
    document.getElementById("file-h").after(shown);
  }

  // The list as the server draws it, with its buttons; everything typed stays as it is.
  async function refresh() {
    const typed = new FormData(form), here = document.getElementById("files");
    typed.delete("file");
    typed.set("upload", "1");
    const answer = await fetch(action, { method: "POST", body: typed });
    const there = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("files");
    if (!there) return;
    const list = there.querySelector("ul.files");
    here.querySelector("ul.files")?.remove();
    if (list) here.querySelector("h2").after(list);
    for (const part of ["label[for=file]", "#file-h"]) here.querySelector(part).replaceWith(there.querySelector(part));
  }

  // What became of it: "done", "cancelled", "plain" (the form shall send it), or the sentence of a refusal.
  async function send(file, url) {
    let offset = url ? null : 0, seen = 0, misses = 0, begun = 0; // null: to be asked for
    while (!cancel.signal.aborted) {
      seen = offset ?? seen;
      show(file.name, seen, file.size);
      const piece = await file.slice(offset ?? 0, (offset ?? 0) + size).arrayBuffer().catch(() => null);
      if (!piece) return panel.dataset.failed;
      const since = performance.now();
      try {
        let answer;
        if (!url) {
          if (begun++ > 3) return panel.dataset.failed;
          const said = `filename ${coded(file.name.slice(-200))},key ${coded(key.value)}`;
          answer = await ask("POST", place, { "Upload-Length": String(file.size), "Upload-Metadata": said });
          if (answer.status === 201) {
            [url, offset] = [answer.headers.get("Location"), 0];
            const record = { url, action, key: key.value, name: file.name, size: file.size, modified: file.lastModified };
            sessionStorage.setItem(SHELF, JSON.stringify(record));
          }
        } else if (offset === null) {
          answer = await ask("HEAD", url);
          if (answer.ok) offset = Number(answer.headers.get("Upload-Offset"));
        } else {
          const spoken = { "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(offset) };
          answer = await ask("PATCH", url, spoken, piece);
          if (answer.ok) {
            [offset, misses] = [Number(answer.headers.get("Upload-Offset")), 0];
            say("");
            const took = performance.now() - since;
            size = took < 4000 ? Math.min(MOST, size * 2) : took > 20000 ? Math.max(LEAST, size / 2) : size;
          }
        }
        if (answer.ok) {
          if (url && offset >= file.size) return "done";
        } else if (answer.status === 409) offset = null;
        else if (answer.status === 404 && url) [url, offset] = [null, 0];
        else if (answer.status === 423 || answer.status === 460 || answer.status >= 500) throw answer;
        else {
          const sentence = answer.headers.get("Content-Type")?.startsWith("text/plain") && await answer.text();
          return sentence || "plain";
        }
      } catch {
        if (cancel.signal.aborted) break;
        offset = url ? null : 0;
        size = Math.max(LEAST, size / 2);
        say("broken");
        await pause(Math.min(30, 2 ** misses++));
      }
    }
    if (url) ask("DELETE", url).catch(() => 0);
    return "cancelled";
  }

  async function work() {
    busy = true;
    cancel = new AbortController();
    const began = await open().then(() => true, () => false);
    while (queue.length && began) {
      const file = queue[0], record = kept();
      cancel = new AbortController();
      if (record && !isOf(record, file)) ask("DELETE", record.url).catch(() => 0);
      const outcome = await send(file, isOf(record, file) ? record.url : null);
      forget();
      if (outcome === "plain") break;
      queue.shift();
      show("", 0, 1);
      say(outcome === "done" ? "done" : "", file.name);
      if (outcome !== "done") pressed = null;
      if (outcome === "done") await refresh().catch(() => 0);
      else if (outcome !== "cancelled") complain(outcome);
    }
    busy = false;
    if (queue.length) giveBack();
    if (!pressed) return;
    complain("");
    form.requestSubmit(pressed);
  }
  function giveBack() {
    const files = new DataTransfer();
    for (const file of queue.splice(0)) files.items.add(file);
    input.files = files.files;
    plain.hidden = false;
    if (panel?.isConnected) complain(panel.dataset.plain);
    panel?.remove();
  }

  // After a reload the browser has lost the file and the form has a new key; the server still has what came.
  async function goOn() {
    const record = kept();
    if (!record || record.action !== action) return;
    cancel = new AbortController();
    const answer = await ask("HEAD", record.url);
    const isElsewhere = record.key !== key.value && (form.querySelector("ul.files") || location.search.includes("draft="));
    if (!answer.ok || isElsewhere) return forget();
    key.value = record.key;
    refresh().catch(() => 0);
    const offset = Number(answer.headers.get("Upload-Offset"));
    if (offset >= record.size) return forget();
    await open();
    if (busy) return;
    show(record.name, offset, record.size);
    say("again");
    cancel.signal.addEventListener("abort", () => {
      if (busy) return;
      panel.remove();
      forget();
      cancel = new AbortController();
      ask("DELETE", record.url).catch(() => 0);
    });
  }

  plain.hidden = true;
  input.addEventListener("change", () => {
    complain("");
    queue.push(...input.files);
    input.value = "";
    if (!busy && queue.length) work();
  });
  form.addEventListener("submit", (event) => {
    if (!busy) return;
    event.preventDefault();
    pressed = event.submitter; // goes on by itself when the file is here, unless something more is typed
    complain(panel?.dataset.busy || "…");
    input.focus();
  });
  form.addEventListener("input", () => { pressed = null; });
  goOn().catch(() => 0);
})();
