import { parse } from "yaml";
import { serverConfig } from "../../constructs/k3s/config";
import { admissionConfig, auditPolicy } from "../../constructs/k3s/policies";
import { traefikConfig } from "../../constructs/k3s/traefik";

const api = { tlsSans: ["203.0.113.10", "us.example.com"], bundledTraefik: true };
const argumentsOf = (config: string, component: string): Record<string, string> =>
  Object.fromEntries(
    (parse(config)[`${component}-arg`] as string[]).map((text) => text.split(/=(.*)/s).slice(0, 2)),
  );

describe("config.yaml", () => {
  it("reads as K3s wants it", () => {
    const everything = { ...api, nodeIp: "10.20.0.4", nodeExternalIp: "203.0.113.10", region: "us" };
    expect(serverConfig(everything)).toMatchSnapshot();
  });

  it("follows K3s' CIS guide", () => {
    const config = serverConfig(api);

    expect(parse(config)).toMatchObject({
      "protect-kernel-defaults": true,
      "secrets-encryption": true,
      "write-kubeconfig-mode": "0600",
    });
    expect(argumentsOf(config, "kube-apiserver")).toMatchObject({
      "enable-admission-plugins": "NodeRestriction,EventRateLimit",
      "admission-control-config-file": "/etc/rancher/k3s/admission.yaml",
      "audit-policy-file": "/etc/rancher/k3s/audit.yaml",
      "audit-log-path": "/var/lib/rancher/k3s/server/logs/audit.log",
      "audit-log-maxage": "30",
      "audit-log-maxbackup": "10",
      "audit-log-maxsize": "100",
    });
    expect(argumentsOf(config, "kube-controller-manager")).toHaveProperty("terminated-pod-gc-threshold");
    expect(argumentsOf(config, "kubelet")["tls-cipher-suites"]).not.toMatch(
      /_CBC_|RSA_WITH_AES_\d+_GCM_SHA\d+$/m,
    );
  });

  it("disables the bundled Traefik and ServiceLB only where the node brings its own", () => {
    expect(parse(serverConfig({ ...api, bundledTraefik: false })).disable).toEqual(["traefik", "servicelb"]);
    expect(parse(serverConfig(api))).not.toHaveProperty("disable");
  });

  it("keeps the mode of the kubeconfig a string: as a number it would be octal", () => {
    expect(serverConfig(api)).toContain('write-kubeconfig-mode: "0600"');
  });
});

describe("admission configuration", () => {
  const plugin = (name: string, text = admissionConfig()) =>
    parse(text).plugins.find((entry: { name: string }) => entry.name === name).configuration;

  it("restricts pods everywhere but in kube-system", () => {
    expect(plugin("PodSecurity")).toMatchObject({
      defaults: { enforce: "restricted", audit: "restricted", warn: "restricted" },
      exemptions: { usernames: [], runtimeClasses: [], namespaces: ["kube-system"] },
    });
  });

  it("takes other exemptions", () => {
    const text = admissionConfig(["kube-system", "storage"]);
    expect(plugin("PodSecurity", text).exemptions.namespaces).toEqual(["kube-system", "storage"]);
  });

  it("limits the rate of events, as the API server refuses to start with the plugin and no limit", () => {
    expect(plugin("EventRateLimit").limits.length).toBeGreaterThan(0);
  });
});

describe("audit policy", () => {
  const { rules } = parse(auditPolicy()) as { rules: { level: string; resources?: unknown }[] };

  it("never records a body, so that no secret reaches the log", () => {
    expect(rules.map((rule) => rule.level)).toEqual(
      expect.not.arrayContaining(["Request", "RequestResponse"]),
    );
  });

  it("records whatever no rule leaves out", () => {
    expect(rules.at(-1)).toEqual({ level: "Metadata" });
  });
});

describe("the bundled Traefik", () => {
  it("is configured by a HelmChartConfig", () => {
    expect(traefikConfig()).toMatchSnapshot();
  });

  it("has values for the chart that a release bundles, and for no other", () => {
    expect(traefikConfig("v1.36.9+k3s2")).toBe(traefikConfig());
    expect(() => traefikConfig("v1.37.1+k3s1")).toThrow(
      "K3s v1.37.1+k3s1 is of a minor that the platform does not know: it bundles a Traefik chart that may refuse the values which nodes give it, and no ingress would be installed; expected a release of 1.36, such as v1.36.4+k3s1",
    );
  });
});
