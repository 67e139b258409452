// Sends each file by itself, so that each appears at once; asks how far the reading is.

import { signedOut } from "./session.js";

const form = document.querySelector("#send");
const list = document.querySelector("#files");

if (form && list) {
  const field = form.querySelector("input[type=file]");
  const sending = form.querySelector(".sending");
  const fault = form.querySelector("#send-fault");
  const line = [];
  let under = 0;

  const tell = (words) => {
    fault.textContent = words;
    fault.hidden = !words;
  };

  const row = (file) => {
    const made = document.createElement("li");
    const name = document.createElement("span");
    const bar = document.createElement("progress");
    name.className = "name";
    name.dir = "auto";
    name.textContent = file.name;
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute("aria-label", `Sending ${file.name}`);
    made.append(name, bar);
    sending.append(made);
    return { made, bar };
  };

  // A page whose cookie is gone, or whose person was signed out, can send nothing before it is loaded again.
  const refused = (request, file) =>
    request.status === 403 || !request.responseURL.endsWith(location.pathname)
      ? `${file.name} was not taken: this page was open for long. Reload it, then send the file again.`
      : `${file.name} was not taken. Send it again.`;

  const send = ({ file, shown }) =>
    new Promise((done) => {
      const request = new XMLHttpRequest();
      const body = new FormData();
      body.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
      body.append("files", file, file.name);
      request.open("POST", location.pathname);
      request.setRequestHeader("Accept", "application/json");
      request.responseType = "json";
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) shown.bar.value = (100 * event.loaded) / event.total;
      });
      request.addEventListener("load", () =>
        done(request.status === 401 ? null : (request.response?.wrong ?? [refused(request, file)])),
      );
      request.addEventListener("error", () => done([`${file.name} was not sent. Is amends still running? Send it again.`]));
      request.send(body);
    });

  // One after the other: exhibits get their letters in the order in which the person chose the files.
  let out = false;
  const next = async () => {
    if (under || out || !line.length) return;
    under += 1;
    const one = line.shift();
    const wrong = await send(one);
    if (wrong === null) {
      line.unshift(one);
      under -= 1;
      out = true;
      signedOut(form, "Your files wait here and are sent as soon as you are back. Leave this page open.", (note) => {
        note.remove();
        out = false;
        next();
      });
      return;
    }
    one.shown.made.remove();
    if (wrong.length) tell([fault.textContent, ...wrong].filter(Boolean).join(" "));
    under -= 1;
    look();
    next();
  };

  const take = (files) => {
    tell("");
    for (const file of files) line.push({ file, shown: row(file) });
    next();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.files.length) take([...field.files]);
    else tell("Choose the files first, then send them.");
    field.value = "";
  });
  field.addEventListener("change", () => field.files.length && form.requestSubmit());
  addEventListener("beforeunload", (event) => {
    if (under || line.length) event.preventDefault();
  });

  // How far the reading is: asked more seldom the longer nothing changes.
  let wait = 700;
  let timer = 0;
  let ended = Number(list.querySelector("[data-ended]")?.dataset.ended ?? 0);
  list.dataset.shown = ended;

  const busy = () => Number(list.querySelector("[data-waits]")?.dataset.waits ?? 0);
  const within = (place) => place.contains(document.activeElement);

  const look = async () => {
    clearTimeout(timer);
    try {
      const answer = await fetch(form.dataset.files, { headers: { Accept: "text/html" } });
      if (answer.ok) {
        const text = await answer.text();
        if (list.dataset.last !== text && !within(list)) {
          list.dataset.last = text;
          list.replaceChildren(...new DOMParser().parseFromString(text, "text/html").body.childNodes);
          wait = 700;
        }
        const now = Number(list.querySelector("[data-ended]")?.dataset.ended ?? 0);
        if (now !== ended) await renew(now);
      }
    } catch {
      // The server is away for a moment; the next look tells.
    }
    wait = Math.min(wait * 1.3, 4000);
    if (busy() || under || line.length) timer = setTimeout(look, wait);
  };

  // What was found changes with each file that was read; what a person is about to change stays as it is.
  const renew = async (now) => {
    const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    ended = now;
    for (const id of ["brief", "found", "aside"]) {
      const place = document.getElementById(id);
      const fresh = page.getElementById(id);
      if (!place || !fresh || within(place) || touched(place)) continue;
      const open = [...place.querySelectorAll("details")].map((each) => each.open);
      place.replaceChildren(...fresh.childNodes);
      place.querySelectorAll("details").forEach((each, at) => (each.open = Boolean(open[at])));
    }
    list.dataset.shown = ended;
  };

  const touched = (place) => [...place.querySelectorAll("input")].some((each) => each.value !== each.defaultValue);

  if (busy()) timer = setTimeout(look, wait);
}
