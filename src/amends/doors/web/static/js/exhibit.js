// Links the frames on a page with the list of what was read: pointing at one, or moving to it, shows the other.

const boxes = new Map([...document.querySelectorAll("[data-box]")].map((each) => [each.dataset.box, each]));
const fields = new Map([...document.querySelectorAll("[data-field]")].map((each) => [each.dataset.field, each]));

const light = (number, on) => {
  boxes.get(number)?.classList.toggle("on", on);
  fields.get(number)?.classList.toggle("on", on);
};

for (const [number, box] of boxes) {
  for (const [name, on] of [["mouseenter", true], ["focus", true], ["mouseleave", false], ["blur", false]])
    box.addEventListener(name, () => light(number, on));
}

for (const [number, field] of fields) {
  for (const [name, on] of [["mouseenter", true], ["focusin", true], ["mouseleave", false], ["focusout", false]])
    field.addEventListener(name, () => light(number, on));
  field.querySelector("[data-show]")?.addEventListener("click", (event) => {
    const box = boxes.get(number);
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.scrollIntoView({ block: "center" });
  });
}

// While it is read again, the page is looked at once more as long as nobody writes in it.
if (document.querySelector("[data-again]"))
  setTimeout(function again() {
    const writing = document.activeElement?.matches("input, select, textarea");
    if (writing) setTimeout(again, 3000);
    else location.reload();
  }, 2500);
