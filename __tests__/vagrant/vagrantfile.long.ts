import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parse } from "yaml";
import nodes from "../fixtures/nodes.json";

const root = path.join(__dirname, "../..");

// As K3s writes it.
const KUBECONFIG = `apiVersion: v1
clusters:
- cluster:
    certificate-authority-data: Y2E=
    server: https://127.0.0.1:6443
  name: default
contexts:
- context:
    cluster: default
    user: default
  name: default
current-context: default
kind: Config
users:
- name: default
  user:
    client-certificate-data: Y2VydA==
    client-key-data: a2V5
`;

interface Provisioner {
  readonly name: string;
  readonly type: string;
  readonly inline?: string;
  readonly source?: string;
}

interface Recorded {
  readonly box: string;
  readonly machines: {
    readonly name: string;
    readonly hostname: string;
    readonly networks: { readonly kind: string; readonly ip: string }[];
    readonly providers: Readonly<Record<string, { readonly settings: object; readonly override: object }>>;
    readonly provisioners: Provisioner[];
    readonly triggers: unknown[];
  }[];
}

/** A checkout of its own: kubeconfigs are written beside the Vagrantfile. */
class Checkout {
  public readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-vagrant-"));

  constructor() {
    for (const part of ["Vagrantfile", "provision"]) {
      fs.cpSync(path.join(root, "vagrant", part), path.join(this.folder, "vagrant", part), {
        recursive: true,
      });
    }
    fs.writeFileSync(path.join(this.folder, "vagrant/nodes.json"), JSON.stringify(nodes));
    for (const room of ["config", "constructs"]) {
      fs.cpSync(path.join(root, room), path.join(this.folder, room), { recursive: true });
    }
    for (const part of ["node_modules", "package.json", "tsconfig.json"]) {
      fs.symlinkSync(path.join(root, part), path.join(this.folder, part));
    }
  }

  public buildImage(): void {
    fs.mkdirSync(path.join(this.folder, "app/dist"), { recursive: true });
    fs.writeFileSync(path.join(this.folder, "app/dist/api-image.tar"), "image");
  }

  public vagrant(...command: string[]): { readonly errors: string; readonly recorded: Recorded | undefined } {
    const recorder = path.join(__dirname, "recorder.rb");
    const vagrantfile = path.join(this.folder, "vagrant/Vagrantfile");
    const { error, status, stdout, stderr } = spawnSync(
      "ruby",
      [recorder, vagrantfile, KUBECONFIG, ...command],
      {
        encoding: "utf8",
      },
    );
    if (error) {
      throw new Error(
        "the command 'ruby' is missing: install it with 'apt install ruby' or 'brew install ruby'",
      );
    }
    return { errors: stderr, recorded: status === 0 ? (JSON.parse(stdout) as Recorded) : undefined };
  }

  public remove(): void {
    fs.rmSync(this.folder, { recursive: true });
  }
}

/** Runs `vagrant up` in a checkout that has an image. */
function up(checkout: Checkout): Recorded {
  checkout.buildImage();
  const { errors, recorded } = checkout.vagrant("up");
  if (recorded === undefined) {
    throw new Error(errors);
  }
  return recorded;
}

