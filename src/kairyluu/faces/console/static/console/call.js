// Saves the call every few seconds, keeps it in the browser while the link is lost, and lets Enter walk the script.
// Without this file every button saves. The blank page is the same form, of a call that the server does not know yet.
(async () => {
  const form = document.getElementById("call"), told = document.getElementById("saving");
  const isBlank = "blank" in form.dataset, version = form.elements.seen_version;
  const typed = () => Object.fromEntries([...new FormData(form)].filter(([name]) => !name.startsWith("csrf")));
  const say = (what) => { told.textContent = told.dataset[what]; };
  let shelf = location.pathname, opening = null, pending = null, busy = false, changed = false, isLost = isBlank;
  const now = () => ({ latest: typed(), pending, seen: version.value, open: opening, clean: !changed && !pending });
  let writing = Promise.resolve();
  const put = () => {
    const record = now(), place = shelf;
    writing = writing.then(() => kept.put(place, record)).catch(() => 0);
    return writing;
  };

  // What a lost link left here is put back: into the version it was typed in, or after a save whose reply was lost.
  let found = await kept.get(shelf).catch(() => null);
  if (isBlank && !found) {
    const key = location.hash.slice(1), hint = await kept.get("hint");
    found = key ? await kept.get("new/" + key) : null;
    opening = found?.open ?? hint?.open ?? { opening_key: kept.uuid(), line: form.dataset.line, number: "", at: Date.now() };
    found ??= { latest: { phone: opening.number, ...typed() } };
    found.latest.phone ||= opening.number;
    shelf = "new/" + opening.opening_key;
    history.replaceState(null, "", `${kept.blank}#${opening.opening_key}`);
  } else if (isBlank) version.value = found.seen;
  await kept.drop("hint").catch(() => 0);
  kept.hold(shelf, () => new Promise(() => 0)); // until this page is closed no other one sends this call
  const isOurs = found && !found.clean && (found.seen === version.value || found.pending?.save_key === form.dataset.lastSave);
  if (isBlank || isOurs) {
    for (const part of form.querySelectorAll("[name]:not([type=hidden]):not(button)")) {
      const value = found.latest[part.name] ?? "";
      if (part.type === "checkbox" || part.type === "radio") part.checked = part.value === value;
      else part.value = value;
    }
    changed = Boolean(found.seen);
    if (isBlank && found.pending) pending = found.pending;
    if (isBlank) say("kept");
  }

  async function send() {
    if (busy || (!changed && !pending)) return;
    busy = true;
    if (opening) await begin(); else await save();
    busy = false;
  }
  async function begin() {
    const answer = await kept.begin(shelf, now());
    if (!answer.move) return say(answer.say);
    await writing;
    await answer.move(now());
    location.replace(answer.url);
  }
  async function save() {
    if (!pending) {
      pending = { ...typed(), seen_version: version.value, save_key: kept.uuid() };
      changed = false;
      put();
    }
    const answer = await kept.send(shelf + "autosave/", pending);
    isLost = answer.say === "kept" || answer.say === "door";
    if (answer.say === "ended") {
      await kept.drop(shelf);
      location.assign(kept.blank + "../");
    } else if (answer.say === "saved") {
      version.value = answer.version;
      suggest(answer.urgent ?? "");
      pending = null;
      await put();
      if (isBlank && !changed) location.reload();
    }
    say(answer.say);
  }
  form.addEventListener("input", (event) => {
    changed = true;
    put();
    if (event.target.name === "referral") search(event.target.value);
    if (event.target.name === "pick") pick(event.target);
  });
  form.addEventListener("submit", (event) => {
    if (!isLost) return; // the call ends when the link is back; until then nothing is lost
    event.preventDefault();
    changed = true;
    put();
    say("kept");
    send();
  });
  setInterval(send, 3000);
  setInterval(kept.deliverAll, 15000);
  addEventListener("online", send);

  // What the words suggest stands beside the text; it is redrawn only when it says something else.
  let suggested = null;
  function suggest(part) {
    if (part === suggested) return;
    suggested = part;
    document.getElementById("urgent").innerHTML = part;
  }
  addEventListener("keydown", (event) => {
    const button = /^F[89]$/.test(event.key) && form.querySelector(`#urgent [data-key=${event.key}]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  });

  // The listed procedure becomes the words told, unless the operator has written his own.
  let told_by_list = "";
  const pick = (row) => {
    const { told_body, told: words } = form.elements;
    told_body.value = row.value;
    if (words.value === told_by_list) words.value = told_by_list = row.dataset.told;
  };

  let asked = 0;
  async function search(words) {
    const turn = ++asked;
    try {
      const answer = await fetch(form.dataset.referral + "?q=" + encodeURIComponent(words));
      if (answer.ok && turn === asked) document.getElementById("found").innerHTML = await answer.text();
    } catch { /* the list below holds every body */ }
  }

  // Enter goes on to the next field to be filled; on a tick it ticks; in the text it is a new line.
  const walk = [...form.querySelectorAll("input:not([type=hidden]):not([data-skip]), textarea, button[value=register]")];
  form.addEventListener("keydown", (event) => {
    const here = event.target;
    if (event.key !== "Enter" || event.ctrlKey || here.tagName !== "INPUT" || here.type === "search") return;
    event.preventDefault();
    if (here.type === "checkbox" && !here.checked) here.click();
    const rest = walk.slice(walk.indexOf(here) + 1).filter((part) => part.type !== "radio");
    rest[0]?.focus();
  });
})();
