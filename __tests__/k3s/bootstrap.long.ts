import fs from "node:fs";
import { BACKUP_SCRIPT } from "../../constructs/k3s/backup";
import { BOOTSTRAP_SCRIPT, type BootstrapInputs } from "../../constructs/k3s/bootstrap";
import { canIsolate, Machine, RELEASE, Releases, type Run, sha256 } from "./node";

const VERSION = "v1.36.4+k3s1";
const BINARY = RELEASE.replace("VERSION", VERSION);
const inputs: BootstrapInputs = { config: "tls-san: [a]\n", admission: "admission\n", audit: "audit\n" };

const authority = (name: string) => ({
  certificate: `-----BEGIN CERTIFICATE-----\n${name}\n-----END CERTIFICATE-----\n`,
  privateKey: `-----BEGIN EC PRIVATE KEY-----\nsecret of ${name}\n-----END EC PRIVATE KEY-----\n`,
});
const authorities = { client: authority("client"), server: authority("server") };
const TLS = "/var/lib/rancher/k3s/server/tls";

const describeIsolated = canIsolate ? describe : describe.skip;

describeIsolated("bootstrap.sh, in a root folder of its own (Linux, root or user namespaces)", () => {
  const releases = new Releases();
  let machine: Machine;

  beforeAll(() => releases.open());
  afterAll(() => releases.close());
  beforeEach(() => {
    releases.offer(VERSION);
    machine = new Machine(releases);
  });
  afterEach(() => machine.remove());

  const succeed = async (run: Promise<Run>): Promise<string> => {
    const { code, output } = await run;
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining("is ready") });
    return output;
  };
  const refuse = async (run: Promise<Run>): Promise<string> => {
    const { code, output } = await run;
    expect(code).toBe(1);
    return output;
  };

  it("turns a bare machine into a K3s server", async () => {
    await succeed(machine.bootstrap({ ...inputs, authorities }));

    expect(releases.requests).toEqual(["/v1.36.4%2Bk3s1/sha256sum-amd64.txt", "/v1.36.4%2Bk3s1/k3s"]);
    expect(machine.read("/usr/local/bin/k3s")).toBe(BINARY);
    expect(machine.read("/etc/rancher/k3s/config.yaml")).toBe(inputs.config);
    expect(machine.read("/etc/rancher/k3s/admission.yaml")).toBe(inputs.admission);
    expect(machine.read("/etc/rancher/k3s/audit.yaml")).toBe(inputs.audit);
    expect(machine.read("/etc/sysctl.d/90-kubelet.conf")).toContain("vm.overcommit_memory=1\n");
    expect(machine.read("/etc/systemd/system/k3s.service")).toContain(
      "ExecStart=/usr/local/bin/k3s server\n",
    );
    expect(machine.takeCalls()).toEqual([
      "sysctl --quiet --load /etc/sysctl.d/90-kubelet.conf",
      "systemctl daemon-reload",
      "systemctl enable --quiet k3s.service k3s-renew.timer",
      "systemctl start k3s-renew.timer",
      "systemctl restart k3s.service",
      "k3s server",
      "k3s kubectl get --raw=/readyz",
    ]);
  });

  it("has its state copied every night, as long as a container is given", async () => {
    const backup = { container: "https://example.blob.core.windows.net/eu" };
    await succeed(machine.bootstrap({ ...inputs, backup }));
    expect(machine.read("/usr/local/sbin/k3s-backup")).toBe(fs.readFileSync(BACKUP_SCRIPT, "utf8"));
    expect(machine.mode("/usr/local/sbin/k3s-backup")).toBe("755");
    expect(machine.read("/etc/systemd/system/k3s-backup.service")).toContain(
      "ExecStart=/usr/local/sbin/k3s-backup save https://example.blob.core.windows.net/eu\n",
    );
    expect(machine.takeCalls()).toContain("systemctl start k3s-backup.timer");

    await succeed(machine.bootstrap(inputs));
    expect(machine.takeCalls()).toContain("systemctl disable --quiet --now k3s-backup.timer");
    expect(machine.exists("/etc/systemd/system/k3s-backup.timer")).toBe(false);
    await succeed(machine.bootstrap(inputs));
    expect(machine.takeCalls().join()).not.toContain("k3s-backup");
  });

  it("places the authorities before the first start, byte for byte, for root only", async () => {
    await succeed(machine.bootstrap({ ...inputs, authorities }));

    expect(machine.read(`${TLS}/client-ca.crt`)).toBe(authorities.client.certificate);
    expect(machine.read(`${TLS}/client-ca.key`)).toBe(authorities.client.privateKey);
    expect(machine.read(`${TLS}/server-ca.crt`)).toBe(authorities.server.certificate);
    expect(machine.read(`${TLS}/server-ca.key`)).toBe(authorities.server.privateKey);
    expect(machine.mode(TLS)).toBe("700");
    expect(machine.mode(`${TLS}/client-ca.key`)).toBe("600");
    expect(machine.mode(`${TLS}/server-ca.key`)).toBe("600");
    expect(machine.mode("/etc/rancher/k3s/config.yaml")).toBe("600");
    expect(machine.mode("/usr/local/bin/k3s")).toBe("755");
  });

  it("shows no key in its output, and hands none to K3s' environment", async () => {
    const output = await succeed(machine.bootstrap({ ...inputs, authorities }));

    const key = authorities.client.privateKey;
    for (const text of [output, machine.read("/run/environment")]) {
      expect(text).not.toContain("secret of");
      expect(text).not.toContain(Buffer.from(key).toString("base64").slice(0, 20));
      expect(text).not.toContain("MERIDIAN_");
    }
  });

  it("downloads and restarts nothing when it runs again with the same inputs", async () => {
    await succeed(machine.bootstrap({ ...inputs, authorities }));
    releases.requests = [];
    machine.takeCalls();

    await succeed(machine.bootstrap({ ...inputs, authorities }));

    expect(releases.requests).toEqual([]);
    const calls = machine.takeCalls();
    expect(calls).toContain("systemctl start k3s.service");
    expect(calls).not.toContain("k3s server");
  });

  it("restarts K3s when the configuration has changed, without a download", async () => {
    await succeed(machine.bootstrap(inputs));
    releases.requests = [];
    machine.takeCalls();

    await succeed(machine.bootstrap({ ...inputs, config: "tls-san: [b]\n" }));

    expect(releases.requests).toEqual([]);
    expect(machine.takeCalls()).toContain("systemctl restart k3s.service");
    expect(machine.read("/etc/rancher/k3s/config.yaml")).toBe("tls-san: [b]\n");
  });

  it("replaces the binary and restarts K3s for another release", async () => {
    await succeed(machine.bootstrap(inputs));
    releases.offer("v1.36.5+k3s1");
    machine.takeCalls();

    await succeed(machine.bootstrap({ ...inputs, version: "v1.36.5+k3s1" }));

    expect(machine.read("/usr/local/bin/k3s")).toContain("v1.36.5+k3s1");
    expect(machine.takeCalls()).toContain("systemctl restart k3s.service");
  });

  it("restarts what a failed run left half done", async () => {
    machine.install("/run/broken", "");
    const output = await refuse(machine.bootstrap({ ...inputs, authorities }));
    expect(output).toContain("the journal of K3s\nk3s bootstrap: K3s did not start");

    machine.install("/run/k3s", ""); // systemd keeps trying, and has an old K3s up by now
    machine.takeCalls();
    machine.delete("/run/broken");
    await succeed(machine.bootstrap({ ...inputs, authorities }));
    expect(machine.takeCalls()).toContain("systemctl restart k3s.service");
  });

  it("refuses other authorities on a node that has started, and changes nothing", async () => {
    await succeed(machine.bootstrap({ ...inputs, authorities }));
    machine.takeCalls();

    const others = { client: authority("another"), server: authorities.server };
    const output = await refuse(machine.bootstrap({ ...inputs, config: "changed\n", authorities: others }));

    expect(output).toContain(
      "already started with other certificate authorities (client-ca.crt client-ca.key in",
    );
    expect(output).toContain("rotate-ca");
    expect(machine.takeCalls()).toEqual([]);
    expect(machine.read("/etc/rancher/k3s/config.yaml")).toBe(inputs.config);
    expect(machine.read(`${TLS}/client-ca.key`)).toBe(authorities.client.privateKey);
  });

  it("leaves the authorities to K3s where none are given, and refuses ours afterwards", async () => {
    await succeed(machine.bootstrap(inputs));
    await succeed(machine.bootstrap(inputs));
    expect(machine.read(`${TLS}/client-ca.crt`)).toBe("made by K3s\n");

    const output = await refuse(machine.bootstrap({ ...inputs, authorities }));
    expect(output).toContain("(client-ca.crt client-ca.key server-ca.crt server-ca.key in");
  });

  it("takes the binary that has the pinned checksum", async () => {
    await succeed(machine.bootstrap({ ...inputs, checksums: { amd64: sha256(BINARY) } }));
    expect(releases.requests).toEqual(["/v1.36.4%2Bk3s1/k3s"]);
  });

  it("installs no binary that differs from the pinned checksum", async () => {
    const expected = sha256("what was released");
    const output = await refuse(machine.bootstrap({ ...inputs, checksums: { amd64: expected } }));

    expect(output).toContain(`has the SHA-256 ${sha256(BINARY)}, expected ${expected}`);
    expect(machine.exists("/usr/local/bin/k3s")).toBe(false);
  });

  it("installs no binary that differs from the release's checksum file", async () => {
    releases.files["/v1.36.4%2Bk3s1/k3s"] = `${BINARY}# changed on the way\n`;
    const output = await refuse(machine.bootstrap(inputs));

    expect(output).toContain(`expected ${sha256(BINARY)}`);
    expect(machine.exists("/usr/local/bin/k3s")).toBe(false);
  });

  it("says so when the release's checksum file does not list the binary", async () => {
    releases.files["/v1.36.4%2Bk3s1/sha256sum-amd64.txt"] = `${sha256(BINARY)}  k3s-arm64\n`;
    const output = await refuse(machine.bootstrap(inputs));

    expect(output).toContain("sha256sum-amd64.txt does not list k3s");
  });

  it("tries a download again when the server is overloaded", async () => {
    releases.failures = 1;
    await succeed(machine.bootstrap({ ...inputs, checksums: { amd64: sha256(BINARY) } }));

    expect(releases.requests).toHaveLength(2);
  });

  it("returns only once K3s answers", async () => {
    machine.install("/run/slow", "");
    await succeed(machine.bootstrap(inputs));

    const answers = machine.takeCalls().filter((call) => call === "k3s kubectl get --raw=/readyz");
    expect(answers).toHaveLength(2);
  });

  it("uses a binary that is already there, without a network", async () => {
    machine.install("/usr/local/bin/k3s", BINARY);
    await succeed(machine.bootstrap({ ...inputs, releases: "https://127.0.0.1:1" }));
    expect(releases.requests).toEqual([]);
  });

  it("does not trust a binary of the right name that lacks the pinned checksum", async () => {
    machine.install("/usr/local/bin/k3s", `${BINARY}# not what was released\n`);
    await succeed(machine.bootstrap({ ...inputs, checksums: { amd64: sha256(BINARY) } }));
    expect(machine.read("/usr/local/bin/k3s")).toBe(BINARY);
  });

  it("takes the arm64 release on arm64", async () => {
    machine.install("/usr/local/bin/uname", "#!/bin/bash\necho aarch64\n");
    await succeed(machine.bootstrap(inputs));

    expect(releases.requests).toEqual(["/v1.36.4%2Bk3s1/sha256sum-arm64.txt", "/v1.36.4%2Bk3s1/k3s-arm64"]);
  });

  it("waits for the bundled Traefik where it is used: first for its definitions, then for its pod", async () => {
    await succeed(machine.bootstrap({ ...inputs, traefik: "traefik\n" }));

    expect(machine.read("/var/lib/rancher/k3s/server/manifests/traefik-config.yaml")).toBe("traefik\n");
    expect(machine.takeCalls().slice(-2)).toEqual([
      "k3s kubectl wait --timeout=5s --for=condition=Established crd/ingressroutes.traefik.io crd/ingressroutetcps.traefik.io",
      "k3s kubectl wait --timeout=5s --namespace=kube-system --for=condition=Available deployment/traefik",
    ]);
  });

  it("waits for cloud-init before anything else, and goes on when that did not end well", async () => {
    machine.install(
      "/usr/local/bin/cloud-init",
      '#!/bin/bash\necho "cloud-init $*, K3s: $(ls /usr/local/bin/k3s 2>/dev/null)" >>/run/calls\nexit 1\n',
    );
    const output = await succeed(machine.bootstrap(inputs));

    expect(machine.takeCalls()[0]).toBe("cloud-init status --wait, K3s: ");
    expect(output).toContain("cloud-init did not end well");
  });

  it("reports every problem of its inputs at once", async () => {
    machine.install("/usr/local/bin/uname", "#!/bin/bash\necho riscv64\n");
    const { code, output } = await machine.run(
      [
        "export MERIDIAN_K3S_CONFIG='***'",
        "export MERIDIAN_CLIENT_CA_CERT='Y2E='",
        `export MERIDIAN_K3S_RELEASES='${Buffer.from("http://mirror").toString("base64")}'`,
        fs.readFileSync(BOOTSTRAP_SCRIPT, "utf8"),
      ].join("\n"),
    );

    expect(code).toBe(1);
    expect(output).toBe(
      `k3s bootstrap: ${[
        "MERIDIAN_K3S_VERSION is not set",
        "MERIDIAN_K3S_ADMISSION is not set",
        "MERIDIAN_K3S_AUDIT is not set",
        "MERIDIAN_K3S_CONFIG is not base64",
        "MERIDIAN_K3S_RELEASES is 'http://mirror', expected an address that starts with https://",
        "the certificate authorities are all four or none, missing: MERIDIAN_CLIENT_CA_KEY MERIDIAN_SERVER_CA_CERT MERIDIAN_SERVER_CA_KEY",
        "the processor is riscv64, K3s is released for x86_64 and aarch64",
      ].join("; ")}\n`,
    );
  });

  it("runs when an agent starts it by sh", async () => {
    await succeed(machine.bootstrap(inputs, "/bin/sh"));
  });

  it("removes the copy that Azure's agent keeps, since keys stand in it", async () => {
    const copy = "/var/lib/waagent/custom-script/download/0/script.sh";
    await succeed(machine.bootstrap({ ...inputs, authorities }, "/bin/bash", copy));
    expect(machine.exists(copy)).toBe(false);
  });

  it("leaves no temporary files", async () => {
    await succeed(machine.bootstrap({ ...inputs, authorities }));
    expect(machine.list("/tmp")).toEqual(["script.sh"]);
  });
});
