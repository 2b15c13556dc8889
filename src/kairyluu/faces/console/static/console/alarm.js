// Alt and a digit raise an alarm while the operator goes on typing. What could not be sent is said at once and sent as
// soon as the link is back. Without this file the buttons send the whole form.
(() => {
  const form = document.getElementById("call"), told = document.getElementById("alarm-told");
  const buttons = [...form.querySelectorAll("button[name=alarm]")];
  const shelf = `alarm ${location.pathname}`;
  const say = (what) => { told.textContent = told.dataset[what]; };
  let waiting = null;

  async function send(button) {
    const sent = new FormData(form);
    sent.set("alarm", button.value);
    let answer;
    try {
      answer = await fetch(button.formAction, {
        method: "POST", body: new URLSearchParams(sent), keepalive: true, headers: { "X-Requested-With": "fetch" },
      });
    } catch { answer = null; }
    if (!answer || answer.status >= 500) {
      waiting = button;
      sessionStorage.setItem(shelf, button.value);
      return say("lost");
    }
    waiting = null;
    sessionStorage.removeItem(shelf);
    if (!answer.ok || answer.redirected) return say("refused");
    say("gone");
    setTimeout(() => dispatchEvent(new Event("renew")), 700);
  }
  form.addEventListener("submit", (event) => {
    if (!buttons.includes(event.submitter)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    send(event.submitter);
  }, true);
  addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const button = buttons.find((one) => event.code === `Digit${one.dataset.key}`);
    if (!button) return;
    event.preventDefault();
    send(button);
  });
  const again = () => { if (waiting) send(waiting); };
  setInterval(again, 3000);
  addEventListener("online", again);
  const kept = sessionStorage.getItem(shelf);
  if (kept) waiting = buttons.find((one) => one.value === kept) ?? null;
  again();
})();
