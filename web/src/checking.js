// The review of what is written: asked for a moment after the last key, and only the answer to the newest text counts.

const PAUSE = 120;

export class Checking {
  /**
   * `post(url, body, signal)` gives the response, `read()` the text as it stands, `show(answer, text)` takes an answer
   * to exactly that text, `fail()` hears that there was none.
   */
  constructor({ url, post, read, show, fail }) {
    Object.assign(this, { url, post, read, show, fail });
    this.version = 0;
    this.timer = 0;
    this.running = null;
  }

  /** The text has changed. */
  changed() {
    this.stop();
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  /** End what is asked or about to be. */
  stop() {
    clearTimeout(this.timer);
    this.running?.abort();
    this.running = null;
  }

  /** Ask at once. */
  async ask() {
    this.stop();
    const running = (this.running = new AbortController());
    const text = this.read();
    const version = ++this.version;
    try {
      const response = await this.post(this.url, { text, version }, running.signal);
      if (!response.ok) throw new Error(`the check answered ${response.status}`);
      const answer = await response.json();
      if (running.signal.aborted || answer.version !== this.version || text !== this.read()) return;
      this.show(answer, text);
    } catch (error) {
      if (!running.signal.aborted) this.fail(error);
    } finally {
      if (this.running === running) this.running = null;
    }
  }
}
