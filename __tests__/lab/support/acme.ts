/** The client's side of ACME (RFC 8555), as far as one certificate of one name by HTTP-01 needs it. */
import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import https from "node:https";
import { eventually } from "../../../lab/run";
import { issue } from "../../../lab/terraform/tls";

interface Reply {
  readonly body: string;
  readonly location: string;
}

const encode = (value: string | Buffer): string => Buffer.from(value).toString("base64url");

export class AcmeClient {
  private readonly key: KeyObject = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  private account = "";
  private nonce = "";

  /**
   * @param directory - address of the server's directory
   * @param ca - CA of the server's own certificate, PEM
   */
  constructor(
    private readonly directory: string,
    private readonly ca: string,
  ) {}

  /**
   * Gets a certificate for a name.
   *
   * @param publish - makes `http://<name>/.well-known/acme-challenge/<token>` answer with a text
   * @returns the chain, PEM
   */
  async certificate(
    name: string,
    publish: (token: string, answer: string) => Promise<void>,
  ): Promise<string> {
    const urls = JSON.parse((await this.send("GET", this.directory)).body) as Record<string, string>;
    await this.send("HEAD", urls["newNonce"] as string);
    this.account = "";
    const terms = { termsOfServiceAgreed: true };
    this.account = (await this.post(urls["newAccount"] as string, terms)).location;

    const order = await this.post(urls["newOrder"] as string, {
      identifiers: [{ type: "dns", value: name }],
    });
    const { authorizations, finalize } = JSON.parse(order.body) as {
      authorizations: string[];
      finalize: string;
    };
    const authorization = authorizations[0] as string;
    const { challenges } = JSON.parse((await this.post(authorization)).body) as {
      challenges: { type: string; url: string; token: string }[];
    };
    const challenge = challenges.find(({ type }) => type === "http-01") as { url: string; token: string };
    await publish(challenge.token, `${challenge.token}.${this.thumbprint()}`);
    await this.post(challenge.url, {});
    await this.settles(authorization, "valid");

    const key = (await issue("tls_private_key", { algorithm: "ECDSA", ecdsa_curve: "P256" }))[
      "private_key_pem"
    ] as string;
    const request = (await issue("tls_cert_request", { private_key_pem: key, dns_names: [name] }))[
      "cert_request_pem"
    ];
    const der = String(request).replace(/-----[^-]+-----|\s/g, "");
    await this.post(finalize, { csr: encode(Buffer.from(der, "base64")) });
    const { certificate } = await this.settles(order.location, "valid");
    return (await this.post(certificate as string)).body;
  }

  /** Waits for a status; a challenge that failed says why. */
  private settles(url: string, wanted: string): Promise<Record<string, unknown>> {
    return eventually(
      `${url} is ${wanted}`,
      async () => {
        const reply = await this.post(url);
        const state = JSON.parse(reply.body) as { status: string };
        if (state.status === "invalid") throw new Error(reply.body);
        return state.status === wanted ? { ...state } : undefined;
      },
      { seconds: 15 },
    );
  }

  private jwk() {
    const { x, y } = this.key.export({ format: "jwk" }) as { x: string; y: string };
    return { crv: "P-256", kty: "EC", x, y }; // in the order that the thumbprint needs (RFC 7638)
  }

  private thumbprint(): string {
    return encode(createHash("sha256").update(JSON.stringify(this.jwk())).digest());
  }

  /** A signed request; without a payload it reads. */
  private post(url: string, payload?: object): Promise<Reply> {
    const identity = this.account ? { kid: this.account } : { jwk: this.jwk() };
    const head = encode(JSON.stringify({ alg: "ES256", nonce: this.nonce, url, ...identity }));
    const body = payload === undefined ? "" : encode(JSON.stringify(payload));
    const key = createPrivateKey(this.key.export({ type: "pkcs8", format: "pem" }));
    const signature = sign("sha256", Buffer.from(`${head}.${body}`), { key, dsaEncoding: "ieee-p1363" });
    return this.send(
      "POST",
      url,
      JSON.stringify({ protected: head, payload: body, signature: encode(signature) }),
    );
  }

  private send(method: string, url: string, body?: string): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const headers = { "content-type": "application/jose+json" };
      const request = https.request(url, { method, headers, ca: this.ca, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          const text = Buffer.concat(chunks).toString();
          this.nonce = String(response.headers["replay-nonce"] ?? this.nonce);
          if ((response.statusCode ?? 500) >= 400)
            reject(new Error(`${method} ${url}: ${response.statusCode} ${text}`));
          else resolve({ body: text, location: response.headers.location ?? "" });
        });
      });
      request.on("error", reject);
      request.end(body);
    });
  }
}
