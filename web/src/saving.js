// Saves what is written, a moment after the last key. What the server has not acknowledged lies in the storage of the
// tab as well, so that neither a closed lid nor a stopped server loses it. A text that somebody else changed meanwhile
// is never overwritten: the two are shown, and the person chooses.

const PAUSE = 700;
const AGAIN = [1000, 2000, 4000, 8000, 15000, 30000];
const LARGEST_PARTING = 60000; // what a browser sends from a page that closes

export class Saving {
  /**
   * `post(url, body, signal, keepalive)` gives the response, `read()` the text, `state(name, words)` hears
   * saved|pending|saving|failed|conflict|out, `conflict(theirs)` is called once for each newer text of somebody else,
   * `signedOut()` once when the server knows the person no more; `back()` is to be called when it does again.
   */
  constructor({ url, stamp, text, post, read, state, conflict, signedOut }) {
    Object.assign(this, { url, stamp, post, read, state, conflict, signedOut });
    this.out = false;
    this.acknowledged = text;
    this.doubtful = null; // sent, and no answer came: it may be saved or not
    this.theirs = null;
    this.over = false; // the next save takes the place of what somebody else wrote, which is told to the server
    this.timer = 0;
    this.tries = 0;
    this.busy = null;
    this.key = `amends:unsaved:${url}`;
  }

  /** Whether everything that is written was acknowledged. */
  get clean() {
    return this.read() === this.acknowledged;
  }

  /** What an earlier visit of this tab left unacknowledged: its text and the stamp of what it was written on. */
  left() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(this.key));
      return kept && typeof kept.text === "string" && kept.text !== this.acknowledged ? kept : null;
    } catch {
      return null;
    }
  }

  /** The text has changed. */
  changed() {
    this.keep();
    if (this.theirs || this.out) return;
    if (this.clean && !this.busy) {
      clearTimeout(this.timer);
      this.state("saved");
      return;
    }
    this.state("pending");
    this.later(PAUSE);
  }

  keep() {
    try {
      if (this.clean && !this.theirs) sessionStorage.removeItem(this.key);
      else sessionStorage.setItem(this.key, JSON.stringify({ text: this.read(), stamp: this.stamp }));
    } catch {
      // A tab without storage still saves to the server.
    }
  }

  later(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  /** Save now, unless that runs already. */
  async save(outlive = false) {
    clearTimeout(this.timer);
    if (this.theirs || this.out) return false;
    if (this.busy) {
      await this.busy;
      return this.clean || this.theirs || this.out ? this.clean : this.save();
    }
    if (this.clean) {
      this.state("saved");
      return true;
    }
    this.busy = this.send(this.read(), outlive);
    try {
      return await this.busy;
    } finally {
      this.busy = null;
    }
  }

  async send(text, outlive) {
    this.state("saving");
    let response;
    try {
      response = await this.post(this.url, { text, stamp: this.stamp, ...(this.over ? { over: true } : {}) }, undefined, outlive);
    } catch {
      this.doubtful = text;
      return this.failed("The app does not answer. Your text is safe in this tab and will be saved when it does.");
    }
    const answer = await response.json().catch(() => null);
    if (response.ok && typeof answer?.stamp === "string") {
      this.acknowledge(text, answer.stamp);
      return true;
    }
    if (response.status === 409 && typeof answer?.text === "string") return this.differs(text, answer);
    if (response.ok || response.status >= 500) {
      this.doubtful = text;
      return this.failed("The app could not save. Your text is safe in this tab; it is tried again.");
    }
    if (response.status === 401) {
      this.out = true;
      this.keep();
      this.state("out");
      this.signedOut?.();
      return false;
    }
    if (response.status === 403) {
      this.state("failed", "This page was open for long. Reload it: your text is kept in this tab and is saved then.");
      return false;
    }
    const why = typeof answer?.error === "string" ? answer.error : `The app refused to save (${response.status}).`;
    this.state("failed", why);
    return false;
  }

  /** The person is signed in again. */
  back() {
    this.out = false;
    return this.save();
  }

  failed(words) {
    this.state("failed", words);
    this.later(AGAIN[Math.min(this.tries++, AGAIN.length - 1)]);
    return false;
  }

  acknowledge(text, stamp) {
    this.acknowledged = text;
    this.stamp = stamp;
    this.doubtful = null;
    this.over = false;
    this.tries = 0;
    this.keep();
    if (this.clean) this.state("saved");
    else {
      this.state("pending");
      this.later(PAUSE);
    }
  }

  differs(sent, answer) {
    if (answer.text === sent || answer.text === this.doubtful) {
      // It is our own text that the server holds: its acknowledgement was lost on the way.
      this.acknowledge(answer.text, answer.stamp);
      return this.clean;
    }
    this.theirs = answer;
    this.keep();
    this.state("conflict");
    this.conflict(answer);
    return false;
  }

  /** Begin with what an earlier visit of this tab left; a text that was changed since is a conflict. */
  resume(kept) {
    if (kept.stamp === this.stamp) {
      this.changed();
      return;
    }
    const now = this.stamp;
    this.stamp = kept.stamp; // what is kept was written on that, until the person has chosen
    this.differs(kept.text, { text: this.acknowledged, stamp: now });
  }

  /** Go on with what is written here. The other text stays among the versions. */
  async keepMine() {
    this.stamp = this.theirs.stamp;
    this.acknowledged = this.theirs.text;
    this.theirs = null;
    this.over = true;
    this.keep();
    return this.save();
  }

  /** Put what is written here among the versions; gives the other text when that was acknowledged, else null. */
  async takeTheirs() {
    try {
      const response = await this.post(this.url, { text: this.read(), aside: true });
      if (!response.ok) throw new Error(String(response.status));
    } catch {
      this.state("conflict", "Your text could not be put aside, so nothing was changed. Try again.");
      return null;
    }
    const { text, stamp } = this.theirs;
    this.theirs = null;
    this.acknowledged = text;
    this.stamp = stamp;
    return text;
  }

  /** The page is going away, or out of sight: send what is left in a way that outlives it, if it is small enough. */
  part() {
    if (!this.clean) this.save(this.read().length * 3 < LARGEST_PARTING);
  }
}
