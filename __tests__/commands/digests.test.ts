import { createHash } from "node:crypto";
import fs from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { digestOf, writeDigests } from "../../commands/digests";

const workflows = path.join(__dirname, "../../.github/workflows");
const MANIFEST = '{"schemaVersion":2}';
const DIGEST = `sha256:${createHash("sha256").update(MANIFEST).digest("hex")}`;

let server: Server;
let asked: string[];
let folder: string;
const here = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** A registry as Docker Hub is one: it gives a token to everybody, and manifests to who has it. */
beforeAll(async () => {
  server = createServer(({ url = "", headers }, response) => {
    asked.push(url);
    if (url.startsWith("/token?service=registry&scope=repository")) return response.end('{"token":"public"}');
    if (headers.authorization !== "Bearer public") {
      const scope = `repository:${url.split("/").slice(2, -2).join("/")}:pull`;
      const challenge = `Bearer realm="${here()}/token",service="registry",scope="${scope}"`;
      return response.writeHead(401, { "www-authenticate": challenge }).end();
    }
    return url.includes("missing") ? response.writeHead(404).end() : response.end(MANIFEST);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  asked = [];
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-digests-"));
  fs.cpSync(workflows, folder, { recursive: true });
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const read = () =>
  fs
    .readdirSync(folder)
    .map((file) => fs.readFileSync(path.join(folder, file), "utf8"))
    .join("\n");

it.each([
  ["node", "/v2/library/node/manifests/1.2.3"],
  ["example-org/tool", "/v2/example-org/tool/manifests/1.2.3"],
  ["ghcr.io/example-org/tool", "/v2/example-org/tool/manifests/1.2.3"],
])("the digest of %s is that of its manifest", async (name, url) => {
  expect(await digestOf(name, "1.2.3", here)).toBe(DIGEST);
  expect(asked.filter((each) => !each.startsWith("/token"))).toEqual([url, url]);
});

it("every container of the workflows gets its digest, and nothing else changes", async () => {
  const before = read();
  const lines = await writeDigests(folder, here);
  expect(lines).toHaveLength(new Set(before.match(/node:\d+\.\d+\.\d+-\w+/g)).size);
  expect(read()).toContain(`image: node:20.20.2-bookworm@${DIGEST}\n`);
  expect(read().replaceAll(`@${DIGEST}`, "")).toBe(before.replace(/@sha256:[0-9a-f]{64}/g, ""));
  await writeDigests(folder, here);
  expect(read().match(/@sha256:/g)?.length).toBe(before.match(/node:\d+\.\d+\.\d+-\w+/g)?.length);
});

it("nothing is written where a registry does not know an image", async () => {
  const file = path.join(folder, "other.yml");
  fs.writeFileSync(file, "image: node:20.20.2-bookworm\nother: missing:1.2.3\n");
  const before = read();
  await expect(writeDigests(folder, here)).rejects.toThrow(
    /--resolve: 1 problem\n {2}missing:1\.2\.3 has no digest: .*answers 404/,
  );
  expect(read()).toBe(before);
});
