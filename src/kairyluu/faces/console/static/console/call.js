// Saves the call every few seconds, keeps it in the browser while the link is lost, and lets Enter walk the script.
// Without this file every button saves.
const form = document.getElementById("call");
if (form) {
  const told = document.getElementById("saving");
  const shelf = "kairyluu-call-" + form.dataset.autosave;
  const version = form.elements.seen_version;
  const typed = () => Object.fromEntries([...new FormData(form)].filter(([name]) => !name.startsWith("csrf")));
  const key = () => crypto.randomUUID();
  const say = (what) => { told.textContent = told.dataset[what]; };
  const put = () => localStorage.setItem(shelf, JSON.stringify({ pending, latest: typed(), seen: version.value }));
  let pending = null, busy = false, changed = false;

  // What a lost link left here is put back: into the version it was typed in, or after a save whose reply was lost.
  let kept = null;
  try { kept = JSON.parse(localStorage.getItem(shelf)); } catch { kept = null; }
  if (kept && (kept.seen === version.value || kept.pending?.save_key === form.dataset.lastSave)) {
    for (const part of form.querySelectorAll("[name]:not([type=hidden]):not(button)")) {
      const value = kept.latest[part.name] ?? "";
      if (part.type === "checkbox" || part.type === "radio") part.checked = part.value === value;
      else part.value = value;
    }
    changed = true;
  }

  async function send() {
    if (busy || (!changed && !pending)) return;
    busy = true;
    if (!pending) {
      pending = { ...typed(), seen_version: version.value, save_key: key() };
      changed = false;
      put();
    }
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST", body: JSON.stringify(pending),
        headers: { "Content-Type": "application/json", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
      });
      if (answer.ok) {
        version.value = (await answer.json()).version;
        pending = null;
        if (changed) put(); else localStorage.removeItem(shelf);
        say("saved");
      } else say("clash");
    } catch { say("kept"); }
    busy = false;
  }
  form.addEventListener("input", (event) => {
    changed = true;
    put();
    if (event.target.name === "referral") search(event.target.value);
    if (event.target.name === "pick") form.elements.told_body.value = event.target.value;
  });
  setInterval(send, 3000);
  addEventListener("online", send);

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
} else {
  // Of a call that has ended nothing stays in this browser.
  for (const name of Object.keys(localStorage)) {
    if (!name.startsWith("kairyluu-call-")) continue;
    const page = name.slice("kairyluu-call-".length).replace(/autosave\/$/, "");
    if (!document.querySelector(`a[href="${page}"]`)) localStorage.removeItem(name);
  }
}
