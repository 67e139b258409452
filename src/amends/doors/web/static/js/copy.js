// A button that copies the text of a box; where the browser does not allow it, the text is selected instead.

const show = () => document.querySelectorAll("[data-copy]").forEach((button) => (button.hidden = false));

document.addEventListener("htmx:afterSettle", show);
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const box = document.getElementById(button.dataset.copy);
  const said = button.parentElement.querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(box.value);
    said.textContent = "Copied";
  } catch {
    box.focus();
    box.select();
    said.textContent = "Selected: press Ctrl+C (on a Mac ⌘C)";
  }
});
show();
