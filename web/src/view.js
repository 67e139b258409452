// The text itself: plain text in which headings stand out, wrapped, with undo and search. Tab leaves it.

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, RangeSetBuilder } from "@codemirror/state";
import { Decoration, drawSelection, EditorView, keymap, ViewPlugin } from "@codemirror/view";

const LOOKS = [
  [/^#\s/, Decoration.line({ class: "cm-title" })],
  [/^#{2,6}\s/, Decoration.line({ class: "cm-heading" })],
  [/^>\s/, Decoration.line({ class: "cm-missing" })],
];

/** Lines that head a part, and those that say what is missing, by how they begin. */
const looks = ViewPlugin.fromClass(
  class {
    constructor(view) {
      this.decorations = this.made(view);
    }

    update(update) {
      if (update.docChanged || update.viewportChanged) this.decorations = this.made(update.view);
    }

    made(view) {
      const builder = new RangeSetBuilder();
      for (const { from, to } of view.visibleRanges) {
        for (let at = from; at <= to; ) {
          const line = view.state.doc.lineAt(at);
          const found = LOOKS.find(([pattern]) => pattern.test(line.text));
          if (found) builder.add(line.from, line.from, found[1]);
          at = line.to + 1;
        }
      }
      return builder.finish();
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

// The colours and lines are those of the page (its custom properties), so that light and dark follow it. How bad a
// finding is shows by the kind of line, not by colour alone. No picture is used: a strict page would refuse it.
const theme = EditorView.theme({
  "&": { color: "var(--ink, inherit)", backgroundColor: "transparent", fontSize: "inherit" },
  "&.cm-focused": { outline: "3px solid var(--accent, Highlight)", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "1.65", overflow: "auto" },
  ".cm-content": { padding: "1rem", caretColor: "var(--ink, currentColor)" },
  ".cm-cursor": { borderLeftColor: "var(--ink, currentColor)", borderLeftWidth: "2px" },
  ".cm-title": { fontWeight: "700", fontSize: "1.2em" },
  ".cm-heading": { fontWeight: "700" },
  ".cm-missing": { color: "var(--stop, #a11)", fontWeight: "600" },
  ".cm-sentence": { backgroundColor: "var(--accent-wash, rgb(60 120 200 / 12%))" },
  ".cm-sentence-unproven": { backgroundColor: "var(--stop-wash, rgb(200 60 60 / 12%))" },
  ".cm-lintRange": { backgroundImage: "none", paddingBottom: "0", textUnderlineOffset: "0.25em", textDecorationSkipInk: "none" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--stop, #b3261e) 2px" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline dashed var(--warn, #8a5a00) 2px" },
  ".cm-lintRange-info": { backgroundImage: "none", textDecoration: "underline dotted var(--accent, #3b5b92) 2px" },
  ".cm-lintPoint:after": { borderBottomColor: "var(--stop, #b3261e)" },
  ".cm-tooltip": {
    color: "var(--ink, CanvasText)",
    backgroundColor: "var(--sheet, Canvas)",
    border: "1px solid var(--line-strong, GrayText)",
    borderRadius: "6px",
    maxWidth: "min(34rem, 90vw)",
    boxShadow: "0 4px 16px rgb(0 0 0 / 20%)",
  },
  ".cm-diagnostic": { padding: "0.5rem 0.75rem" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--stop, #b3261e)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--warn, #8a5a00)" },
  ".cm-diagnostic-info": { borderLeftColor: "var(--accent, #3b5b92)" },
  ".cm-panels": { color: "var(--ink, CanvasText)", backgroundColor: "var(--sheet, Canvas)" },
  ".cm-panels-bottom": { borderTop: "1px solid var(--line-strong, GrayText)" },
  ".cm-panel.cm-search": { fontSize: "1rem" },
  ".cm-textfield": { color: "inherit", backgroundColor: "transparent", border: "1px solid var(--line-strong, GrayText)" },
  ".cm-button": { color: "inherit", backgroundImage: "none", border: "1px solid var(--line-strong, GrayText)" },
});

/**
 * An editor before `place`. `labels` are attributes for those who cannot see it, `keys` come before the usual ones,
 * `nonce` is the page's for style elements.
 */
export function editorView({ place, text, nonce, labels, keys, extensions, changed }) {
  return new EditorView({
    parent: place,
    state: EditorState.create({
      doc: text,
      extensions: [
        nonce ? EditorView.cspNonce.of(nonce) : [],
        keymap.of(keys),
        history(),
        search(),
        highlightSelectionMatches({ minSelectionLength: 3 }),
        drawSelection(),
        keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ spellcheck: "true", autocapitalize: "sentences", autocorrect: "on", tabindex: "0", ...labels }),
        looks,
        theme,
        extensions,
        EditorView.updateListener.of(changed),
      ],
    }),
  });
}
