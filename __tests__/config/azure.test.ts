import { parseEnvironment } from "../../config/parse";
import { ConfigurationError } from "../../config/problem";
import { azure } from "../fixtures/azure";
import { local } from "../fixtures/local";

/** A public key of RSA as OpenSSH writes it, its modulus all ones. */
function rsaKey(bits: number): string {
  const parts = [
    Buffer.from("ssh-rsa"),
    Buffer.from([1, 0, 1]),
    Buffer.alloc(1 + bits / 8, 0xff).fill(0, 0, 1),
  ];
  const withLengths = parts.flatMap((part) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    return [length, part];
  });
  return `ssh-rsa ${Buffer.concat(withLengths).toString("base64")} you@example.com`;
}

// biome-ignore lint/suspicious/noExplicitAny: a user's mistake has any shape
type Anything = any;

/** The problems that a person reads after making a change to the environment. */
function complaints(change: (input: Anything) => void): readonly string[] {
  const input = structuredClone(azure);
  change(input);
  try {
    parseEnvironment(input, "azure");
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.message
      .split("\n")
      .slice(1)
      .map((line) => line.trim());
  }
}

const SUBSCRIPTION = '"00000000-0000-0000-0000-000000000000"';
const letsencrypt = { kind: "letsencrypt", email: "platform@example.org" };
const azurerm = { kind: "azurerm", location: "westeurope", resourceGroup: "state", storageAccount: "state" };

