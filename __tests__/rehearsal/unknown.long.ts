import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Report, rehearse } from "../../rehearsal/rehearse";
import { PROJECT } from "./fixtures/command";
import { writeSynthesized } from "./fixtures/demo";

jest.setTimeout(60_000); // Terraform runs, maybe on a busy machine

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "unknown-"));
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

let count = 0;
async function run(providers: readonly string[], content: object): Promise<Report> {
  const required = Object.fromEntries(providers.map((name) => [name, { source: `hashicorp/${name}` }]));
  const terraform = {
    required_providers: required,
    backend: { local: { path: "../../../state/demo-one.tfstate" } },
  };
  const folder = writeSynthesized(path.join(temporary, `${count++}/cdktf.out`), {
    "demo-one": { terraform, ...content },
  });
  return rehearse({ folder, environments: [], project: PROJECT, destroy: false });
}

const rules = (report: Report) =>
  report.workspaces.flatMap(({ findings }) => findings.map(({ rule }) => rule));

/** Known after the apply only. */
const made = { terraform_data: { Later: { input: "later" } } };
const LATER = "${terraform_data.Later.id}";

const NAMESPACE = {
  kubernetes_namespace_v1: {
    Namespace: {
      metadata: [{ name: "api", labels: { "pod-security.kubernetes.io/enforce": "restricted" } }],
    },
  },
};

it.each<[string, string[], object, string[]]>([
  [
    "azurerm without a subscription",
    ["azurerm"],
    {
      provider: { azurerm: [{ features: [{}], subscription_id: LATER }] },
      resource: { ...made, azurerm_resource_group: { Group: { name: "demo", location: "westeurope" } } },
    },
    ["provider.azurerm/known-subscription_id"],
  ],
  [
    "aws without a region",
    ["aws"],
    { provider: { aws: [{ region: LATER }] }, resource: { ...made, aws_eip: { It: {} } } },
    ["provider.aws/known-region"],
  ],
  [
    "kubernetes without an address that has to read",
    ["kubernetes"],
    {
      provider: { kubernetes: [{ host: `https://${LATER}` }] },
      resource: made,
      data: { kubernetes_namespace_v1: { It: { metadata: [{ name: "api" }] } } },
    },
    ["provider.kubernetes/known-host"],
  ],
])(
  "a provider is refused at plan where the real one gives up: %s",
  async (_, providers, content, expected) => {
    const report = await run(providers, content);
    expect(rules(report)).toEqual(expect.arrayContaining(expected));
    expect(report.workspaces[0]?.findings[0]).toMatchObject({
      severity: "error",
      summary: expect.stringMatching(/: not known when Terraform plans, /),
    });
  },
);

it.each<[string, string[], object]>([
  [
    "kubernetes without an address that only makes something new",
    ["kubernetes"],
    { provider: { kubernetes: [{ host: `https://${LATER}` }] }, resource: { ...made, ...NAMESPACE } },
  ],
  [
    "helm with a known address",
    ["helm"],
    { provider: { helm: [{ kubernetes: { host: "https://cluster.example.com" } }] }, resource: made },
  ],
  [
    "azurerm that leaves its subscription to the environment",
    ["azurerm"],
    {
      provider: { azurerm: [{ features: [{}] }] },
      resource: { azurerm_resource_group: { Group: { name: "demo", location: "westeurope" } } },
    },
  ],
])("and not where it does not: %s", async (_, providers, content) => {
  expect(rules(await run(providers, content))).toEqual([]);
});

describe("Terraform's own rules about what is unknown hold as they do with real providers:", () => {
  const group = (name: string) => ({ name, location: "westeurope" });
  const azurerm = { azurerm: [{ features: [{}] }] };

  it("a count of something computed is refused", async () => {
    const report = await run(["azurerm"], {
      provider: azurerm,
      resource: {
        ...made,
        azurerm_resource_group: { Group: { ...group("demo"), count: `\${length(${LATER.slice(2, -1)})}` } },
      },
    });
    expect(report.workspaces[0]?.findings[0]?.summary).toBe("Invalid count argument");
  });

  it("a data source that waits for a resource is read once that is there", async () => {
    const report = await run(["azurerm"], {
      provider: azurerm,
      resource: { azurerm_resource_group: { Group: group("demo") } },
      data: { azurerm_client_config: { Me: { depends_on: ["azurerm_resource_group.Group"] } } },
      output: { me: { value: "${data.azurerm_client_config.Me.tenant_id}" } },
    });
    expect(rules(report)).toEqual([]);
    expect(report.workspaces[0]?.published).toEqual(["me"]);
  });

  it("each of a known set is made", async () => {
    const report = await run(["azurerm"], {
      provider: azurerm,
      resource: {
        azurerm_resource_group: { Group: { ...group("demo-${each.key}"), for_each: '${toset(["a", "b"])}' } },
      },
    });
    expect(report.workspaces[0]).toMatchObject({ findings: [], applied: 2 });
  });
});
