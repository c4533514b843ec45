import { execFile } from "node:child_process";
import { createPrivateKey, createPublicKey, X509Certificate } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { Stage, type Staged } from "../../../rehearsal/stage";

/** A mirror of real providers; without one there is nothing to compare with. */
const mirror = process.env["MERIDIAN_PROVIDERS"];
const project = path.join(__dirname, "../../..");
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "differential-"));
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));
jest.setTimeout(120_000);

const execFileAsync = promisify(execFile);

type Resources = Record<string, Record<string, object>>;

const PROVIDERS = {
  tls: { source: "hashicorp/tls", version: "4.1.0" },
  random: { source: "hashicorp/random", version: "3.7.2" },
};

const key = (name: string) => `\${tls_private_key.${name}.private_key_pem}`;
const subject = [{ common_name: "platform CA", organization: "Example", country: "DE" }];

const RESOURCES: Resources = {
  tls_private_key: {
    ca: { algorithm: "ECDSA", ecdsa_curve: "P256" },
    leaf: { algorithm: "ECDSA", ecdsa_curve: "P384" },
    rsa: { algorithm: "RSA" },
    standard: { algorithm: "ECDSA" },
    edwards: { algorithm: "ED25519" },
  },
  tls_self_signed_cert: {
    ca: {
      private_key_pem: key("ca"),
      subject,
      is_ca_certificate: true,
      validity_period_hours: 87600,
      allowed_uses: ["cert_signing", "crl_signing", "digital_signature", "key_encipherment"],
      set_authority_key_id: true,
    },
    plain: {
      private_key_pem: key("rsa"),
      subject: [{ common_name: "plain" }],
      validity_period_hours: 24,
      early_renewal_hours: 12,
      allowed_uses: ["server_auth"],
      dns_names: ["a.example.com"],
    },
  },
  tls_cert_request: {
    leaf: {
      private_key_pem: key("leaf"),
      subject: [{ common_name: "eu.example.com" }],
      dns_names: ["eu.example.com", "*.eu.example.com"],
      ip_addresses: ["192.0.2.1", "2001:db8::1"],
      uris: ["spiffe://example/api"],
    },
  },
  tls_locally_signed_cert: {
    leaf: {
      cert_request_pem: "${tls_cert_request.leaf.cert_request_pem}",
      ca_private_key_pem: key("ca"),
      ca_cert_pem: "${tls_self_signed_cert.ca.cert_pem}",
      validity_period_hours: 8760,
      early_renewal_hours: 4380,
      allowed_uses: ["digital_signature", "server_auth", "client_auth"],
    },
  },
  random_password: {
    plain: { length: 32, special: false },
    demanding: { length: 24, min_special: 4, min_upper: 4, override_special: "!#" },
  },
  random_string: { it: { length: 12, upper: false, special: false } },
  random_id: { it: { byte_length: 8, prefix: "x-" } },
  random_uuid: { it: {} },
  random_integer: { it: { min: 1, max: 9 } },
  random_bytes: { it: { length: 16 } },
  random_pet: { it: { length: 3 } },
  random_shuffle: { it: { input: ["a", "b", "c"], result_count: 2 } },
};

interface Run {
  readonly errors: readonly string[];
  /** What the plan leaves open, by address. */
  readonly unknown: Record<string, unknown>;
  readonly state: Record<string, Record<string, unknown>>;
  /** What a second plan would change. */
  readonly drift: readonly string[];
}