describe("a mistake in a key of azure is answered with what a good value looks like", () => {
  it.each<[string, (input: Anything) => void, string]>([
    [
      "a subscription by its name",
      (input) => (input.infrastructure.subscriptionId = "Pay-As-You-Go"),
      `infrastructure.subscriptionId: expected an Azure subscription id, such as ${SUBSCRIPTION}, got "Pay-As-You-Go"`,
    ],
    [
      "a private key in place of the public one",
      (input) => (input.infrastructure.sshPublicKey = "-----BEGIN OPENSSH PRIVATE KEY-----"),
      'infrastructure.sshPublicKey: expected an SSH public key, such as "ssh-ed25519 AAAA... you@example.com", got "-----BEGIN OPENSSH PRIVATE KEY-----"',
    ],
    [
      "a short RSA key",
      (input) => (input.infrastructure.sshPublicKey = rsaKey(1024)),
      'infrastructure.sshPublicKey: has 1024 bits, and 2048 are the least; expected an SSH public key, such as "ssh-ed25519 AAAA... you@example.com"',
    ],
    [
      "half a key",
      (input) => (input.infrastructure.sshPublicKey = rsaKey(2048).slice(0, 100)),
      'infrastructure.sshPublicKey: is no whole key of type ssh-rsa; expected an SSH public key, such as "ssh-ed25519 AAAA... you@example.com"',
    ],
    [
      "storage of two regions' flow logs under one name",
      (input) => {
        input.infrastructure.flowLogs = { storagePrefix: "exampleflows" };
        input.regions["e-u"] = {
          ...input.regions.eu,
          network: { ...input.regions.eu.network, cidr: "10.99.0.0/16" },
          clusters: {},
        };
      },
      'regions.e-u: its storage accounts would have the names of those of "eu", since dashes are left out; expected a name that differs in more',
    ],
    [
      "a user name that Azure reserves",
      (input) => (input.infrastructure.adminUsername = "admin"),
      'infrastructure.adminUsername: is a user name that Azure reserves; expected one of your own, such as "meridian", got "admin"',
    ],
    [
      "an elliptic key that Azure refuses",
      (input) => (input.infrastructure.sshPublicKey = "ecdsa-sha2-nistp256 AAAA"),
      'infrastructure.sshPublicKey: expected an SSH public key, such as "ssh-ed25519 AAAA... you@example.com", got "ecdsa-sha2-nistp256 AAAA"',
    ],
    [
      "operators from everywhere",
      (input) => (input.infrastructure.operatorCidrs = ["0.0.0.0/0"]),
      'infrastructure.operatorCidrs[0]: must not be open to the world, and a /8 is the widest network; expected the networks that operators work from, such as "203.0.113.7/32", got "0.0.0.0/0"',
    ],
    [
      "operators from half of everywhere",
      (input) => (input.infrastructure.operatorCidrs = ["10.0.0.0/8", "128.0.0.0/1"]),
      'infrastructure.operatorCidrs[1]: must not be open to the world, and a /8 is the widest network; expected the networks that operators work from, such as "203.0.113.7/32", got "128.0.0.0/1"',
    ],
    [
      "operators from everywhere, a piece at a time",
      (input) =>
        (input.infrastructure.operatorCidrs = Array.from({ length: 256 }, (_, first) => `${first}.0.0.0/8`)),
      'infrastructure.operatorCidrs: must not be open to the world, and together they are more than four networks of /8; expected the networks that operators work from, such as "203.0.113.7/32"',
    ],
    [
      "operators from nowhere",
      (input) => (input.infrastructure.operatorCidrs = []),
      'infrastructure.operatorCidrs: expected at least one network that operators work from, such as ["203.0.113.7/32"], got []',
    ],
    [
      "an address with host bits",
      (input) => (input.regions.eu.network.cidr = "10.10.0.1/16"),
      'regions.eu.network.cidr: expected the region\'s network (an IPv4 CIDR without host bits), such as "10.10.0.0/16", got "10.10.0.1/16"',
    ],
    [
      "a network too small for its subnets",
      (input) => (input.regions.eu.network.cidr = "10.10.0.0/28"),
      'regions.eu.network.cidr: expected a network between /8 and /24, such as "10.10.0.0/16", got "10.10.0.0/28"',
    ],
    [
      "a location with a dash",
      (input) => (input.regions.eu.network.location = "west-europe"),
      'regions.eu.network.location: expected an Azure location, such as "westeurope", got "west-europe"',
    ],
    [
      "the addresses of pods",
      (input) => (input.regions.eu.network.cidr = "10.42.0.0/16"),
      "regions.eu.network.cidr: 10.42.0.0/16 overlaps 10.42.0.0/16, the addresses of K3s' pods; expected another network, such as 10.10.0.0/16",
    ],
    [
      "a machine with an ARM processor",
      (input) => (input.regions.eu.clusters.eu.size = "Standard_D2ps_v5"),
      'regions.eu.clusters.eu.size: expected an Azure VM size with an x64 processor, such as "Standard_B2s", got "Standard_D2ps_v5"',
    ],
    [
      "more clusters than subnets",
      (input) => {
        for (let n = 0; n < 16; n++) input.regions.us.clusters[`us-${n}`] = { kind: "k3s", role: "api" };
      },
      "regions.us.clusters: 17 clusters; expected at most 16, since each gets a sixteenth of the region's network",
    ],
    [
      "nobody to admit",
      (input) => {
        input.dns = { kind: "hosts-file" };
        input.balancer.routing = { kind: "round-robin" };
        delete input.regions.us.countries;
      },
      'dns.kind: infrastructure "azure" admits nobody to the load balancer but Cloudflare; expected dns { "kind": "cloudflare", "zoneId": "0123456789abcdef0123456789abcdef" }',
    ],
    [
      "a zone by its name",
      (input) => (input.dns.zoneId = "example.com"),
      'dns.zoneId: expected a Cloudflare zone id, 32 hexadecimal digits, such as "0123456789abcdef0123456789abcdef", got "example.com"',
    ],
    [
      "a TLS version that nobody should speak",
      (input) => (input.dns.minimumTls = "1.0"),
      'dns.minimumTls: expected one of "1.2", "1.3", got "1.0"',
    ],
    [
      "a challenge that does not exist",
      (input) => (input.certificates = { ...letsencrypt, challenge: "tls-alpn-01" }),
      'certificates.challenge: expected one of "dns-01", "http-01", got "tls-alpn-01"',
    ],
    [
      "a contact that nobody reads",
      (input) => (input.certificates = { ...letsencrypt, email: "platform" }),
      'certificates.email: expected an e-mail address, such as "platform@example.com", got "platform"',
    ],
    [
      "a person by name",
      (input) => (input.state = { ...azurerm, principals: ["alice"] }),
      `state.principals[0]: expected an object id of Microsoft Entra ID, such as ${SUBSCRIPTION}, got "alice"`,
    ],
    [
      "a release that K3s never made",
      (input) => (input.infrastructure.k3s = { version: "1.36" }),
      'infrastructure.k3s.version: expected a release of K3s, such as "v1.36.4+k3s1", got "1.36"',
    ],
    [
      "a release of K3s whose Traefik is another",
      (input) => (input.infrastructure.k3s = { version: "v1.37.1+k3s1" }),
      'infrastructure.k3s.version: is of a minor that the platform does not know: it bundles a Traefik chart that may refuse the values which nodes give it, and no ingress would be installed; expected a release of 1.36, such as v1.36.4+k3s1, got "v1.37.1+k3s1"',
    ],
    [
      "a mirror without TLS",
      (input) => (input.infrastructure.k3s = { releases: "http://mirror.example.com/k3s" }),
      'infrastructure.k3s.releases: expected a mirror of K3s\' releases, an https URL, such as "https://mirror.example.com/k3s", got "http://mirror.example.com/k3s"',
    ],
    [
      "a password",
      (input) => (input.infrastructure.adminPassword = "secret"),
      'infrastructure: unknown key "adminPassword"; the keys here are kind, subscriptionId, adminUsername, sshPublicKey, operatorCidrs, encryptionAtHost, flowLogs, backups, k3s',
    ],
  ])("%s", (_, change, expected) => {
    expect(complaints(change)).toEqual([expected]);
  });
});

it("accepts the sizes of current x64 machines", () => {
  for (const size of [
    "Standard_B2s",
    "Standard_B2s_v2",
    "Standard_B2as_v2",
    "Standard_D4ads_v6",
    "Standard_E4-2s_v5",
  ])
    expect(complaints((input) => (input.regions.eu.clusters.eu.size = size))).toEqual([]);
});

it("keeps state in Azure for environments on Azure only", () => {
  expect(() => parseEnvironment({ ...local, state: azurerm }, "local")).toThrow(
    'state.kind: infrastructure "existing" has no state of kind "azurerm"; expected "local"',
  );
});
