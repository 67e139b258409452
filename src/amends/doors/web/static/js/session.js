// A session may end while somebody works. What was typed stays in the page: the person signs in in another tab, comes
// back, and sends it again.

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
const KEPT = "amends";

/** "in", and every form of the page carries the word that holds now; "out"; or "away" when the app does not answer. */
export async function fresh() {
  try {
    const answer = await fetch(meta("token"), { headers: { Accept: "application/json" }, cache: "no-store" });
    if (answer.status === 401) return "out";
    if (!answer.ok) return "away";
    const { token } = await answer.json();
    for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = token;
    return "in";
  } catch {
    return "away";
  }
}

/** Tell at a place that the person was signed out, with `words` of what is kept; `again` is called when they are back. */
export function signedOut(place, words, again, focus = true) {
  place.querySelector(":scope > .signed-out")?.remove();
  const note = document.createElement("div");
  note.className = "note warning signed-out";
  note.setAttribute("role", "alert");
  const said = document.createElement("p");
  said.textContent = `You were signed out. ${words}`;
  const way = document.createElement("p");
  const link = document.createElement("a");
  link.href = meta("sign-in") ?? "/sign-in/";
  link.target = "_blank";
  link.textContent = "Sign in in a new tab";
  way.append(link, ", then come back here.");
  note.append(said, way);
  place.prepend(note);
  if (focus) link.focus();
  const look = async () => {
    if (document.visibilityState !== "visible" || !note.isConnected || (await fresh()) !== "in") return;
    removeEventListener("focus", look);
    document.removeEventListener("visibilitychange", look);
    again(note);
  };
  addEventListener("focus", look);
  document.addEventListener("visibilitychange", look);
}

// Where others use the app too, a form is sent only when its person is still signed in.
let passing = null;
async function before(event) {
  const form = event.target;
  if (passing === form || form.method !== "post" || "draft" in form.dataset || "signOut" in form.dataset) {
    passing = null;
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  if ((await fresh()) === "out") {
    signedOut(form, "Nothing that you typed is lost; it is still here.", (note) => {
      note.className = "note success signed-out";
      note.textContent = "You are signed in again. Now send it once more.";
      event.submitter?.focus();
    });
    return;
  }
  passing = form;
  form.requestSubmit(event.submitter);
}
if (meta("sign-in")) document.addEventListener("submit", before, true);

// The editor of the plan asks in the same way, and is written on meanwhile.
document.addEventListener("session", (event) => {
  event.preventDefault();
  fresh().then(event.detail.done);
});
document.addEventListener("signed-out", ({ target, detail }) => signedOut(target, detail.words, detail.again, false));

// What the tabs keep of what was typed is gone when the person signs out.
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("amends:sign-out") : null;
function forget() {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(KEPT)) sessionStorage.removeItem(key);
  } catch {
    // A tab without storage keeps nothing.
  }
}
tabs?.addEventListener("message", forget);
document.querySelector("form[data-sign-out]")?.addEventListener("submit", () => {
  forget();
  tabs?.postMessage("");
});