/** init, plan, apply, and a second plan. */
async function run(folder: string, env: NodeJS.ProcessEnv, stateFile: string): Promise<Run> {
  const terraform = (...args: string[]) =>
    execFileAsync("terraform", args, { cwd: folder, env: { ...process.env, ...env }, maxBuffer: 1e9 }).then(
      ({ stdout }) => stdout,
      (error: { stdout: string }) => error.stdout, // it ends with 1 after an error, which is what is looked at
    );
  await terraform("init", "-input=false");
  const plan = path.join(folder, "plan");
  const said = await terraform("plan", "-json", `-out=${plan}`);
  const isPlanned = fs.existsSync(plan);
  const applied = isPlanned ? await terraform("apply", "-json", plan) : "";
  return {
    errors: errorsIn(said + applied),
    unknown: isPlanned ? unknownIn(await terraform("show", "-json", plan)) : {},
    state: fs.existsSync(stateFile) ? stateIn(stateFile) : {},
    drift: changesIn(await terraform("plan", "-json")),
  };
}

async function runReal(name: string, resource: Resources): Promise<Run> {
  const folder = path.join(temporary, `real-${name}`);
  fs.mkdirSync(folder, { recursive: true });
  const configuration = { terraform: { required_providers: PROVIDERS }, resource };
  fs.writeFileSync(path.join(folder, "cdk.tf.json"), JSON.stringify(configuration));
  const installation = `provider_installation {\n  filesystem_mirror {\n    path = "${mirror}"\n  }\n}\n`;
  fs.writeFileSync(path.join(folder, "rc"), installation);
  const env = { TF_CLI_CONFIG_FILE: path.join(folder, "rc"), CHECKPOINT_DISABLE: "1" };
  return run(folder, env, path.join(folder, "terraform.tfstate"));
}

async function runOurs(name: string, resource: Resources): Promise<Run> {
  const folder = path.join(temporary, `ours-${name}/cdktf.out`);
  const backend = { local: { path: "../../../state/demo-one.tfstate" } };
  fs.mkdirSync(path.join(folder, "stacks/demo-one"), { recursive: true });
  fs.writeFileSync(
    path.join(folder, "stacks/demo-one/cdk.tf.json"),
    JSON.stringify({ terraform: { backend, required_providers: PROVIDERS }, resource }),
  );
  const listed = { synthesizedStackPath: "stacks/demo-one/cdk.tf.json", dependencies: [] };
  fs.writeFileSync(path.join(folder, "manifest.json"), JSON.stringify({ stacks: { "demo-one": listed } }));
  const stage = await Stage.open({ folder, environments: [], project });
  try {
    const [staged] = stage.workspaces as [Staged];
    return await run(staged.directory, await stage.provide(staged), staged.state);
  } finally {
    stage.close();
  }
}

function lines(text: string): {
  type?: string;
  diagnostic?: { severity: string; summary: string };
  change?: { resource: { addr: string }; action: string };
}[] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
}
const errorsIn = (text: string) =>
  lines(text).flatMap(({ diagnostic }) => (diagnostic?.severity === "error" ? [diagnostic.summary] : []));
const changesIn = (text: string) =>
  lines(text).flatMap(({ type, change }) =>
    type === "planned_change" && change ? [change.resource.addr] : [],
  );

function unknownIn(text: string): Record<string, unknown> {
  const plan = JSON.parse(text) as {
    resource_changes: { address: string; change: { after_unknown: unknown } }[];
  };
  return Object.fromEntries(
    plan.resource_changes.map(({ address, change }) => [address, change.after_unknown]),
  );
}

function stateIn(file: string): Run["state"] {
  const state = JSON.parse(fs.readFileSync(file, "utf8")) as {
    resources: { type: string; name: string; instances: { attributes: Record<string, unknown> }[] }[];
  };
  return Object.fromEntries(
    state.resources.map(({ type, name, instances }) => [`${type}.${name}`, instances[0]?.attributes ?? {}]),
  );
}

