import type { EnvironmentInput } from "../../../config/schema/environment";
import { environment, resourcesOf, synthesizeToMemory, type Workspace } from "../../support/synth";

const CLUSTERS = ["eu", "lb", "us"];

const synth = (change?: (input: EnvironmentInput) => void) =>
  synthesizeToMemory([environment("azure", change)]);
const output = synth();
const nodeOf = (cluster: string, { workspaces } = output): Workspace => {
  const workspace = workspaces[`azure-k3s-node-${cluster}`];
  if (!workspace) throw new Error(`no node for cluster ${cluster}`);
  return workspace;
};

const only = (workspace: Workspace, type: string): Record<string, unknown> => {
  const resources = resourcesOf(workspace, type);
  expect(resources).toHaveLength(1);
  return resources[0] as Record<string, unknown>;
};

const decode = (base64: string): string => Buffer.from(base64, "base64").toString();

/** The expression that makes a node's script, with what is known of it in the clear: literal parts, values in them. */
const scriptOf = (workspace: Workspace): string =>
  String(only(workspace, "azurerm_virtual_machine_extension")["protected_settings"])
    .replace(/base64decode\("([^"]*)"\)/g, (_, literal) => decode(literal))
    .replace(/='([A-Za-z0-9+/=]+)'/g, (_, value) => `='${decode(value)}'`);

it("every cluster has authorities of its own, and no workspace reads another's", () => {
  for (const cluster of CLUSTERS) {
    const workspace = nodeOf(cluster);
    const authorities = Object.keys(workspace.resource?.["tls_self_signed_cert"] ?? {});
    expect(authorities.map((name) => name.replace(/_[0-9A-F]{8}$/, ""))).toEqual([
      "Authorities_Client_Certificate",
      "Authorities_Server_Certificate",
    ]);
    const read = Object.keys(workspace.data?.["terraform_remote_state"] ?? {});
    expect(read.filter((id) => !id.startsWith("azure-network-"))).toEqual([]);
  }
});

