// The first page: sends what other pages left here, lists what cannot be sent yet, forgets ended calls.
(async () => {
  const place = document.getElementById("kept"), form = document.getElementById("opening");
  form.addEventListener("submit", async (event) => {
    event.preventDefault(); // should the link be lost at this very moment, the blank page takes over with the same key
    const { opening_key, line, number } = Object.fromEntries(new FormData(form));
    await kept.put("hint", { hint: true, clean: true, open: { opening_key, line, number, at: Date.now() } }).catch(() => 0);
    form.submit();
  });

  await kept.drop("hint");
  for (const [shelf, record] of await kept.list()) {
    const isOpen = document.querySelector(`a[href="${shelf}"]`);
    if (record?.clean && !isOpen) await kept.drop(shelf);
  }
  const draw = async () => {
    const { left, sent } = await kept.deliverAll();
    place.hidden = !left.length;
    place.querySelector("ul").replaceChildren(...left.map(([shelf, record]) => {
      const row = document.createElement("li"), link = document.createElement("a");
      link.href = record.open ? `${kept.blank}#${record.open.opening_key}` : shelf;
      link.textContent = record.latest.text?.slice(0, 90) || record.latest.name || record.latest.phone || "…";
      row.append(link);
      return row;
    }));
    if (sent && !location.search && !form.elements.number.value) location.reload();
  };
  addEventListener("online", draw);
  setInterval(draw, 15000);
  await draw();
})();
