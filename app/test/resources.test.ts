/** What the machine or a client runs out of: descriptors, disk, readers of the log, memory. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import { Api, ask, eventually, PROGRAM, pairFolder, pause } from "./support/api";
import { connectTls } from "./support/raw";

const HOST = "Host: x\r\n";

describe("file descriptors", () => {
  it("may run out: who is there is served, and so is everybody once some have left", async () => {
    const limited = ["-c", 'ulimit -n 60 && exec "$0" "$@"', process.execPath, PROGRAM];
    const api = await Api.start([], pairFolder(), {}, limited, "sh");
    const first = await connectTls(api.port);
    const others = await Promise.allSettled(
      Array.from({ length: 100 }, () =>
        Promise.race([connectTls(api.port), pause(2000).then(() => Promise.reject())]),
      ),
    );
    const connected = others.flatMap((other) => (other.status === "fulfilled" ? [other.value] : []));
    expect(connected.length).toBeGreaterThan(10);
    expect(connected.length).toBeLessThan(60);

    first.write(`GET /bench HTTP/1.1\r\n${HOST}\r\n`);
    expect(String((await once(first, "data"))[0])).toMatch(/^HTTP\/1\.1 200 /);
    for (const socket of connected) {
      socket.destroy();
    }
    await eventually("service", () =>
      ask(api.port, "/bench").then(
        ({ text }) => text === "1",
        () => false,
      ),
    );
    expect(await api.metric("api_internal_errors_total")).toBe(0);
    await api.stop();
  });
});

describe("the log", () => {
  const folder = pairFolder();
  const pair = [`--cert=${folder}/tls.crt`, `--key=${folder}/tls.key`, "--drain-delay=0s"];

  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) {
      child.kill("SIGKILL");
    }
  });

  async function start(stdout: number | "pipe"): Promise<readonly [child: ChildProcess, port: number]> {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const flags = [`--port=${port}`, `--metrics-port=${port}`, "--demonstration"];
    const child = spawn(process.execPath, [PROGRAM, ...pair, ...flags], {
      stdio: ["ignore", stdout, "ignore"],
    });
    children.push(child);
    await eventually("service", () =>
      ask(port, "/bench").then(
        ({ status }) => status === 200,
        () => false,
      ),
    );
    return [child, port];
  }

  const lost = async (port: number): Promise<number> => {
    const { text } = await ask(port, "/metrics");
    return Number(/^api_log_lines_lost_total (\d+)$/m.exec(text)?.[1]);
  };

  it("may be on a full disk: lines are lost and counted, and no request is", async () => {
    const full = fs.openSync("/dev/full", "w");
    const [child, port] = await start(full);
    for (let count = 0; count < 20; count += 1) {
      expect((await ask(port, "/bench")).text).toBe("1");
    }
    await eventually("lost lines", async () => (await lost(port)) >= 20);
    child.kill("SIGTERM");
    expect((await once(child, "exit"))[0]).toBe(0);
    fs.closeSync(full);
  });

  it("may have a reader that stopped reading: lines are lost and counted, and no request is", async () => {
    const [child, port] = await start("pipe");
    child.stdout?.pause();
    const agent = `x${"y".repeat(200)}`;
    const socket = await connectTls(port);
    let answers = 0;
    socket.on("data", (chunk: Buffer) => {
      answers += chunk.toString().split("HTTP/1.1 200").length - 1;
    });
    // Less than a TLS record: Node 20 refuses longer pipelines with "Parse Error: Paused".
    const requests = `GET /bench HTTP/1.1\r\n${HOST}User-Agent: ${agent}\r\n\r\n`.repeat(50);
    for (let sent = 0; (await lost(port)) === 0; ) {
      for (let count = 0; count < 10; count += 1) {
        socket.write(requests);
        sent += 50;
        await eventually("answers", () => answers >= sent);
      }
    }
    expect((await ask(port, "/bench", { headers: { "user-agent": agent } })).text).toBe("1");
    socket.destroy();
  }, 20_000);
});

describe("bodies", () => {
  it("larger than memory are cut off at the limit, however they come", async () => {
    const api = await Api.start();
    await api.get("/bench");
    const before = api.memory();
    const socket = await connectTls(api.port);
    let answer = "";
    socket.on("data", (chunk: Buffer) => {
      answer += chunk.toString();
    });
    socket.write(`POST /x HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n`);
    const chunk = Buffer.concat([Buffer.from("10000\r\n"), Buffer.alloc(0x10000, "x"), Buffer.from("\r\n")]);
    let sent = 0;
    while (!socket.destroyed && sent < 1024 ** 3) {
      sent += chunk.length;
      socket.write(chunk);
      while (socket.writableLength > chunk.length && !socket.destroyed) {
        await pause(1);
      }
    }
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(sent).toBeLessThan(64 * 1024 ** 2);
    expect(api.memory() - before).toBeLessThan(32);
    await api.stop();
  });
});
