import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { conditionsIn } from "../../rehearsal/conditions";
import { type Configuration, readConfiguration } from "../../rehearsal/configuration";
import { meeting } from "../../rehearsal/emulator/marker";
import { publicParts } from "../../rehearsal/public-parts";
import type { ProviderSchema } from "../../rehearsal/schema/types";
import { writtenSecrets } from "../../rehearsal/written-secrets";

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "secrets-"));
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

const schema: ProviderSchema = {
  provider: {
    version: 0,
    block: {
      attributes: {
        token: { type: "string", optional: true, sensitive: true },
        password: { type: "string", optional: true },
      },
    },
  },
  resource_schemas: {
    demo_machine: {
      version: 0,
      block: {
        attributes: {
          name: { type: "string", required: true },
          tags: { type: ["map", "string"], optional: true },
          secret: { type: "string", optional: true, sensitive: true },
          user_data: { type: "string", optional: true, sensitive: true },
          nested: {
            optional: true,
            nested_type: {
              nesting_mode: "list",
              attributes: {
                key: { type: "string", optional: true, sensitive: true },
                url: { type: "string", optional: true },
              },
            },
          },
        },
        block_types: {
          metadata: {
            nesting_mode: "list",
            block: { attributes: { annotations: { type: ["map", "string"], optional: true } } },
          },
        },
      },
    },
  },
  data_source_schemas: {},
};

describe("what of a state others can see", () => {
  const file = path.join(temporary, "state.tfstate");
  const attributes = {
    name: "n",
    tags: { team: "t" },
    secret: "s",
    user_data: "u",
    nested: [{ key: "k", url: "l" }],
    metadata: [{ annotations: { a: "b" } }],
  };
  fs.writeFileSync(
    file,
    JSON.stringify({
      outputs: { host: { value: "h" }, key: { value: "k", sensitive: true } },
      resources: [
        {
          mode: "managed",
          type: "demo_machine",
          name: "it",
          provider: 'provider["registry.terraform.io/example/demo"].other',
          instances: [{ attributes }],
        },
        {
          mode: "data",
          type: "terraform_remote_state",
          name: "other",
          provider: 'provider["terraform.io/builtin/terraform"]',
          instances: [{ attributes: { outputs: { value: { key: "k" } } } }],
        },
      ],
    }),
  );
  const parts = publicParts(file, (address) =>
    address === "registry.terraform.io/example/demo" ? schema : undefined,
  );

  it("is outputs that are not sensitive, and all that the provider does not call so, at any depth", () => {
    expect(Object.fromEntries(parts.map(({ name, text }) => [name, text]))).toEqual({
      "output host": "h",
      "name of demo_machine.it": "n",
      "tags of demo_machine.it": '{"team":"t"}',
      "user_data of demo_machine.it": "u",
      "nested.url of demo_machine.it": "l",
      "metadata.annotations of demo_machine.it": '{"a":"b"}',
    });
  });
});

async function configuration(content: object): Promise<Configuration> {
  const file = path.join(temporary, "cdk.tf.json");
  fs.writeFileSync(
    file,
    JSON.stringify({ terraform: { required_providers: { demo: { source: "example/demo" } } }, ...content }),
  );
  return readConfiguration(file);
}

const found = async (provider: object, more: object = {}) =>
  writtenSecrets(await configuration({ provider: { demo: [provider] }, ...more }), () => schema).map(
    ({ summary }) => summary,
  );

const CERTIFICATE = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";

it.each([
  ["text", "hunter2"],
  ["a function of text", '${base64encode("hunter2")}'],
  ["a private key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"],
  [
    "a private key behind a certificate",
    `${CERTIFICATE}-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n`,
  ],
])("finds a secret that is written out: %s", async (_, token) => {
  expect(await found({ token })).toEqual(["provider.demo token, written out in cdktf.out"]);
});

it.each([
  ["a reference", "${data.terraform_remote_state.pki.outputs.key}"],
  ["certificates, which are for everybody", `An issuer\n${CERTIFICATE}Another\n${CERTIFICATE}`],
  [
    "a public key of SSH, whatever a provider thinks of it",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 you@example.com",
  ],
  ["nothing", ""],
])("finds none in %s", async (_, token) => expect(await found({ token })).toEqual([]));

it("knows secrets by their name where the provider does not mark them", async () => {
  expect(await found({ password: "hunter2" })).toHaveLength(1);
});

it.each([
  [true, []],
  [false, ["provider.demo token is secret, but variable entry, which it comes from, is not sensitive"]],
])("wants a variable that carries a secret to be sensitive: %p", async (sensitive, says) => {
  const variable = { entry: { type: "string", sensitive } };
  expect(await found({ token: "${trimspace(var.entry)}" }, { variable })).toEqual(says);
});

it("wants it so where what it carries is write-only, though its schema does not call that sensitive", async () => {
  const block = {
    attributes: { data_wo: { type: ["map", "string"], optional: true, write_only: true } },
  } as const;
  const hidden = { ...schema, resource_schemas: { demo_secret: { version: 0, block } } } as never;
  const written = await configuration({
    variable: { entry: { type: "string" } },
    resource: { demo_secret: { it: { data_wo: { token: "${var.entry}" } } } },
  });
  expect(writtenSecrets(written, () => hidden).map(({ summary }) => summary)).toEqual([
    "demo_secret.it data_wo is secret, but variable entry, which it comes from, is not sensitive",
  ]);
});

describe("a marker", () => {
  const marker = "canary0123456789abcdef01";
  const made = (condition: string, plausible = "something") => {
    const conditions = conditionsIn({ deep: [`\${can(regex("${condition}", var.token))}`] });
    expect(conditions.map(({ variable }) => variable)).toEqual(["token"]);
    return meeting(
      conditions.map(({ expression }) => expression),
      plausible,
      marker,
    );
  };

  it.each([
    ["a URL", "^https://[^/?#@[:space:]]+(?:/[^[:space:]]*)?$", /^https:\/\/.*canary/],
    ["a key", "^-----BEGIN OPENSSH PRIVATE KEY-----", /canary[\s\S]*-----END OPENSSH PRIVATE KEY-----\n$/],
    ["a token of a known kind and length", "^ghp_[[:alnum:]]{36}$", /^ghp_canary[0-9a-f]{18}0{12}$/],
    ["an address", "^[^@]+@example\\\\.com$", /^canary.*@example\.com$/],
    ["a long password", "^.{80,}$", /^.{80,}$/],
  ])("takes the form that a condition wants: %s", (_, condition, form) => {
    expect(made(condition)).toMatch(form);
    expect(made(condition)).toContain(marker);
  });

  it("keeps the form of what it stands for", () => {
    expect(meeting([], "https://node.example.com", marker)).toMatch(/^https:\/\/canary/);
  });

  it("leaves conditions to Terraform that JavaScript cannot read", () => {
    expect(conditionsIn('${can(regex("(?i)^token$", var.token))}')).toEqual([]);
  });
});
