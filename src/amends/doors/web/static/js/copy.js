// A button that copies the text of a box; where the browser does not allow it, the text is selected instead.

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
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
}
