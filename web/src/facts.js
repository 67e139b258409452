// What a sentence stands on: shown beside the text for the sentence under the cursor, and on hovering.

import { Decoration, EditorView, hoverTooltip } from "@codemirror/view";
import { RangeSet, RangeValue, StateEffect, StateField } from "@codemirror/state";
import { element, ours, words } from "./dom.js";

class Ground extends RangeValue {
  constructor(sentence) {
    super();
    this.sentence = sentence;
  }
}

const setSentences = StateEffect.define();

const sentences = StateField.define({
  create: () => RangeSet.empty,
  update(value, transaction) {
    let made = transaction.docChanged ? value.map(transaction.changes) : value;
    for (const effect of transaction.effects) if (effect.is(setSentences)) made = effect.value;
    return made;
  },
});

/** The sentence at a place, with where it stands now, or null. */
export function at(state, place) {
  let found = null;
  state.field(sentences).between(place, place, (from, to, value) => {
    if (from <= place && place <= to && to > from) found = { from, to, sentence: value.sentence };
    return found && place < to ? false : undefined;
  });
  return found;
}

/** The effect that takes the sentences of an answer. */
export function taken(list, offsets) {
  const ranges = [];
  let floor = 0;
  for (const sentence of list ?? []) {
    const from = offsets.at(sentence.start);
    const to = offsets.at(sentence.end);
    if (to > from && from >= floor) {
      ranges.push(new Ground(sentence).range(from, to));
      floor = to;
    }
  }
  return setSentences.of(RangeSet.of(ranges));
}

function heading(sentence) {
  if (sentence.unproven) return `Nothing stands behind this yet: ${sentence.unproven}.`;
  if (!sentence.facts.length) return "These words state nothing about the case; they need no fact.";
  return "This sentence stands on:";
}

/** The place on the page of a document as a picture. It is only asked for once it is seen. */
function picture(fact) {
  const image = element("img", {
    class: "fact-picture",
    src: fact.picture,
    loading: "lazy",
    decoding: "async",
    alt: `${fact.label}: ${fact.value} as it stands in ${fact.source}`,
  });
  image.addEventListener("error", () => image.replaceWith("The page cannot be shown."));
  return image;
}

/** The facts of a sentence. `open` shows the first place on a page at once, the others on request. */
function list(sentence, open) {
  const shown = open ? sentence.facts.find((fact) => ours(fact.picture)) : null;
  return element(
    "ul",
    { class: "facts" },
    ...sentence.facts.map((fact) =>
      element(
        "li",
        { class: "fact" },
        element("span", { class: "fact-label" }, fact.label),
        fact.value ? element("span", { class: "fact-value" }, fact.value) : null,
        fact.source
          ? ours(fact.href)
            ? element("a", { class: "fact-source", href: fact.href }, fact.source)
            : element("span", { class: "fact-source" }, fact.source)
          : null,
        fact === shown ? picture(fact) : null,
        !open && ours(fact.picture)
          ? element("details", { class: "fact-place" }, element("summary", {}, "Show the place"), picture(fact))
          : null,
      ),
    ),
  );
}

const hover = hoverTooltip(
  (view, place) => {
    const found = at(view.state, place);
    if (!found || (!found.sentence.facts.length && !found.sentence.unproven)) return null;
    return {
      pos: found.from,
      end: found.to,
      above: true,
      create: () => ({
        dom: element("div", { class: "facts-tip" }, element("p", {}, heading(found.sentence)), list(found.sentence, true)),
      }),
    };
  },
  { hoverTime: 350, hideOnChange: true },
);

const current = EditorView.decorations.compute([sentences, "selection"], (state) => {
  const found = at(state, state.selection.main.head);
  const kind = found?.sentence.unproven ? "cm-sentence cm-sentence-unproven" : "cm-sentence";
  return found ? Decoration.set(Decoration.mark({ class: kind }).range(found.from, found.to)) : Decoration.none;
});

export const facts = [sentences, hover, current];

export class Facts {
  /** `panel` shows the sentence under the cursor; Escape in it goes back to the text. */
  constructor({ panel, voice }) {
    Object.assign(this, { panel, voice });
    this.view = null;
    this.shown = undefined;
    panel?.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.view.focus();
    });
  }

  /** Show what the sentence under the cursor stands on. */
  draw() {
    if (!this.panel) return;
    const found = at(this.view.state, this.view.state.selection.main.head);
    const sentence = found?.sentence ?? null;
    if (sentence === this.shown) return;
    this.shown = sentence;
    if (sentence === null) {
      this.panel.replaceChildren(
        element("p", { class: "facts-hint" }, "Put the cursor in a sentence to see the facts it stands on."),
      );
      return;
    }
    const quote = words(this.view.state.sliceDoc(found.from, found.to));
    this.panel.replaceChildren(
      element("p", { class: "facts-quote" }, `“${quote.length > 160 ? `${quote.slice(0, 159)}…` : quote}”`),
      element("p", { class: sentence.unproven ? "facts-head facts-unproven" : "facts-head" }, heading(sentence)),
      list(sentence, false),
    );
  }

  /** Go to the facts of the sentence under the cursor by key. */
  enter() {
    this.draw();
    if (!this.panel) return false;
    this.panel.focus();
    return true;
  }
}
