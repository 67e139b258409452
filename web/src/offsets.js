// The server counts the characters of a text as Unicode code points, the browser as UTF-16 units: an emoji is one
// there and two here.

const HIGH = /[\ud800-\udbff][\udc00-\udfff]/;

/** From places in a text as the server counts them to places as the browser does. Linear once, then one look-up. */
export class Offsets {
  constructor(text) {
    this.length = text.length;
    this.units = null;
    if (!HIGH.test(text)) return;
    const units = [];
    let at = 0;
    for (const character of text) {
      units.push(at);
      at += character.length;
    }
    units.push(at);
    this.units = units;
  }

  /** The place in UTF-16 units; one outside the text is moved to its nearest end. */
  at(point) {
    if (!Number.isFinite(point) || point < 0) return 0;
    if (this.units === null) return Math.min(point, this.length);
    return this.units[Math.min(point, this.units.length - 1)];
  }
}
