// Asks every three seconds who rings. Without this file the page shows it when it is loaded again.
{
  const place = document.getElementById("ringing");
  let shown = place.innerHTML.replace(/value="[^"]*"/g, "");
  setInterval(async () => {
    if (place.contains(document.activeElement) || !navigator.onLine) return;
    try {
      const answer = await fetch(place.dataset.ringing);
      if (!answer.ok || answer.redirected) return;
      const drawn = await answer.text(), now = drawn.replace(/value="[^"]*"/g, "");
      if (now.trim() === shown.trim()) return;
      shown = now;
      place.innerHTML = drawn;
    } catch { /* no link: the next turn asks again */ }
  }, 3000);
}
