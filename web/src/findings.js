// Findings: underlines in the text, a list beside it, and the keys that go from one to the next.

import { forEachDiagnostic, setDiagnostics } from "@codemirror/lint";
import { isolateHistory } from "@codemirror/commands";
import { element, several, words } from "./dom.js";

const SEVERITY = { error: "error", warning: "warning", note: "info" };
const WORD = { error: "Error", warning: "Warning", note: "Note" };
const MOST = 200;

/** Findings of an answer to `text` as the editor keeps them, at their places in UTF-16 units. */
export function diagnostics(findings, text, offsets) {
  return findings
    .map((finding) => {
      const from = offsets.at(finding.start);
      const to = Math.max(from, offsets.at(finding.end));
      const made = { from, to, severity: SEVERITY[finding.level] ?? "info", message: finding.message };
      made.finding = finding;
      made.quote = text.slice(from, to);
      if (finding.fix) {
        const first = offsets.at(finding.fix.start ?? finding.start);
        const last = Math.max(first, offsets.at(finding.fix.end ?? finding.end));
        made.fix = { by: first - from, was: text.slice(first, last), text: finding.fix.text };
      }
      made.renderMessage = () => message(finding);
      return made;
    })
    .sort((one, other) => one.from - other.from || one.to - other.to);
}

function message(finding) {
  return element(
    "div",
    { class: "finding-tip" },
    element("strong", {}, `${WORD[finding.level] ?? "Note"}: `),
    finding.message,
    finding.todo || finding.why ? element("span", { class: "finding-tip-why" }, finding.todo || finding.why) : null,
  );
}

/** The findings where they stand now, in the order of the text. */
export function standing(state) {
  const found = [];
  forEachDiagnostic(state, (diagnostic, from, to) => found.push({ diagnostic, from, to }));
  return found.sort((one, other) => one.from - other.from || one.to - other.to);
}

/** The words of a fix at its place now, or null when the text there is not what was reviewed. */
export function change(state, { diagnostic, from }) {
  const { fix } = diagnostic;
  if (!fix) return null;
  const first = from + fix.by;
  const last = first + fix.was.length;
  if (first < 0 || last > state.doc.length || state.sliceDoc(first, last) !== fix.was) return null;
  return { from: first, to: last, insert: fix.text };
}

export class Findings {
  /** `list` is the ordered list beside the text; `voice` says what a key found; `recheck` is called after a fix. */
  constructor({ list, voice, recheck }) {
    Object.assign(this, { list, voice, recheck });
    this.view = null;
    this.items = new Map();
    this.current = null;
  }

  /** Take the findings of an answer. */
  take(found) {
    this.view.dispatch(setDiagnostics(this.view.state, found));
    this.draw();
  }

  /** Go to the next finding (`step` 1) or the one before (-1), round the end. */
  go(step) {
    const found = standing(this.view.state);
    if (!found.length) {
      this.voice.say("There are no findings.", true);
      return true;
    }
    const { from, to } = this.view.state.selection.main;
    const here = found.findIndex((one) => one.diagnostic === this.current && one.from === from && one.to === to);
    let next;
    if (here >= 0) next = (here + step + found.length) % found.length;
    else if (step > 0) next = Math.max(0, found.findIndex((one) => one.from >= from));
    else {
      next = found.findLastIndex((one) => one.from < from);
      if (next < 0) next = found.length - 1;
    }
    this.show(found[next]);
    const { finding } = found[next].diagnostic;
    const fix = change(this.view.state, found[next]) ? " Control and full stop fixes it." : "";
    this.voice.say(`${WORD[finding.level]} ${next + 1} of ${found.length}: ${finding.message}${fix}`, true);
    return true;
  }