describe("vagrant up", () => {
  const checkout = new Checkout();
  const recorded = up(checkout);
  afterAll(() => checkout.remove());

  it("defines the three nodes at their addresses", () => {
    const { box, machines } = recorded;

    expect(box).toBe("bento/ubuntu-24.04");
    expect(
      machines.map(({ name, hostname, networks, providers }) => ({
        ...{ name, hostname, networks },
        settings: providers["virtualbox"]?.settings,
      })),
    ).toEqual([
      {
        name: "vm-us",
        hostname: "vm-us",
        networks: [{ kind: "private_network", ip: "192.168.56.10" }],
        settings: { name: "meridian-vm-us", memory: 4096, cpus: 2 },
      },
      {
        name: "vm-eu",
        hostname: "vm-eu",
        networks: [{ kind: "private_network", ip: "192.168.56.11" }],
        settings: { name: "meridian-vm-eu", memory: 4096, cpus: 2 },
      },
      {
        name: "vm-lb",
        hostname: "vm-lb",
        networks: [{ kind: "private_network", ip: "192.168.56.12" }],
        settings: { name: "meridian-vm-lb", memory: 2048, cpus: 2 },
      },
    ]);
  });

  it("gives them as much on libvirt, on a box that has a build for it", () => {
    const override = { box: "cloud-image/ubuntu-24.04" };
    const settings = (memory: number) => ({ default_prefix: "meridian-", memory, cpus: 2 });
    expect(recorded.machines.map(({ providers }) => providers["libvirt"])).toEqual([
      { settings: settings(4096), override },
      { settings: settings(4096), override },
      { settings: settings(2048), override },
    ]);
  });

  it("provisions each node with the shared script, told the node's own address and name", () => {
    const script = fs.readFileSync(path.join(root, "constructs/k3s/bootstrap.sh"), "utf8");

    const { machines } = recorded;

    const configurations = machines.map(({ provisioners }) => {
      const inline = provisioners[0]?.inline ?? "";
      expect(inline.endsWith(`\n${script}`)).toBe(true);
      const encoded = inline.match(/^export MERIDIAN_K3S_CONFIG='(.*)'$/m)?.[1] ?? "";
      return parse(Buffer.from(encoded, "base64").toString());
    });
    expect(configurations.map((configuration) => configuration["tls-san"])).toEqual([
      ["192.168.56.10", "api.us"],
      ["192.168.56.11", "api.eu"],
      ["192.168.56.12", "api.lb"],
    ]);
    expect(configurations.map((configuration) => configuration["node-ip"])).toEqual(
      nodes.map((node) => node.address),
    );
    expect(configurations.map((configuration) => configuration.disable)).toEqual([
      undefined,
      undefined,
      ["traefik", "servicelb"],
    ]);
  });

  it("lets K3s make the authorities of a node on a laptop", () => {
    expect(JSON.stringify(recorded)).not.toContain("MERIDIAN_CLIENT_CA_KEY='");
  });

  it("imports the API's image where the API runs", () => {
    const { machines } = recorded;

    expect(machines.map(({ provisioners }) => provisioners.map(({ name }) => name))).toEqual([
      ["k3s", "image-upload", "image"],
      ["k3s", "image-upload", "image"],
      ["k3s"],
    ]);
    expect(machines[0]?.provisioners[1]).toMatchObject({
      type: "file",
      source: path.join(fs.realpathSync(checkout.folder), "app/dist/api-image.tar"),
    });
  });

  it("writes a kubeconfig per cluster that reaches the node, for its owner only", () => {
    const folder = path.join(checkout.folder, "vagrant/kubeconfigs");
    expect(fs.readdirSync(folder).sort()).toEqual(["eu.yaml", "lb.yaml", "us.yaml"]);
    const file = path.join(folder, "eu.yaml");
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(parse(fs.readFileSync(file, "utf8"))).toMatchObject({
      clusters: [{ name: "eu", cluster: { server: "https://192.168.56.11:6443" } }],
      contexts: [{ name: "eu", context: { cluster: "eu", user: "eu" } }],
      "current-context": "eu",
      users: [{ name: "eu", user: { "client-key-data": "a2V5" } }],
    });
  });
});

describe("the Vagrantfile", () => {
  let checkout: Checkout;
  beforeEach(() => {
    checkout = new Checkout();
  });
  afterEach(() => checkout.remove());

  it("narrows the mode of a kubeconfig that others could read", () => {
    const file = path.join(checkout.folder, "vagrant/kubeconfigs/us.yaml");
    fs.mkdirSync(path.dirname(file));
    fs.writeFileSync(file, "old", { mode: 0o644 });

    up(checkout);

    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  });

  it("stops before it makes a machine when the image is missing, and says how to build it", () => {
    const { errors, recorded } = checkout.vagrant("up");

    expect(recorded).toBeUndefined();
    expect(errors).toMatch(
      /^vagrant: .*app\/dist\/api-image\.tar is missing: build .* 'npm run image', then run this again\n$/,
    );
  });

  it("says what to do when the packages are not installed", () => {
    checkout.buildImage();
    fs.rmSync(path.join(checkout.folder, "node_modules"));

    const { errors, recorded } = checkout.vagrant("up");

    expect(recorded).toBeUndefined();
    expect(errors).toContain("vagrant: K3s' configuration cannot be rendered; run 'npm ci' first");
  });

  it.each([["status"], ["destroy"], ["ssh"]])(
    "needs neither image nor packages for vagrant %s",
    (command) => {
      fs.rmSync(path.join(checkout.folder, "node_modules"));
      const { errors, recorded } = checkout.vagrant(command);

      expect(errors).toBe("");
      expect(recorded?.machines.map(({ name }) => name)).toEqual(["vm-us", "vm-eu", "vm-lb"]);
    },
  );

  it("makes a machine for a node that was added to nodes.json", () => {
    const added = {
      ...nodes[0],
      name: "vm-asia",
      cluster: "asia",
      region: "asia",
      address: "192.168.56.13",
      host: "api.asia",
    };
    fs.writeFileSync(path.join(checkout.folder, "vagrant/nodes.json"), JSON.stringify([...nodes, added]));

    const { machines } = up(checkout);

    expect(machines.at(-1)).toMatchObject({ name: "vm-asia", networks: [{ ip: "192.168.56.13" }] });
    expect(machines.at(-1)?.provisioners[0]?.inline).toContain("export MERIDIAN_K3S_CONFIG=");
    expect(fs.existsSync(path.join(checkout.folder, "vagrant/kubeconfigs/asia.yaml"))).toBe(true);
  });
});
