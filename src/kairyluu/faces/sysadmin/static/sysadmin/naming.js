// A list with a search field of its own takes the name of its label: Django leaves it without one.
const name = () => {
  for (const box of document.querySelectorAll(".select2-selection[role=combobox]")) {
    const select = box.closest(".select2").previousElementSibling;
    const label = select && document.querySelector(`label[for="${select.id}"]`);
    if (!label) continue;
    label.id ||= `${select.id}-label`;
    const shown = box.querySelector(".select2-selection__rendered");
    box.setAttribute("aria-labelledby", `${label.id} ${shown.id}`);
    shown.setAttribute("aria-labelledby", label.id);
  }
};
addEventListener("load", () => setTimeout(name)); // behind what Django does when the page is ready
// A list wider than the screen is scrolled by the keyboard too, also where no row has a link.
const reach = () => {
  for (const rows of document.querySelectorAll("#changelist .results")) {
    rows.tabIndex = 0;
    rows.setAttribute("role", "region");
    rows.setAttribute("aria-label", document.querySelector("h1").textContent);
  }
};
addEventListener("DOMContentLoaded", reach);