describe.each(CLUSTERS)("the node of %s", (cluster) => {
  const workspace = nodeOf(cluster);
  const script = scriptOf(workspace);

  it("publishes how its cluster is reached, the key hidden", () => {
    const { host, ...access } = workspace.output ?? {};
    expect(host?.value).toBe(
      `https://\${data.terraform_remote_state.azure-network-${cluster === "us" ? "us" : "eu"}.outputs.${cluster}-address}:6443`,
    );
    expect(Object.entries(access).map(([name, { sensitive }]) => [name, sensitive ?? false])).toEqual([
      ["client-certificate", false],
      ["client-key", true],
      ["cluster-ca", false],
      ["ssh", false],
    ]);
    expect(access["ssh"]?.value).toBe(
      `meridian@\${data.terraform_remote_state.azure-network-${cluster === "us" ? "us" : "eu"}.outputs.${cluster}-address}`,
    );
  });

  it("is made a K3s server by a script that Azure encrypts and runs", () => {
    expect(only(workspace, "azurerm_virtual_machine_extension")).toMatchObject({
      publisher: "Microsoft.Azure.Extensions",
      type: "CustomScript",
      type_handler_version: "2.1",
      timeouts: { create: "60m", update: "60m" },
    });
    expect(only(workspace, "azurerm_virtual_machine_extension")).not.toHaveProperty("settings");
    expect(script).toMatch(/^\$\{jsonencode\(\{"script" = base64encode\(join\(/);
    expect(script).toContain("path.module");
  });

  it("is given both authorities with their keys, so that its kubeconfig is known before it exists", () => {
    for (const authority of ["Client", "Server"]) {
      expect(script).toMatch(
        new RegExp(`tls_self_signed_cert\\.Authorities_${authority}_Certificate_\\w+\\.cert_pem`),
      );
      expect(script).toMatch(
        new RegExp(`tls_private_key\\.Authorities_${authority}_Key_\\w+\\.private_key_pem`),
      );
    }
  });

  it("proves the names and addresses by which it is called", () => {
    expect(script).toContain(`outputs.${cluster}-address`);
    expect(script).toContain(`${cluster}.example.com`);
  });

  it("brings Traefik where users are served, and not where the balancer runs", () => {
    expect(script.includes("MERIDIAN_K3S_TRAEFIK")).toBe(cluster !== "lb");
  });
});

it("a node has 8 GiB where monitoring and the API run, 4 where the balancer does, or what is asked for", () => {
  const sizes = (all: typeof output) =>
    CLUSTERS.map((cluster) => only(nodeOf(cluster, all), "azurerm_linux_virtual_machine")["size"]);
  expect(sizes(output)).toEqual(["Standard_B2ms", "Standard_B2s", "Standard_B2ms"]);
  const larger = synth(({ regions }) => {
    if (regions["us"]) regions["us"].clusters["us"] = { kind: "k3s", role: "api", size: "Standard_D2s_v5" };
  });
  expect(sizes(larger)).toEqual(["Standard_B2ms", "Standard_B2s", "Standard_D2s_v5"]);
});

it("a node's disk is the image's own, or as large as is asked for", () => {
  const disk = (all: typeof output) => only(nodeOf("us", all), "azurerm_linux_virtual_machine")["os_disk"];
  expect(disk(output)).toEqual({ caching: "ReadWrite", storage_account_type: "StandardSSD_LRS" });
  const larger = synth(({ regions }) => {
    if (regions["us"]) regions["us"].clusters["us"] = { kind: "k3s", role: "api", diskGiB: 64 };
  });
  expect(disk(larger)).toMatchObject({ disk_size_gb: 64 });
});

it("a release of K3s, its checksum and a mirror reach the script", () => {
  const k3s = {
    version: "v1.36.3+k3s1",
    sha256: "ab".repeat(32),
    releases: "https://mirror.example.com/k3s",
  };
  const chosen = synth(({ infrastructure }) => {
    if (infrastructure.kind === "azure") infrastructure.k3s = k3s;
  });
  const script = scriptOf(nodeOf("us", chosen));
  for (const value of Object.values(k3s)) expect(script).toContain(`='${value}'`);
});

describe("with backups", () => {
  const saved = synth((input) => {
    Object.assign(input.infrastructure, { backups: { storagePrefix: "examplesaves", keepDays: 14 } });
  });
  const network = saved.workspaces["azure-network-eu"];

  it("each node's identity may write into the container of its own cluster, and nothing else", () => {
    for (const cluster of CLUSTERS) {
      const workspace = nodeOf(cluster, saved);
      expect(only(workspace, "azurerm_linux_virtual_machine")["identity"]).toEqual({
        type: "SystemAssigned",
      });
      expect(only(workspace, "azurerm_role_assignment")).toMatchObject({
        role_definition_name: "Storage Blob Data Contributor",
        scope: `\${data.terraform_remote_state.azure-network-${cluster === "us" ? "us" : "eu"}.outputs.${cluster}-backups-id}`,
        principal_id: expect.stringMatching(
          /^\$\{azurerm_linux_virtual_machine\.Machine_\w+\.identity\[0\]\.principal_id\}$/,
        ),
      });
      expect(scriptOf(workspace)).toContain(`.outputs.${cluster}-backups]`);
    }
  });

  it("the storage of a region admits its nodes' subnets and operators, and keeps what they delete", () => {
    const [account] = resourcesOf(network, "azurerm_storage_account");
    expect(account).toMatchObject({
      name: "examplesaveseu",
      shared_access_key_enabled: false,
      network_rules: { default_action: "Deny", bypass: ["None"], ip_rules: ["203.0.113.7"] },
      blob_properties: { versioning_enabled: true, delete_retention_policy: { days: 30 } },
    });
    const subnets = Object.keys(network?.resource?.["azurerm_subnet"] ?? {});
    expect(account?.["network_rules"]).toMatchObject({
      virtual_network_subnet_ids: subnets.map((name) => `\${azurerm_subnet.${name}.id}`),
    });
    for (const subnet of resourcesOf(network, "azurerm_subnet"))
      expect(subnet["service_endpoints"]).toEqual(["Microsoft.Storage"]);
    expect(resourcesOf(network, "azurerm_storage_container").map(({ name }) => name)).toEqual([
      "k3s-eu",
      "k3s-lb",
    ]);
    expect(JSON.stringify(resourcesOf(network, "azurerm_storage_management_policy"))).toContain(
      '"delete_after_days_since_creation_greater_than":14',
    );
  });

  it("without them no machine speaks to Azure", () => {
    for (const cluster of CLUSTERS) {
      expect(only(nodeOf(cluster), "azurerm_linux_virtual_machine")).not.toHaveProperty("identity");
      expect(resourcesOf(nodeOf(cluster), "azurerm_role_assignment")).toEqual([]);
    }
  });

  it("do not go into the accounts of flow logs", () => {
    const both = (input: EnvironmentInput): void => {
      const storage = { storagePrefix: "example" };
      Object.assign(input.infrastructure, { backups: storage, flowLogs: storage });
    };
    expect(() => synth(both)).toThrow(
      "infrastructure.backups.storagePrefix: is that of the flow logs, whose accounts admit others",
    );
  });
});
