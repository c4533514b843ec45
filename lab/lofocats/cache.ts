/** A cache that speaks Redis' protocol (https://redis.io/docs/latest/develop/reference/protocol-spec/): two commands are all of it. */
import net from "node:net";

const SECONDS = 5;

export class Cache {
  constructor(private readonly url: URL) {}

  /** What is there under a name, or what `make` makes, which is there from then on. A cache that is away is none. */
  async through(name: string, make: () => Promise<string>): Promise<string> {
    const known = await this.ask("GET", name).catch(() => undefined);
    if (known !== undefined) return known;
    const made = await make();
    await this.ask("SET", name, made, "EX", String(SECONDS)).catch(() => undefined);
    return made;
  }

  private ask(...words: readonly string[]): Promise<string | undefined> {
    return new Promise((resolve, reject) => {
      const socket = net.connect(Number(this.url.port || 6379), this.url.hostname);
      let answer = Buffer.alloc(0);
      socket.setTimeout(1000, () => socket.destroy(new Error("no answer in a second")));
      socket.on("error", reject);
      socket.on("close", () => reject(new Error("closed before an answer")));
      socket.on("data", (chunk) => {
        answer = Buffer.concat([answer, chunk]);
        const head = answer.indexOf("\r\n");
        if (head < 0) return;
        const length = answer[0] === 36 ? Number(answer.subarray(1, head)) : -1; // "$"
        if (answer.length < head + 2 + (length < 0 ? 0 : length + 2)) return;
        resolve(length < 0 ? undefined : answer.subarray(head + 2, head + 2 + length).toString());
        socket.destroy();
      });
      socket.write(
        `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join("")}`,
      );
    });
  }
}