/** What two random values have in common if they are made the same way. */
function kind(value: unknown, attribute: string): unknown {
  if (Array.isArray(value))
    return attribute === "result" ? value.length : value.map((item) => kind(item, attribute));
  if (typeof value !== "string") return attribute === "result" ? typeof value : value;
  if (/BEGIN CERTIFICATE-/.test(value)) {
    const {
      subject: name,
      issuer,
      subjectAltName,
      ca,
      keyUsage,
      publicKey,
      validFrom,
      validTo,
    } = new X509Certificate(value);
    return {
      name,
      issuer,
      subjectAltName,
      ca,
      keyUsage,
      key: publicKey.asymmetricKeyDetails,
      hours: (Date.parse(validTo) - Date.parse(validFrom)) / 3_600_000,
    };
  }
  if (/PRIVATE KEY-/.test(value))
    return [value.split("\n")[0], /OPENSSH/.test(value) ? "" : createPrivateKey(value).asymmetricKeyDetails];
  if (/PUBLIC KEY-/.test(value)) return createPublicKey(value).asymmetricKeyDetails;
  if (/BEGIN CERTIFICATE REQUEST/.test(value)) return value.split("\n")[0];
  if (/^(ssh|ecdsa)-/.test(value)) return value.split(" ")[0];
  if (/fingerprint|_time$/.test(attribute)) return value.replace(/[0-9a-zA-Z+/]/g, "x").slice(0, 12);
  if (attribute === "id" && /^\d{9,}$/.test(value)) return "a number";
  if (/^(id|result|hex|dec|b64_\w+|base64|bcrypt_hash)$/.test(attribute)) {
    const separators = value.replace(/[^-$]/g, "").slice(0, 4);
    const isOfWords = attribute === "dec" || /^[a-z]+-[a-z]+-[a-z]+$/.test(value);
    return [
      isOfWords ? "" : value.length,
      /^[\w-]*$/.test(value) || attribute !== "id",
      attribute === "b64_url" || attribute === "id" ? "" : separators,
    ];
  }
  return value;
}

const kinds = (state: Run["state"]) =>
  Object.fromEntries(
    Object.entries(state).map(([address, attributes]) => [
      address,
      Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, kind(value, name)])),
    ]),
  );

(mirror ? describe : describe.skip)("beside the real tls and random providers", () => {
  let real: Run;
  let ours: Run;

  beforeAll(async () => {
    real = await runReal("sound", RESOURCES);
    ours = await runOurs("sound", RESOURCES);
  });

  it("neither complains", () => expect([real.errors, ours.errors]).toEqual([[], []]));
  it("the same is known at plan", () => expect(ours.unknown).toEqual(real.unknown));
  it("states hold the same", () => expect(kinds(ours.state)).toEqual(kinds(real.state)));
  it("a second plan is empty", () => expect([real.drift, ours.drift]).toEqual([[], []]));

  it.each<[string, Resources]>([
    [
      "a key that does not sign for its certificate",
      {
        ...RESOURCES,
        tls_locally_signed_cert: {
          leaf: { ...RESOURCES["tls_locally_signed_cert"]?.["leaf"], ca_private_key_pem: key("leaf") },
        },
      },
    ],
    ["more characters demanded than there are", { random_password: { it: { length: 4, min_upper: 8 } } }],
    ["a range the wrong way round", { random_integer: { it: { min: 9, max: 1 } } }],
  ])("both refuse %s", async (name, resources) => {
    const [theirs, own] = [
      await runReal(name.replace(/\W/g, "-"), resources),
      await runOurs(name.replace(/\W/g, "-"), resources),
    ];
    expect(theirs.errors).not.toEqual([]);
    expect(own.errors).toEqual(theirs.errors);
  });

  it("both make a certificate anew whose renewal begins at once", async () => {
    const resources = {
      tls_private_key: { rsa: { algorithm: "RSA" } },
      tls_self_signed_cert: {
        plain: { ...RESOURCES["tls_self_signed_cert"]?.["plain"], early_renewal_hours: 24 },
      },
    };
    const [theirs, own] = [await runReal("renewal", resources), await runOurs("renewal", resources)];
    expect(theirs.drift).toEqual(["tls_self_signed_cert.plain"]);
    expect(own.drift).toEqual(theirs.drift);
  });
});
