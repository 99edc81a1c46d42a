/** Work that is put off, one piece a key: a key is a folder, or whatever the work is about. */
export class Timers<K> {
  private readonly waiting = new Map<K, ReturnType<typeof setTimeout>>();

  constructor(private readonly run: (key: K) => void) {}

  /** Runs when nothing was asked for that key for `ms`. */
  afterRest(key: K, ms: number): void {
    this.cancel(key);
    this.within(key, ms);
  }

  /** Runs after `ms`, however often it is asked for meanwhile. */
  within(key: K, ms: number): void {
    if (this.waiting.has(key)) return;
    this.waiting.set(
      key,
      setTimeout(() => {
        this.waiting.delete(key);
        this.run(key);
      }, ms),
    );
  }

  cancel(key: K): void {
    clearTimeout(this.waiting.get(key));
    this.waiting.delete(key);
  }

  cancelAll(): void {
    for (const key of [...this.waiting.keys()]) this.cancel(key);
  }
}
