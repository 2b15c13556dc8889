// Renews what says how an alarm stands, and sounds while one rings for this reader. Without this file the page of the
// alarm renews itself.
(() => {
  const parts = [...document.querySelectorAll("[data-renew]")];
  const plain = (html) => html.replace(/<input[^>]*csrf[^>]*>/g, "").trim();
  const drawn = new Map();
  let audio = null, n = 0;

  function sound() {
    if (!document.querySelector("[data-alarm]")) return;
    try {
      audio ??= new AudioContext();
      if (audio.state !== "running") audio.resume();
      for (const [at, tone] of [[0, 880], [0.3, 660], [0.6, 880]]) {
        const voice = audio.createOscillator(), volume = audio.createGain(), begins = audio.currentTime + at;
        voice.frequency.value = tone;
        volume.gain.setValueAtTime(0.25, begins);
        volume.gain.exponentialRampToValueAtTime(0.001, begins + 0.28);
        voice.connect(volume).connect(audio.destination);
        voice.start(begins);
        voice.stop(begins + 0.3);
      }
    } catch { /* a browser without sound still shows it */ }
  }
  // A browser lets a page sound only after its reader has touched it.
  for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, () => audio?.resume(), { passive: true });

  async function renew(part) {
    try {
      const answer = await fetch(part.dataset.renew, { headers: { "X-Requested-With": "fetch" } });
      if (!answer.ok || answer.redirected) return;
      const html = await answer.text();
      if (drawn.get(part) !== plain(html)) part.innerHTML = html;
      drawn.set(part, plain(html));
    } catch { /* the link is lost: what was drawn stays */ }
  }
  for (const part of parts) drawn.set(part, plain(part.innerHTML));
  addEventListener("renew", () => parts.forEach(renew));
  setInterval(() => {
    n += 1;
    // The banner each ten seconds, an alarm that is open before the reader each five.
    parts.filter((part) => n % 2 === 0 || !part.matches("#alarms")).forEach(renew);
    sound();
  }, 5000);
  sound();
})();
