import type { Output } from "./output";

/** A mistake that people make, planted in the synthesized platform. */
export interface Defect {
  readonly name: string;
  /** Workspaces that have to be rehearsed for it to show; all others are up already. */
  readonly at: readonly string[];
  readonly plant: (output: Output) => void;
  /** What the rehearsal has to say, so that it is not caught by accident. */
  readonly caughtAs: RegExp;
}

const network = "demo-network-eu";
const node = "demo-node-eu";
const api = "demo-api-eu";
const dns = "demo-dns";

const rule = (output: Output) => output.resource(network, "azurerm_network_security_rule", "Ssh");
const machine = (output: Output) => output.resource(node, "azurerm_linux_virtual_machine", "Machine");
const nic = (output: Output) => output.resource(node, "azurerm_network_interface", "Nic");
const release = (output: Output) => output.resource(api, "helm_release", "Api");
const record = (output: Output) => output.resource(dns, "cloudflare_dns_record", "Record-eu");
const reader = (output: Output, id: string, name: string) =>
  output.workspace(id).data.terraform_remote_state[name];

export const DEFECTS: readonly Defect[] = [
  // what the schema says
  {
    name: "a typo in an argument",
    at: [network],
    plant: (output) => {
      rule(output).acess = rule(output).access;
      delete rule(output).access;
    },
    caughtAs: /acess|access/,
  },
  {
    name: "a missing required argument",
    at: [network],
    plant: (output) => delete rule(output).priority,
    caughtAs: /"priority" is required/,
  },
  {
    name: "a value of the wrong type",
    at: [network],
    plant: (output) => {
      rule(output).priority = "high";
    },
    caughtAs: /a number is required/,
  },
  {
    name: "a resource type that does not exist",
    at: [network],
    plant: (output) => {
      const { resource } = output.workspace(network);
      resource.azurerm_network_securty_rule = resource.azurerm_network_security_rule;
      delete resource.azurerm_network_security_rule;
    },
    caughtAs: /azurerm_network_securty_rule/,
  },
  {
    name: "an argument that only the provider sets",
    at: [network],
    plant: (output) => {
      output.resource(network, "azurerm_public_ip", "Address").ip_address = "198.51.100.7";
    },
    caughtAs: /only the provider sets it/,
  },
  {
    name: "a missing required block",
    at: [node],
    plant: (output) => delete machine(output).os_disk,
    caughtAs: /os_disk/,
  },
  {
    name: "a block too many",
    at: [node],
    plant: (output) => {
      machine(output).os_disk = [machine(output).os_disk, machine(output).os_disk];
    },
    caughtAs: /No more than 1 "os_disk"|Too many os_disk/,
  },
  {
    name: "a typo inside a block",
    at: [node],
    plant: (output) => {
      nic(output).ip_configuration[0].subnet = nic(output).ip_configuration[0].subnet_id;
    },
    caughtAs: /subnet/,
  },
  {
    name: "a typo inside a nested attribute",
    at: [dns],
    plant: (output) => {
      record(output).settings = { ipv4_only: "perhaps" };
    },
    caughtAs: /settings|bool/,
  },
  {
    name: "a provider without its required block",
    at: [network],
    plant: (output) => delete output.workspace(network).provider.azurerm[0].features,
    caughtAs: /features/,
  },
  // references inside a workspace
  {
    name: "a reference to a resource that does not exist",
    at: [network],
    plant: (output) =>
      output.replace(network, "azurerm_virtual_network.Network.name", "azurerm_virtual_network.Net.name"),
    caughtAs: /undeclared resource/,
  },
  {
    name: "a reference to an attribute that does not exist",
    at: [network],
    plant: (output) =>
      output.replace(network, "azurerm_public_ip.Address.ip_address", "azurerm_public_ip.Address.address"),
    caughtAs: /Unsupported attribute/,
  },
  {
    name: "a variable that nobody declared",
    at: [network],
    plant: (output) => {
      rule(output).description = "${var.reason}";
    },
    caughtAs: /undeclared input variable/,
  },
  {
    name: "an expression that is not one",
    at: [network],
    plant: (output) => {
      rule(output).description = '${join(",", [1, 2}';
    },
    caughtAs: /expression|bracket|separator/i,
  },
  {
    name: "a function that does not exist",
    at: [network],
    plant: (output) => {
      rule(output).description = '${base64("x")}';
    },
    caughtAs: /unknown function/i,
  },
  {
    name: "a provider alias that does not exist",
    at: [network],
    plant: (output) => {
      rule(output).provider = "azurerm.other";
    },
    caughtAs: /azurerm.other|Provider configuration not present|undeclared/i,
  },
  {
    name: "two resources that need each other",
    at: [network],
    plant: (output) => {
      const { resource } = output.workspace(network);
      resource.azurerm_resource_group.Group.tags = { subnet: "${azurerm_subnet.Nodes.id}" };
    },
    caughtAs: /Cycle/,
  },
  {
    name: "copies counted by something unknown",
    at: [network],
    plant: (output) => {
      rule(output).for_each = "${toset([azurerm_public_ip.Address.ip_address])}";
    },
    caughtAs: /Invalid for_each/,
  },
  {
    name: "a condition that never holds",
    at: [network],
    plant: (output) => {
      const precondition = [
        { condition: '${azurerm_resource_group.Group.location == "mars"}', error_message: "not there" },
      ];
      rule(output).lifecycle = { precondition };
    },
    caughtAs: /precondition|not there/,
  },
  // between workspaces
  {
    name: "an output that is not published any more",
    at: [network, node],
    plant: (output) => delete output.workspace(network).output["subnet-id"],
    caughtAs: /subnet-id/,
  },
  {
    name: "an output read under another name",
    at: [node],
    plant: (output) => output.replace(node, "outputs.subnet-id", "outputs.subnet"),
    caughtAs: /subnet/,
  },
  {
    name: "an output without a value",
    at: [network],
    plant: (output) => {
      output.workspace(network).output.address.value = "${null}";
    },
    caughtAs: /no value/,
  },
  {
    name: "the other region's network",
    at: [node],
    plant: (output) => {
      output.replace(node, "demo-network-eu", "demo-network-us");
      output.manifest.stacks[node].dependencies = ["demo-network-us"];
    },
    caughtAs: /swapped/,
  },
  {
    name: "a lost dependency",
    at: [node],
    plant: (output) => {
      output.manifest.stacks[node].dependencies = [];
    },
    caughtAs: /without depending on it/,
  },
  {
    name: "workspaces that wait for each other",
    at: [network, node],
    plant: (output) => {
      output.manifest.stacks[network].dependencies = [node];
    },
    caughtAs: /circle/,
  },
  {
    name: "the state of a workspace that does not exist",
    at: [node],
    plant: (output) => {
      reader(output, node, network).config.path = "../../../state/demo-net-eu.tfstate";
    },
    caughtAs: /demo-net-eu/,
  },
  {
    name: "two workspaces with one state",
    at: [network, "demo-network-us"],
    plant: (output) => {
      output.workspace("demo-network-us").terraform.backend = output.workspace(network).terraform.backend;
    },
    caughtAs: /keeps its state where/,
  },
  {
    name: "a machine in another location than its network",
    at: [network, node],
    plant: (output) => {
      nic(output).location = "centralus";
    },
    caughtAs: /is in westeurope, but this is in centralus/,
  },
  {
    name: "the id of something else",
    at: [node],
    plant: (output) => output.replace(node, "outputs.subnet-id", "outputs.address-id"),
    caughtAs: /is not a subnet's id/,
  },
  {
    name: "a certificate where a key belongs",
    at: [node, api],
    plant: (output) =>
      output.replace(node, "tls_private_key.Key.private_key_pem", "tls_private_key.Key.public_key_pem"),
    caughtAs: /is not a private key/,
  },
  // what the clouds say
  {
    name: "a word that the cloud does not know",
    at: [network],
    plant: (output) => {
      rule(output).access = "Alow";
    },
    caughtAs: /one of Allow, Deny/,
  },
  {
    name: "a number out of range",
    at: [network],
    plant: (output) => {
      rule(output).priority = 50;
    },
    caughtAs: /between 100 and 4096/,
  },
  {
    name: "a network that is none",
    at: [network],
    plant: (output) => {
      output.resource(network, "azurerm_virtual_network", "Network").address_space = ["10.10.0.1/16"];
    },
    caughtAs: /not a network/,
  },
  {
    name: "a port that is none",
    at: [network],
    plant: (output) => {
      rule(output).destination_port_range = "70000";
    },
    caughtAs: /not a port/,
  },
  {
    name: "a name that is too long",
    at: [network],
    plant: (output) => {
      output.resource(network, "azurerm_virtual_network", "Network").name = "n".repeat(65);
    },
    caughtAs: /2 to 64/,
  },
  {
    name: "a Kubernetes name with capitals",
    at: [api],
    plant: (output) => {
      output.resource(api, "kubernetes_namespace_v1", "Namespace").metadata.name = "Api";
    },
    caughtAs: /not a (label|Kubernetes object name)/,
  },
  {
    name: "passwords off, and no SSH key",
    at: [node],
    plant: (output) => delete machine(output).admin_ssh_key,
    caughtAs: /admin_ssh_key is missing/,
  },
  {
    name: "a firewall rule for nobody",
    at: [network],
    plant: (output) => delete rule(output).source_address_prefix,
    caughtAs: /whom it is for/,
  },
  {
    name: "an address record with a name",
    at: [dns],
    plant: (output) => {
      record(output).content = "node.example.com";
    },
    caughtAs: /not an IPv4 address/,
  },
  {
    name: "Helm values that are not YAML",
    at: [api],
    plant: (output) => {
      release(output).values = ["replicas: [2\n"];
    },
    caughtAs: /not YAML/,
  },
  {
    name: "a text that Helm takes for a truth",
    at: [api],
    plant: (output) => {
      release(output).values = ["region: no\n"];
    },
    caughtAs: /not YAML that versions 1.1 and 1.2 read alike/,
  },
  {
    name: "a chart that is not pinned",
    at: [api],
    plant: (output) => {
      release(output).repository = "https://charts.example.com";
    },
    caughtAs: /pinned/,
  },
  {
    name: "SSH open to the world",
    at: [network],
    plant: (output) => {
      rule(output).source_address_prefix = "*";
    },
    caughtAs: /port 22 is open/,
  },
  {
    name: "the Kubernetes API open to the world in a range of ports",
    at: [network],
    plant: (output) => {
      rule(output).destination_port_range = "6000-7000";
      rule(output).source_address_prefix = "0.0.0.0/0";
    },
    caughtAs: /port 6443 is open/,
  },
  // what is different each time
  {
    name: "the time of day in a tag",
    at: [network],
    plant: (output) => {
      output.resource(network, "azurerm_resource_group", "Group").tags = { made: "${timestamp()}" };
    },
    caughtAs: /second plan is not empty/,
  },
  {
    name: "a random value in user data",
    at: [node],
    plant: (output) => {
      machine(output).custom_data = "${base64encode(uuid())}";
    },
    caughtAs: /second plan is not empty/,
  },
  // secrets
  {
    name: "a secret written out in an argument",
    at: [dns],
    plant: (output) => {
      output.workspace(dns).provider.cloudflare[0].api_token = "0123456789abcdef0123456789abcdef01234567";
    },
    caughtAs: /api_token, written out/,
  },
  {
    name: "a secret output that is not marked",
    at: [node],
    plant: (output) => {
      output.workspace(node).output["client-key"].sensitive = false;
    },
    caughtAs: /sensitive/,
  },
  {
    name: "a secret output whose mark was removed",
    at: [node],
    plant: (output) => {
      output.workspace(node).output.token = { value: "${nonsensitive(var.join_token)}" };
    },
    caughtAs: /variable join_token surfaces in demo-node-eu, output token/,
  },
  {
    name: "a secret in user data",
    at: [node],
    plant: (output) => {
      machine(output).custom_data = "${base64encode(var.join_token)}";
    },
    caughtAs:
      /variable join_token surfaces in demo-node-eu, custom_data of azurerm_linux_virtual_machine.Machine/,
  },
  {
    name: "a secret in Helm values",
    at: [node, api],
    plant: (output) => {
      release(output).values = [
        "${yamlencode({key = data.terraform_remote_state.demo-node-eu.outputs.client-key})}",
      ];
    },
    caughtAs: /private_key_pem surfaces in demo-api-eu, values of helm_release.Api/,
  },
  {
    name: "a secret of another workspace that a plan shows",
    at: [node, api],
    plant: (output) => {
      const { resource } = output.workspace(api);
      resource.kubernetes_namespace_v1.Namespace.metadata.annotations = {
        key: "${data.terraform_remote_state.demo-node-eu.outputs.client-key}",
      };
    },
    caughtAs: /surfaces in demo-api-eu, metadata.annotations of kubernetes_namespace_v1.Namespace/,
  },
  {
    name: "a secret in a ConfigMap, though it is marked",
    at: [node, api],
    plant: (output) => {
      output.workspace(api).resource.kubernetes_config_map_v1 = {
        Settings: {
          metadata: { name: "settings", namespace: "api" },
          data: { key: "${sensitive(data.terraform_remote_state.demo-node-eu.outputs.client-key)}" },
        },
      };
    },
    caughtAs: /surfaces in demo-api-eu, data of kubernetes_config_map_v1.Settings/,
  },
  {
    name: "a secret in settings that are not protected",
    at: [node],
    plant: (output) => {
      output.resource(node, "azurerm_virtual_machine_extension", "Bootstrap").settings =
        "${jsonencode({token = base64encode(var.join_token)})}";
    },
    caughtAs: /variable join_token surfaces in demo-node-eu, settings of/,
  },
  {
    name: "a secret in a tag",
    at: [node],
    plant: (output) => {
      machine(output).tags = { owner: "${var.join_token}" };
    },
    caughtAs: /variable join_token surfaces in demo-node-eu, tags of/,
  },
  {
    name: "a secret in a URL",
    at: [node, api],
    plant: (output) => {
      release(output).repository =
        'https://charts.example.com/${substr(sha1(data.terraform_remote_state.demo-node-eu.outputs.host), 0, 4)}/${replace(data.terraform_remote_state.demo-node-eu.outputs.client-key, "\\n", "")}';
      release(output).version = "1.0.0";
    },
    caughtAs: /surfaces in demo-api-eu, repository of helm_release.Api/,
  },
  {
    name: "a variable that lost its mark",
    at: [dns],
    plant: (output) => delete output.workspace(dns).variable.cloudflare_api_token.sensitive,
    caughtAs: /variable cloudflare_api_token, which it comes from, is not sensitive/,
  },
];
