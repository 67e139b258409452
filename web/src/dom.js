// Pieces of the page. Text always goes in as text, never as markup.

/** An element with properties (`on` + event for a listener, `class`, any attribute) and children. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** Whether an address leads to a place of this app; others are not made links. */
export function ours(address) {
  if (typeof address !== "string" || address === "") return false;
  try {
    const place = new URL(address, location.href);
    return place.origin === location.origin && /^https?:$/.test(place.protocol);
  } catch {
    return false;
  }
}

/** A piece of the plan as a person reads it: without the marks of Markdown. */
export function words(text) {
  return text.replace(/^(?:#{1,6}|>)[ \t]+/gm, "").replace(/\*\*|\\(?=[!-/:-@[-`{-~])/g, "");
}

/** “1 error”, “3 errors”. */
export function several(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

/** Says something to those who listen to the page, through a region that is marked as live. */
export class Voice {
  constructor(region) {
    this.region = region;
    this.said = "";
  }

  /** The same words twice in a row are said once, unless they answer a key (`again`). */
  say(words, again = false) {
    if (!this.region || (words === this.said && !again)) return;
    // A region that holds these very words already is silent: a blank makes them new.
    this.region.textContent = words === this.region.textContent ? `${words}\u00a0` : words;
    this.said = words;
  }
}
