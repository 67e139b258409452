// What every page does: files dropped on a marked place go into its file field, and a button says when it works.

for (const place of document.querySelectorAll("[data-drop]")) {
  const field = place.querySelector("input[type=file]");
  const over = (on) => place.classList.toggle("over", on);
  place.addEventListener("dragover", (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    over(true);
  });
  place.addEventListener("dragleave", () => over(false));
  place.addEventListener("drop", (event) => {
    over(false);
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    field.files = event.dataTransfer.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

for (const field of document.querySelectorAll("input[type=file][data-send]")) {
  field.addEventListener("change", () => field.files.length && field.form.requestSubmit());
}

for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button) return;
    // A disabled button is not sent, so it is disabled after the form was read.
    setTimeout(() => {
      button.disabled = true;
      if (button.dataset.busy) button.textContent = button.dataset.busy;
    });
  });
}

// Coming back by the browser's own button shows the page as it was left; a button that said "busy" must work again.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

// On a narrow screen the row of steps scrolls; the step that is shown is in sight.
const step = document.querySelector(".way [aria-current]");
const row = step?.closest("ol");
if (row) row.scrollLeft += step.getBoundingClientRect().left - row.getBoundingClientRect().left - row.clientWidth / 3;

document.querySelector("[data-focus]")?.focus({ preventScroll: false });
