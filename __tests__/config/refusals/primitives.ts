import type { Path } from "./told";

/** Where a primitive is used: an environment, and the place in it. */
export type Use = readonly [environment: string, ...path: Path];

interface Primitive {
  readonly uses: readonly Use[];
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

const SERVICE = ["workloads", 0, "services", 0] as const;

/** Values without spaces. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const DIGEST = `sha256:${"0".repeat(64)}`;
const ED25519 = "AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";

/** Values of each primitive that are good, and what people wrote instead. */
export const PRIMITIVES: Readonly<Record<string, Primitive>> = {
  address: {
    uses: [["local", "regions", "eu", "clusters", "eu", "address"]],
    good: words("10.0.0.7 203.0.113.7 100.64.0.1"),
    bad: [
      ...words("127.0.0.1 127.255.0.1 0.0.0.0 0.1.2.3 169.254.169.254 224.0.0.1 239.255.255.255 240.0.0.1"),
      ...words(
        "255.255.255.255 010.0.0.7 10.0.0 10.0.0.256 10.0.0.7/32 0x0a.0.0.7 167772167 ::1 2001:db8::1",
      ),
      ...words("node.example.com localhost 10.0.0.7:6443 https://10.0.0.7"),
      ...[" 10.0.0.7", "10.0.0.7\n"],
    ],
  },
  "host name": {
    uses: [
      ["azure", "domain"],
      ["local", "domain"],
      ["local", "regions", "eu", "clusters", "eu", "host"],
    ],
    good: words("api.example.com a.b 1.example.com xn--bcher-kva.example"),
    bad: [
      ...words(
        "10.0.0.7 example example.1 Api.example.com api..example.com .example.com example.com. *.example.com",
      ),
      ...words("-a.example.com a-.example.com a_b.example.com bücher.example https://a.com a.com:443 a.com/"),
      ...[`${"a".repeat(64)}.com`, `${"a.".repeat(127)}com`, "a b.com", "a.com\n"],
    ],
  },
  "private network": {
    uses: [
      ["azure", "regions", "eu", "network", "cidr"],
      ["aws", "regions", "central", "network", "cidr"],
      ["vultr", "regions", "eu-west", "network", "cidr"],
    ],
    good: words("10.40.0.0/16 172.16.0.0/20 192.168.0.0/16 100.64.0.0/16"),
    bad: [
      ...words("127.0.0.0/16 169.254.0.0/16 224.0.0.0/16 0.0.0.0/16 255.255.0.0/16 168.63.0.0/16 8.8.0.0/16"),
      ...words("203.0.0.0/16 172.32.0.0/16 192.169.0.0/16 100.128.0.0/16 10.0.0.0/7 10.10.0.0/28 fd00::/16"),
      ...words("010.10.0.0/016 10.10.0.0/016 10.030.0.0/16 10.10.0.1/16 10.10.0.0 10.10.0.0/33 10.10.0.0/-1"),
      ...words("10.10.0/16 10.10.0.0/255.255.0.0 a"),
      "10.10.0.0 /16",
    ],
  },
  network: {
    uses: [
      ["azure", "infrastructure", "operatorCidrs", 0],
      ["aws", "infrastructure", "operatorCidrs", 0],
    ],
    good: words("203.0.113.0/24 10.0.0.0/8 198.51.100.7/32"),
    bad: [
      ...words("203.0.113.7/24 203.0.113.7 203.0.113.0/024 203.0.113.0/33 203.000.113.0/24 2001:db8::/32"),
      ...words("0.0.0.0/0 0.0.0.0/1 128.0.0.0/2 any * Internet 203.0.113.0/24,198.51.100.0/24"),
    ],
  },
  url: {
    uses: [
      ["aws", "monitoring", "remoteWrite", "url"],
      ["azure", "infrastructure", "k3s", "releases"],
      ["local", "charts", "mirror"],
    ],
    good: words(
      "https://example.com https://example.com:8443/a/b?c=d https://10.0.0.7/x https://[2001:db8::1]/x",
    ),
    bad: [
      ...words("https:x https:/x https:// //example.com example.com http://example.com ftp://example.com"),
      ...words("https://user:password@example.com/x https://token@example.com https://:password@example.com"),
      ...words(
        "https://example.com/${x} https://example.com:0 https://example.com:99999 https://example.com:",
      ),
      ...words("https://a..b https://-a.com https://300.0.0.1 https://example.com#x https://exam_ple.com"),
      ...words(
        "javascript:alert(1) file:///etc/passwd https://example.com\\x https://[::g]/x https://a.com/<x>",
      ),
      ...[
        "https://exa mple.com",
        "https://example.com/a b",
        "https://example.com/\n",
        " https://example.com",
      ],
      ...["https://example.com/{{ x }}", 'https://example.com/"'],
    ],
  },
  image: {
    uses: [
      ["local", ...SERVICE, "image"],
      ["azure", ...SERVICE, "image"],
    ],
    good: [
      ...words("ghcr.io/a/b:1 registry.example.com:5000/a:v1.2.3 localhost:5000/a:1 10.0.0.7:5000/a:1"),
      ...[`grafana/grafana:12.0.0`, `ghcr.io/a/b@${DIGEST}`, `ghcr.io/a/b:1@${DIGEST}`],
    ],
    bad: [
      ...words(
        "ghcr.io/a/b ghcr.io/a/b:latest ghcr.io/a/b: b:1 ghcr.io/A/b:1 GHCR.io/a/b:1:2 ghcr.io/a/b:-1",
      ),
      ...words(
        "ghcr.io/a/b@sha256:0 ghcr.io/a/b@md5:0 -.io/a/b:1 ghcr..io/a/b:1 .ghcr.io/a/b:1 ghcr.io:0/a/b:1",
      ),
      ...words(
        "ghcr.io:99999/a/b:1 ghcr.io:/a/b:1 ghcr.io:x/a/b:1 ghcr.io//b:1 ghcr.io/a/:1 /a/b:1 ghcr.io/_a/b:1",
      ),
      ...words(
        "https://ghcr.io/a/b:1 ghcr.io/a__/b:1 300.0.0.1/a/b:1 {registry} {registry}:1 {region}/a/b:1",
      ),
      ...["ghcr.io/a/b:1 ", "ghcr.io/a b:1", "ghcr.io/a/b:1\n", `ghcr.io/${"a/".repeat(130)}b:1`],
      ...[`ghcr.io/a/b:latest@${DIGEST}`, `ghcr.io/a/b:${"1".repeat(129)}`],
      "{registry}/a/b:1", // where the cloud makes none
    ],
  },
  memory: {
    uses: [
      ["local", ...SERVICE, "resources", "memory"],
      ["azure", ...SERVICE, "overrides", "eu", "resources", "memory"],
    ],
    good: words("16Mi 16384Ki 1Gi 1Ti"),
    bad: [
      ...words(
        "15Mi 1Ki 0 0Mi -1Gi 1.5Gi 1G 1gi 1GiB Gi 1e9 1000000 65Ti 99999999999999999999Ti 016Mi 100m ∞",
      ),
      "1 Gi",
    ],
  },
  storage: {
    uses: [
      ["local", "monitoring", "storage"],
      ["aws", "monitoring", "storage"],
    ],
    good: words("1Gi 1024Mi 64Ti"),
    bad: [...words("1023Mi 512Mi 1Ki 65Ti 8 8GB 08Gi"), "8Gi "],
  },
  cpu: {
    uses: [
      ["local", ...SERVICE, "resources", "cpu"],
      ["aws", ...SERVICE, "overrides", "west", "resources", "cpu"],
    ],
    good: words("1m 100m 2 128"),
    bad: [...words("0 0m -1 0.5 1.5 100M 1k 1000000m 1000 one 01"), "100 m"],
  },
  "SSH key": {
    uses: [["azure", "infrastructure", "sshPublicKey"]],
    good: [`ssh-ed25519 ${ED25519}`, `ssh-ed25519 ${ED25519} you@example.com`],
    bad: [
      ...[
        "ssh-ed25519",
        "ssh-ed25519 AAAA",
        `ssh-rsa ${ED25519}`,
        ED25519,
        `ssh-ed25519 ${ED25519.slice(0, -4)}`,
      ],
      ...[
        `ssh-ed25519 ${ED25519}AAAA`,
        `ssh-dss ${ED25519}`,
        `ssh-ed25519  ${ED25519}`,
        `ssh-ed25519 ${ED25519}\n`,
      ],
      ...[`from="10.0.0.0/8" ssh-ed25519 ${ED25519}`, "-----BEGIN OPENSSH PRIVATE KEY-----"],
      ...[`ssh-ed25519 ${ED25519} a\nb`, `ssh-ed25519 ${ED25519.replace("O", "*")}`],
    ],
  },
  "user name": {
    uses: [["azure", "infrastructure", "adminUsername"]],
    good: words("meridian a1 platform-team"),
    bad: [...words("root admin administrator guest test a Meridian 1a a_b -a a-"), "a b", "a".repeat(21)],
  },
  "Kubernetes version": {
    uses: [["aws", "regions", "west", "clusters", "west", "version"]],
    good: words("1.34 1.35"),
    bad: words("1.33 1.27 1.9 v1.35 1.35.1 2.0 1 latest 1.100"),
  },
  "K3s release": {
    uses: [["azure", "infrastructure", "k3s", "version"]],
    good: words("v1.36.4+k3s1"),
    bad: words("1.36.4+k3s1 v1.36 v1.35.0+k3s1 v1.37.0+k3s1 v1.36.4 v1.36.4-k3s1 latest stable"),
  },
  "e-mail address": {
    uses: [["azure", "certificates", "email"]],
    good: words("platform@example.org a+b@example.org"),
    bad: [
      ...words("platform platform@ @example.org platform@example a@b@example.org <a@example.org>"),
      "a b@example.org",
    ],
  },
};
