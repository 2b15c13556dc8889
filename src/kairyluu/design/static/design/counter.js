// Counts letters beside a limited text while it is typed. Without this file the server counts.
for (const shown of document.querySelectorAll(".counter output")) {
  const area = document.getElementById(shown.htmlFor.value);
  const limit = Number(shown.textContent.split("/")[1].replace(/\D/g, ""));
  if (!area || !limit) continue;
  const count = () => {
    const n = [...area.value].length; // letters, as the server counts them, not halves of an emoji
    const words = n + " / " + limit;
    shown.replaceChildren(n > limit ? Object.assign(document.createElement("b"), { className: "over", textContent: words }) : words);
  };
  area.addEventListener("input", count);
  count();
}
