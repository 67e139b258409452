"""The style sheet of the page, and the policy that allows it and nothing else."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

# Colours of text have at least 4.5 times the contrast on their ground, in both schemes. Colour never stands alone:
# the level is written, a mark has its number.
SHEET = """
:root { --ground: #fff; --panel: #f6f5f2; --text: #22201c; --soft: #5d5a52; --edge: #d9d6cd;
  --error: #b3261e; --warning: #8a5200; --note: #0b6083; --good: #1d6b34;
  --on-error: #fbe0dd; --on-warning: #fcecc9; --on-note: #dbeef6; }
@media (prefers-color-scheme: dark) { :root { --ground: #191816; --panel: #22211e; --text: #eae7e0; --soft: #aaa69b;
  --edge: #3b3934; --error: #ff9d93; --warning: #f0b65e; --note: #86cdea; --good: #8fd3a2;
  --on-error: #52211d; --on-warning: #4a3510; --on-note: #173d4d; } }
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif;
  -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
body { margin: 0 auto; max-width: 78rem; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; margin: 0; line-height: 1.25; }
h2 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; break-after: avoid; }
h3 { font-size: 1rem; margin: 0 0 .5rem; }
h4 { font-size: .85rem; margin: .5rem 0 0; }
p { margin: 0 0 .4rem; }
a { color: inherit; }
main + main { border-top: 2px solid var(--edge); margin-top: 3rem; padding-top: 2rem; }
header p { margin: .25rem 0 0; }
.error { color: var(--error); } .warning { color: var(--warning); } .note { color: var(--note); }
.good { color: var(--good); } .aside, .head { color: var(--soft); font-size: .9rem; }
.verdict, .text { background: var(--panel); border: 1px solid var(--edge); border-radius: .5rem; padding: 1rem; }
.verdict { margin-top: 1rem; } .verdict h2:first-child { margin-top: 0; }
.verdict ol, .verdict ul { margin: 0; padding-left: 1.3rem; }
.answers { display: grid; gap: 1rem 2rem; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { border-top: 1px solid var(--edge); padding: .4rem .6rem .4rem 0; text-align: left; vertical-align: top; }
thead th { border-top: 0; color: var(--soft); font-weight: normal; }
.text { white-space: pre-wrap; line-height: 1.65; }
mark, mark.error, mark.warning, mark.note { background: var(--on-note); color: inherit; border-radius: .15rem; }
mark.error { background: var(--on-error); } mark.warning { background: var(--on-warning); }
.number { font-size: .7rem; font-weight: bold; text-decoration: none; vertical-align: super; line-height: 1;
  padding: .1rem .25rem; margin: 0 .05rem; border: 1px solid; border-radius: .6rem; background: var(--ground); }
.findings ol, .findings ul { margin: 0; padding: 0; list-style: none; }
.box { border-left: 4px solid var(--edge); padding: .3rem 0 .1rem .75rem; margin: 0 0 1.1rem; break-inside: avoid;
  scroll-margin: 1rem; }
.box.error { border-color: var(--error); } .box.warning { border-color: var(--warning); }
.box.note { border-color: var(--note); } .findings .box { color: var(--text); }
blockquote { margin: 0 0 .4rem; padding: .3rem .6rem; background: var(--panel); border-radius: .3rem; }
:target { outline: 2px solid var(--note); outline-offset: 3px; }
@media (min-width: 60rem) { .sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 2rem; }
  .letter { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; } }
@media (max-width: 40rem) { thead { display: none; } tr, th, td { display: block; border: 0; padding: .1rem 0; }
  tr { border-top: 1px solid var(--edge); padding: .5rem 0; display: block; }
  td::before { content: attr(data-of) ": "; color: var(--soft); } }
@media print { html { font-size: 10pt; }
  body { max-width: none; padding: 0; } .text, .verdict { background: none; border: 0; padding: 0; }
  .letter { position: static; max-height: none; overflow: visible; }
  mark { background: none; text-decoration: underline; } a { text-decoration: none; } }
"""
_HASH = b64encode(sha256(SHEET.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"
