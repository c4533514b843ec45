import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import fs from "node:fs";
import http from "node:http";
import net, { type AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { connectionOf } from "../src/connection";

const HOST = "movies.abcdefghijkl.ca-central-1.rds.amazonaws.com";
const USER = "application-main-identity";
const KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

/** STS, as it answers to a token of a ServiceAccount (https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html). */
const ANSWER = `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult>
<Credentials><AccessKeyId>ASIAEXAMPLE</AccessKeyId><SecretAccessKey>${KEY}</SecretAccessKey><SessionToken>the/session=</SessionToken>
<Expiration>${new Date(Date.now() + 3_600_000).toISOString()}</Expiration></Credentials>
</AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "movies-connection-"));
const asked: URLSearchParams[] = [];
const sts = http.createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) {
    body += chunk;
  }
  asked.push(new URLSearchParams(body));
  response.writeHead(200, { "content-type": "text/xml" }).end(ANSWER);
});
const before = { ...process.env };

beforeAll(async () => {
  sts.listen(0, "127.0.0.1");
  await once(sts, "listening");
  fs.writeFileSync(path.join(folder, "token"), "of the ServiceAccount");
  Object.assign(process.env, {
    AWS_REGION: "ca-central-1",
    AWS_ROLE_ARN: "arn:aws:iam::000000000000:role/data.movies-data.sa.kops-main.k8s.local",
    AWS_WEB_IDENTITY_TOKEN_FILE: path.join(folder, "token"),
    AWS_ENDPOINT_URL_STS: `http://127.0.0.1:${(sts.address() as AddressInfo).port}`,
  });
});
afterAll(() => {
  process.env = before;
  sts.close();
  fs.rmSync(folder, { recursive: true });
});

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
const sign = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

/** By the documentation of signatures, and not by AWS' code: https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html. */
function signatureOf(token: URL): string {
  const query = [...token.searchParams].filter(([name]) => name !== "X-Amz-Signature");
  const encoded = query
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join("&");
  const canonical = ["GET", "/", encoded, `host:${token.host}`, "", "host", hash("")].join("\n");
  const date = token.searchParams.get("X-Amz-Date") as string;
  const scope = `${date.slice(0, 8)}/ca-central-1/rds-db/aws4_request`;
  const key = ["ca-central-1", "rds-db", "aws4_request"].reduce<Buffer>(
    sign,
    sign(`AWS4${KEY}`, date.slice(0, 8)),
  );
  return sign(key, ["AWS4-HMAC-SHA256", date, scope, hash(canonical)].join("\n")).toString("hex");
}

const tokenOf = async (url: string): Promise<URL> => {
  const { password } = connectionOf(url, process.env);
  return new URL(`https://${await (password as () => Promise<string>)()}`);
};

it("signs a token as RDS documents it, by what STS gives for the token of the ServiceAccount", async () => {
  const token = await tokenOf(`postgresql://${USER}@${HOST}:5432/movies?sslmode=verify-full`);
  expect(token.host).toBe(`${HOST}:5432`);
  expect(Object.fromEntries(token.searchParams)).toEqual({
    Action: "connect",
    DBUser: USER,
    "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
    "X-Amz-Credential": expect.stringMatching(/^ASIAEXAMPLE\/\d{8}\/ca-central-1\/rds-db\/aws4_request$/),
    "X-Amz-Date": expect.stringMatching(/^\d{8}T\d{6}Z$/),
    "X-Amz-Expires": "900",
    "X-Amz-Security-Token": "the/session=",
    "X-Amz-Signature": signatureOf(token),
    "X-Amz-SignedHeaders": "host",
  });
  expect(Object.fromEntries(asked[0] as URLSearchParams)).toMatchObject({
    Action: "AssumeRoleWithWebIdentity",
    RoleArn: process.env["AWS_ROLE_ARN"],
    WebIdentityToken: "of the ServiceAccount",
  });
});

it("sends it to nobody who does not speak TLS", async () => {
  let heard = "";
  const server = net.createServer((socket) => {
    socket.on("data", (data) => {
      heard += data.toString("latin1");
      socket.write("N"); // https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-SSL
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const { Client } = await import("pg");
  const url = `postgresql://${USER}@127.0.0.1:${port}/movies?sslmode=verify-full`;
  const client = new Client(connectionOf(url, process.env));
  await expect(client.connect()).rejects.toThrow("does not support SSL");
  expect(heard).not.toContain("X-Amz");
  server.close();
});

it("leaves a URL with a password as it is, and so one in a process that is no role", () => {
  const withPassword = `postgresql://${USER}:secret@${HOST}:5432/movies?sslmode=verify-full`;
  expect(connectionOf(withPassword, process.env)).toEqual({ connectionString: withPassword });
  const without = `postgresql://${USER}@127.0.0.1:5433/movies?sslmode=disable`; // a proxy signs in
  expect(connectionOf(without, {})).toEqual({ connectionString: without });
});
