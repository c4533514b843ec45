/** Random choices that a seed repeats: xorshift128 (https://www.jstatsoft.org/article/view/v008i14). */
export class Random {
  private state: [number, number, number, number];

  /** @param index of the input; every input has its own numbers, so that one can be repeated alone */
  constructor(seed: number, index: number) {
    this.state = [seed ^ 0x9e3779b9, Math.imul(index + 1, 0x85ebca6b), 0xc2b2ae35, (seed + index) | 1];
    for (let round = 0; round < 16; round += 1) {
      this.next();
    }
  }

  private next(): number {
    let [t, , , w] = this.state;
    t ^= t << 11;
    t ^= t >>> 8;
    w = w ^ (w >>> 19) ^ t;
    this.state = [this.state[1], this.state[2], this.state[3], w];
    return w >>> 0;
  }

  /** From 0 up to, and without, `limit`. */
  below(limit: number): number {
    return this.next() % limit;
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  chance(probability: number): boolean {
    return this.next() / 2 ** 32 < probability;
  }

  pick<Choice>(choices: readonly Choice[]): Choice {
    return choices[this.below(choices.length)] as Choice;
  }

  /** As many as `count`, made one after another. */
  list<Item>(count: number, make: () => Item): Item[] {
    return Array.from({ length: count }, make);
  }

  bytes(length: number): Buffer {
    return Buffer.from(this.list(length, () => this.below(256)));
  }
}
