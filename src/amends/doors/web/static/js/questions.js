// A question: what was typed and not sent is kept in this tab, ticks are numbered, a calendar beside each day.

const form = document.querySelector("form.asked");
const MONTHS = "January February March April May June July August September October November December".split(" ");
const PREFIX = "amends.typed.";

// What was typed, by question. An entry says which answer it was typed over; once another one is saved it is only
// offered, never put back silently.
const store = {
  get(key) {
    try {
      return JSON.parse(sessionStorage.getItem(PREFIX + key));
    } catch {
      return null;
    }
  },
  put(key, entry) {
    try {
      sessionStorage.setItem(PREFIX + key, JSON.stringify(entry));
    } catch {
      // A full or forbidden store costs the convenience, not the answer.
    }
  },
  drop(key) {
    try {
      sessionStorage.removeItem(PREFIX + key);
    } catch {
      // As above.
    }
  },
  keys() {
    try {
      return Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
    } catch {
      return [];
    }
  },
};

function fields() {
  return [...form.elements].filter((each) => each.name === "reason" || each.name === "order" || each.name.startsWith("answer"));
}

function typed() {
  return fields()
    .filter((each) => !["checkbox", "radio"].includes(each.type) || each.checked)
    .map((each) => [each.name, each.value]);
}

function putBack(values) {
  for (const each of fields()) {
    const mine = values.filter(([name]) => name === each.name).map(([, value]) => value);
    if (["checkbox", "radio"].includes(each.type)) each.checked = mine.includes(each.value);
    else if (mine.length) each.value = mine[0];
  }
  number();
}

// --------------------------------------------------------------------------- ticks in their order

const order = form?.querySelector("input[name=order]");
const marks = new Map();

function number() {
  if (!order) return;
  const ticked = [...form.querySelectorAll("input[type=checkbox][name=answer]")];
  const checked = new Set(ticked.filter((each) => each.checked).map((each) => each.value));
  const known = order.value.split(",").filter((id) => checked.has(id));
  const now = [...known, ...[...checked].filter((id) => !known.includes(id))];
  order.value = now.join(",");
  for (const each of ticked) {
    if (!marks.has(each)) {
      const mark = document.createElement("span");
      mark.className = "at";
      mark.setAttribute("aria-hidden", "true");
      each.closest("label").append(mark);
      marks.set(each, mark);
    }
    marks.get(each).textContent = each.checked && now.length > 1 ? String(now.indexOf(each.value) + 1) : "";
  }
}

// --------------------------------------------------------------------------- a calendar beside each day

function calendar(place) {
  const field = place.querySelector("input");
  const picker = document.createElement("input");
  if (!("showPicker" in picker)) return;
  picker.type = "date";
  picker.tabIndex = -1;
  picker.setAttribute("aria-hidden", "true");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "second";
  button.textContent = "Calendar";
  const held = document.createElement("span");
  held.className = "calendar";
  held.append(picker, button);
  place.append(held);
  button.addEventListener("click", () => picker.showPicker());
  picker.addEventListener("change", () => {
    const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(picker.value);
    if (!found) return;
    field.value = `${Number(found[3])} ${MONTHS[Number(found[2]) - 1]} ${found[1]}`;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });
}

// --------------------------------------------------------------------------- keeping what was typed

function offer(entry, key) {
  const note = document.createElement("div");
  note.className = "note warning";
  note.setAttribute("role", "status");
  const words = document.createElement("p");
  words.textContent = "You typed something here and did not send it. Meanwhile the question was answered otherwise.";
  const back = document.createElement("button");
  back.type = "button";
  back.className = "second";
  back.textContent = "Show what I typed";
  back.addEventListener("click", () => {
    putBack(entry.values);
    note.remove();
    store.drop(key);
  });
  note.append(words, back);
  form.prepend(note);
}

function keep() {
  const key = form.dataset.keep + location.search;
  const was = form.dataset.was;
  const fault = document.getElementById("fault");
  for (const other of store.keys()) if (other !== key && store.get(other)?.sent) store.drop(other);
  const entry = store.get(key);
  const first = JSON.stringify(typed());
  if (entry && !fault) {
    if (entry.was === was) {
      if (JSON.stringify(entry.values) !== first) putBack(entry.values);
    } else if (entry.sent) store.drop(key);
    else offer(entry, key);
  }
  const write = (sent) => {
    const values = typed();
    if (!sent && JSON.stringify(values) === first && !fault) store.drop(key);
    else store.put(key, { was, values, sent });
  };
  form.addEventListener("input", () => write(false));
  form.addEventListener("submit", () => write(true));
}

if (form) {
  for (const place of form.querySelectorAll(".day")) calendar(place);
  form.addEventListener("change", number);
  number();
  keep();
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    if (event.target.dataset.enter) {
      event.preventDefault();
      form.requestSubmit(form.querySelector(`button[value=${event.target.dataset.enter}]`));
    } else if (event.target.tagName === "TEXTAREA" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(form.querySelector("button[value=save]:not(.hidden)"));
    }
  });
  form.querySelector("input[name='answer.other']")?.addEventListener("input", () => {
    const other = form.querySelector("input[name=answer][value=other]");
    if (other) other.checked = true;
  });
  const first = document.querySelector("[data-focus]") ?? document.getElementById("fault");
  const note = document.getElementById("note");
  if (first) first.focus();
  else if (note) note.focus();
  else if (matchMedia("(pointer: fine)").matches && !location.hash) {
    const field = form.querySelector("[name=answer]:checked") ?? form.querySelector("textarea, input:not([type=hidden], [name=reason])");
    field?.focus({ preventScroll: true });
  }
}
