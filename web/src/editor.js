// The draft with its review beside it. It takes the place of the text field of a form marked `data-draft`; without it
// the form is sent as any other.
//
//   <form data-draft data-check="URL" data-save="URL" data-stamp="…" data-nonce="…"> … <textarea name="text"> …
//
// and anywhere in the page, each where it is wanted: `data-draft-counts`, `-saved`, `-voice`, `-findings` (a list),
// `-stops`, `-facts`, `-matrix`, `-questions`, `-length`, `-conflict`, `-signed-out`. The page answers the event `session`
// of the document by `detail.done("in" | "out" | "away")` when its forms carry the word that holds now, and shows for the
// event `signed-out` of a place how to sign in; it calls `detail.again(note)` when the person is back.

import { Checking } from "./checking.js";
import { element, several, Voice } from "./dom.js";
import { Facts, facts, taken } from "./facts.js";
import { counted, diagnostics, Findings } from "./findings.js";
import { Offsets } from "./offsets.js";
import { Saving } from "./saving.js";
import { editorView } from "./view.js";

const KEPT = {
  saved: "Saved",
  pending: "Not saved yet…",
  saving: "Saving…",
  failed: "Not saved",
  conflict: "Not saved: changed elsewhere",
  out: "Not saved: you were signed out",
};