  /** Put the cursor on a finding. */
  show({ diagnostic, from, to }) {
    this.current = diagnostic;
    this.view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true, userEvent: "select" });
    this.view.focus();
    this.mark();
    this.reveal(diagnostic);
  }

  /** Bring a finding into sight where the list scrolls by itself; the page stays where it is. */
  reveal(diagnostic) {
    const item = [...this.items.values()].find((one) => one.diagnostic === diagnostic)?.item;
    const frame = this.list?.parentElement;
    if (!item || !frame || frame.scrollHeight <= frame.clientHeight) return;
    const [inner, outer] = [item.getBoundingClientRect(), frame.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom) frame.scrollTop += inner.top - outer.top - 16;
  }

  /** Fix the finding under the cursor: the one that was gone to, else the shortest that can be fixed. */
  fixHere() {
    const { from, to } = this.view.state.selection.main;
    const here = standing(this.view.state)
      .filter((one) => one.from <= to && one.to >= from && change(this.view.state, one))
      .sort((one, other) => one.to - one.from - (other.to - other.from));
    const chosen = here.find((one) => one.diagnostic === this.current) ?? here[0];
    if (chosen) this.fix(chosen);
    else this.voice.say("There is nothing here that can be fixed by itself.", true);
    return true;
  }

  /** Apply a fix as one step that can be undone. */
  fix(one) {
    const changes = change(this.view.state, one);
    if (!changes) {
      this.voice.say("The text there has changed; it is reviewed again.", true);
    } else {
      this.view.dispatch({
        changes,
        selection: { anchor: changes.from + changes.insert.length },
        scrollIntoView: true,
        userEvent: "input.fix",
        annotations: isolateHistory.of("full"),
      });
      const done = changes.insert ? `Now it reads “${changes.insert}”.` : `“${one.diagnostic.fix.was}” is taken out.`;
      this.voice.say(`${done} Control and Z brings it back.`, true);
    }
    this.recheck();
  }

  /** The findings that are under the cursor are marked in the list. */
  mark() {
    const { from, to } = this.view.state.selection.main;
    for (const { item, diagnostic } of this.items.values()) {
      const place = this.place(diagnostic);
      const here = place !== null && place.from <= to && place.to >= from;
      if (here) item.setAttribute("aria-current", "true");
      else item.removeAttribute("aria-current");
    }
  }

  place(diagnostic) {
    return this.places?.get(diagnostic) ?? null;
  }

  /** The places after an edit. */
  moved() {
    this.places = new Map(standing(this.view.state).map((one) => [one.diagnostic, one]));
    this.mark();
  }

  draw() {
    if (!this.list) return;
    const found = standing(this.view.state);
    this.places = new Map(found.map((one) => [one.diagnostic, one]));
    const focused = document.activeElement?.closest?.("[data-finding]");
    const after = focused && this.list.contains(focused) ? [...this.list.children].indexOf(focused) : -1;
    const old = this.items;
    this.items = new Map();
    const seen = new Map();
    for (const { diagnostic } of found.slice(0, MOST)) {
      const { finding } = diagnostic;
      const plain = JSON.stringify([finding.rule, finding.message, diagnostic.quote, Boolean(diagnostic.fix)]);
      const number = (seen.get(plain) ?? 0) + 1;
      seen.set(plain, number);
      const key = `${plain}${number}`;
      const item = old.get(key)?.item ?? this.item(key, diagnostic);
      this.items.set(key, { item, diagnostic });
    }
    const rows = [...this.items.values()].map(({ item }) => item);
    if (found.length > MOST) {
      rows.push(element("li", { class: "finding-more" }, `and ${several(found.length - MOST, "more finding")}`));
    }
    if (rows.length !== this.list.children.length || rows.some((row, at) => row !== this.list.children[at])) {
      this.list.replaceChildren(...rows);
      if (after >= 0) (focused.isConnected ? this.lastFocus : this.list.children[after]?.querySelector("button"))?.focus();
    }
    this.mark();
  }

  item(key, { finding, quote, fix }) {
    const now = () => this.place(this.items.get(key)?.diagnostic);
    const act = (what) => () => {
      const place = now();
      if (place) what(place);
    };
    const said = words(quote);
    const shown = said.length > 120 ? `${said.slice(0, 119)}…` : said;
    const item = element(
      "li",
      { class: `finding finding-${finding.level}`, "data-finding": finding.rule || finding.name, onfocusin: (event) => (this.lastFocus = event.target) },
      element(
        "p",
        { class: "finding-head" },
        element("span", { class: "finding-level" }, WORD[finding.level] ?? "Note"),
        " ",
        finding.message,
      ),
      shown ? element("p", { class: "finding-quote" }, `“${shown}”`) : null,
      finding.todo ? element("p", { class: "finding-todo" }, finding.todo) : null,
      finding.why || finding.source || finding.related?.length
        ? element(
            "details",
            { class: "finding-why" },
            element("summary", {}, "Why"),
            finding.why ? element("p", {}, finding.why) : null,
            ...(finding.related ?? []).map((other) =>
              element("p", { class: "finding-related" }, other.note ? `${other.note}: ` : "", other.quote ? `“${other.quote}”` : "", other.file ? ` (${other.file})` : ""),
            ),
            element("p", { class: "finding-source" }, `${finding.rule} ${finding.name}`.trim(), finding.source ? `. Source: ${finding.source}` : ""),
          )
        : null,
      element(
        "p",
        { class: "finding-acts" },
        element("button", { type: "button", class: "finding-show", "aria-label": `Show in the text: ${finding.message}`, onclick: act((place) => this.show(place)) }, "Show"),
        fix
          ? element("button", { type: "button", class: "finding-fix", "aria-label": `Fix: ${finding.message}`, onclick: act((place) => this.fix(place)) }, fix.text ? `Fix: “${fix.text.length > 40 ? `${fix.text.slice(0, 39)}…` : fix.text}”` : "Fix: take it out")
          : null,
      ),
    );
    return item;
  }
}

/** “2 errors, 1 warning”, or that there is nothing. */
export function counted(findings) {
  const number = (level) => findings.filter((finding) => finding.level === level).length;
  const parts = ["error", "warning", "note"].map((level) => [number(level), level]).filter(([count]) => count);
  return parts.length ? parts.map(([count, level]) => several(count, level)).join(", ") : "No findings";
}