function begin(form) {
  const field = form.querySelector("textarea");
  const part = (name) => document.querySelector(`[data-draft-${name}]`);
  const voice = new Voice(part("voice"));

  const send = (url, body, signal, keepalive = false) => {
    const token = form.elements.csrfmiddlewaretoken?.value;
    return fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...(token ? { "X-CSRFToken": token } : {}) },
      body: JSON.stringify(body),
      credentials: "same-origin",
      redirect: "error",
      signal,
      keepalive,
    });
  };
  // Who signs in again, in another tab, gets another word for their forms.
  const post = async (...asked) => {
    const answer = await send(...asked);
    return answer.status === 403 && (await session()) === "in" ? send(...asked) : answer;
  };

  const read = () => whole(view.state.doc.toString());
  const findings = new Findings({ list: part("findings"), voice, recheck: () => checking.ask() });
  const panel = new Facts({ panel: part("facts"), voice });

  const checking = new Checking({
    url: form.dataset.check,
    post,
    read,
    show(answer, text) {
      const offsets = new Offsets(text);
      const found = answer.findings ?? [];
      findings.take(diagnostics(found, text, offsets));
      view.dispatch({ effects: taken(answer.sentences, offsets) });
      const words = counted(found);
      if (part("counts")) part("counts").textContent = words;
      voice.say(words);
      long(part("length"), answer);
      for (const name of ["stops", "matrix", "questions"]) fragment(part(name), answer[name]);
      form.dataset.reviewed = answer.version;
    },
    fail() {
      const words = saving.out ? "The review waits for you too." : "The review does not answer; it is asked again as you type.";
      if (part("counts")) part("counts").textContent = words;
    },
  });

  const saving = new Saving({
    url: form.dataset.save,
    stamp: form.dataset.stamp ?? "",
    text: whole(field.value),
    post,
    read,
    state(name, words) {
      const line = part("saved");
      form.dataset.saving = name;
      if (!line) return;
      line.textContent = words ? `${KEPT[name]}. ${words}` : KEPT[name];
      line.dataset.state = name;
      if (name === "failed" || name === "out") voice.say(line.textContent);
    },
    conflict: (theirs) => conflict(part("conflict"), theirs),
    signedOut() {
      const words = "Nothing is lost: what you wrote is kept in this tab, and you can write on. It is saved when you are back.";
      const again = (note) => {
        note.remove();
        saving.back();
        checking.ask();
      };
      part("signed-out")?.dispatchEvent(new CustomEvent("signed-out", { bubbles: true, detail: { words, again } }));
    },
  });

  const place = element("div", { class: "editor" });
  field.before(place);
  const label = form.querySelector(`label[for="${field.id}"]`);
  const view = editorView({
    place,
    text: field.value,
    nonce: form.dataset.nonce,
    labels: {
      "aria-label": label?.textContent.trim() || "Your plan",
      ...(field.getAttribute("aria-describedby") ? { "aria-describedby": field.getAttribute("aria-describedby") } : {}),
    },
    keys: [
      { key: "F8", run: () => findings.go(1), shift: () => findings.go(-1), preventDefault: true },
      { key: "Mod-.", run: () => findings.fixHere(), preventDefault: true },
      { key: "Alt-Enter", run: () => panel.enter(), preventDefault: true },
      { key: "Mod-s", run: () => (saving.save(), true), preventDefault: true },
    ],
    extensions: [facts],
    changed(update) {
      if (update.docChanged) {
        checking.changed();
        saving.changed();
      }
      if (update.docChanged) findings.moved();
      else if (update.selectionSet) findings.mark();
      if (update.docChanged || update.selectionSet || update.transactions.some((one) => one.effects.length)) panel.draw();
    },
  });
  findings.view = panel.view = view;
  field.hidden = true;
  if (label) label.addEventListener("click", () => view.focus());

  const replace = (text) =>
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, userEvent: "input.replace" });

  function conflict(banner, theirs) {
    if (!banner) return;
    const close = () => {
      banner.hidden = true;
      banner.replaceChildren();
      view.focus();
    };
    banner.replaceChildren(
      element("h2", {}, "This plan was changed in another tab"),
      element(
        "p",
        {},
        "Nothing is lost: your text is here, the other one is saved. Whichever you choose, the other stays in “Versions”.",
      ),
      element("details", {}, element("summary", {}, "Read the other text"), element("pre", { tabindex: "0" }, theirs.words ?? theirs.text)),
      element(
        "p",
        { class: "choices" },
        element("button", { type: "button", onclick: () => (close(), saving.keepMine()) }, "Go on with my text"),
        element(
          "button",
          {
            type: "button",
            onclick: async () => {
              const text = await saving.takeTheirs();
              if (text === null) return;
              replace(text);
              close();
            },
          },
          "Take the other text",
        ),
      ),
    );
    banner.hidden = false;
  }

  form.addEventListener("submit", (event) => {
    if (event.submitter?.hasAttribute("data-draft-keep")) {
      event.preventDefault();
      saving.save();
      return;
    }
    field.value = read();
  });
  // Who signs out while something is not saved yet has it saved first.
  document.addEventListener(
    "submit",
    async (event) => {
      if (!("signOut" in event.target.dataset) || saving.clean || saving.out) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (await saving.save()) event.target.requestSubmit();
    },
    true,
  );
  window.addEventListener("beforeunload", (event) => {
    if (!saving.clean) event.preventDefault();
  });
  window.addEventListener("pagehide", () => saving.part());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") saving.part();
  });
  window.addEventListener("online", () => saving.clean || saving.save());

  const kept = saving.left();
  if (kept) {
    replace(kept.text);
    saving.resume(kept);
    voice.say("What you wrote before was not saved yet; it is here again.");
  } else {
    saving.state("saved");
  }
  panel.draw();
  checking.ask();
  form.editor = view; // for other scripts of the page
  form.dataset.ready = "";
}

/** A text that can be sent: half of a character, as a broken paste leaves it, becomes the sign for it. */
function whole(text) {
  return typeof text.toWellFormed === "function" ? text.toWellFormed() : text;
}

/** Whether the person is signed in, as the page finds out; "away" where nobody answers. */
function session() {
  return new Promise((done) => {
    if (document.dispatchEvent(new CustomEvent("session", { cancelable: true, detail: { done } }))) done("away");
  });
}

const shown = new WeakMap();

/** What the server made of its own templates; it has escaped what comes from outside. */
function fragment(place, html) {
  if (place && typeof html === "string" && shown.get(place) !== html) {
    place.innerHTML = html;
    shown.set(place, html);
  }
}

function long(place, { words, limit }) {
  if (!place || typeof words !== "number") return;
  const over = typeof limit === "number" && words > limit;
  place.textContent = typeof limit === "number" ? `${several(words, "word")} of ${limit.toLocaleString("en")}` : several(words, "word");
  place.dataset.over = over ? "true" : "false";
  if (over) place.textContent += `, ${several(words - limit, "word")} too many`;
}

for (const form of document.querySelectorAll("form[data-draft]")) begin(form);
