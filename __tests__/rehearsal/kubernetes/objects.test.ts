import { authority, issued } from "../fixtures/certificates";
import { type Any, type Platform, saysOfCluster } from "../fixtures/cluster";
import { resource } from "../fixtures/estate";

const container = ({ deployment }: Platform) => deployment.spec.template.spec.containers[0];
const pod = ({ deployment }: Platform) => deployment.spec.template.spec;

const meta = { name: "shop", namespace: "shop" };
const role = (rule: object): Any => ({
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind: "Role",
  metadata: meta,
  rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get"], ...rule }],
});
const binding = (change: object): Any => ({
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind: "RoleBinding",
  metadata: meta,
  roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "shop" },
  subjects: [{ kind: "ServiceAccount", name: "shop", namespace: "shop" }],
  ...change,
});
const tls = (certificate: string, key: string): Any => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "shop-tls", namespace: "shop" },
  type: "kubernetes.io/tls",
  stringData: { "tls.crt": certificate, "tls.key": key },
});
const put = (p: Platform, objects: Record<string, Any>) => Object.assign(p, objects);

/** cert-manager, with an issuer that answers challenges over HTTP, and a certificate of it. */
const withCertManager = (p: Platform, issuer = "letsencrypt") => {
  p.more = [
    resource("kubernetes_namespace_v1", "Own", {
      metadata: [{ name: "cert-manager", labels: { "pod-security.kubernetes.io/enforce": "restricted" } }],
    }),
    resource(
      "helm_release",
      "CertManager",
      {
        name: "cert-manager",
        namespace: "cert-manager",
        chart: "cert-manager",
        values: ["crds: {enabled: true}"],
      },
      { dependencies: ["kubernetes_namespace_v1.Own"] },
    ),
  ];
  p.order.push("helm_release.CertManager");
  put(p, {
    issuer: {
      apiVersion: "cert-manager.io/v1",
      kind: "ClusterIssuer",
      metadata: { name: "letsencrypt" },
      spec: {
        acme: {
          server: "https://acme-v02.api.letsencrypt.org/directory",
          privateKeySecretRef: { name: "account" },
          solvers: [{ http01: { ingress: { ingressClassName: "traefik" } } }],
        },
      },
    },
    certificate: {
      apiVersion: "cert-manager.io/v1",
      kind: "Certificate",
      metadata: meta,
      spec: {
        secretName: "certificate",
        dnsNames: ["shop.example.com"],
        issuerRef: { kind: "ClusterIssuer", name: issuer },
      },
    },
    solver: {
      ...p.admit,
      metadata: { name: "acme-http-solver", namespace: "shop" },
      spec: {
        ...p.admit.spec,
        podSelector: { matchLabels: { "acme.cert-manager.io/http01-solver": "true" } },
        ingress: [{ ...p.admit.spec.ingress[0], ports: [{ protocol: "TCP", port: 8089 }] }],
      },
    },
  });
  p.deployment.spec.template.spec.volumes.push({ name: "tls", secret: { secretName: "certificate" } });
  container(p).volumeMounts.push({ name: "tls", mountPath: "/tls", readOnly: true });
};

it("knows what cert-manager will make: the Secret of a certificate, and pods that answer challenges", () => {
  expect(saysOfCluster(withCertManager)).toEqual([]);
});

it("has nothing against a role, its binding, and a certificate with its key", () => {
  const { certificate, key } = issued(authority(), ["shop.example.com"]);
  expect(
    saysOfCluster((p) => put(p, { role: role({}), binding: binding({}), tls: tls(certificate, key) })),
  ).toEqual([]);
});

it("has nothing against a workload that is as it should be", () => {
  expect(saysOfCluster()).toEqual([]);
});

it.each<[string, (platform: Platform) => void, RegExp]>([
  // decoding
  [
    "an unknown field",
    (p) => (pod(p).serviceAcountName = "shop"),
    /serviceAcountName: there is no such field; is serviceAccountName meant/,
  ],
  [
    "a wrong type",
    (p) => (container(p).ports[0].containerPort = "8080"),
    /containerPort: "8080" is not a number/,
  ],
  [
    "a word outside of a list",
    (p) => (p.service.spec.type = "ClusterIp"),
    /"ClusterIp" is not one of ClusterIP/,
  ],
  ["a missing field", (p) => delete container(p).name, /containers\[0\].name: it is required/],
  ["an unknown kind", (p) => (p.deployment.kind = "Deploiment"), /there is no kind Deploiment in apps\/v1/],
  [
    "an unknown version",
    (p) => (p.deployment.apiVersion = "apps/v1beta2"),
    /apps\/v1beta2 is served no more/,
  ],
  [
    "a version that never was",
    (p) => {
      p.route.apiVersion = "traefik.io/v1";
    },
    /there is no traefik.io\/v1; the group has v1alpha1/,
  ],
  [
    "a group that nothing installs",
    (p) => (p.route.apiVersion = "cert-manager.io/v1"),
    /nothing in the cluster installs cert-manager.io/,
  ],
  [
    "a word outside of a list in a chart's values",
    (p) => {
      const values = ["deploymentStrategy: {type: recreate}"];
      const release = { name: "grafana", namespace: "shop", chart: "grafana", values };
      p.more = [resource("helm_release", "Chart", release)];
    },
    /deploymentStrategy.*"recreate" is not one of/,
  ],
  [
    "a way to reach a Service that is none, in a chart's values",
    (p) => {
      const release = {
        name: "contour",
        namespace: "shop",
        chart: "contour",
        values: ['envoy: {service: {type: ""}}'],
      };
      p.more = [resource("helm_release", "Chart", release)];
    },
    /service.type: "" is not one of ClusterIP, NodePort/,
  ],
  [
    "an address where a host name belongs, in a chart's values",
    (p) => {
      const values = ["hostAliases: [{ip: 192.0.2.1, hostnames: ['https://hub.example.com']}]"];
      p.more = [
        resource("helm_release", "Chart", { name: "grafana", namespace: "shop", chart: "grafana", values }),
      ];
    },
    /'https:\/\/hub.example.com' is not a host name/,
  ],
  // names and labels
  ["a name with capitals", (p) => (p.account.metadata.name = "Shop"), /'Shop' is not a name/],
  ["a label that is too long", (p) => (p.service.metadata.labels = { a: "a".repeat(64) }), /is not a label/],
  [
    "an annotation that is no text",
    (p) => (p.service.metadata.annotations = { "example.com/on": true }),
    /is not a text; quote it/,
  ],
  [
    "two objects of one name",
    (p) => (p.denyAll.metadata.name = "shop"),
    /applies an object of this kind and name too/,
  ],
  // amounts
  ["a port out of range", (p) => (p.service.spec.ports[0].port = 70_000), /70000 is not a port/],
  ["no quantity", (p) => (container(p).resources.requests.memory = "64MB"), /"64MB" is not a quantity/],
  [
    "more asked than allowed",
    (p) => (container(p).resources.requests.memory = "128Mi"),
    /asks for 128Mi of memory and is allowed 64Mi/,
  ],
  [
    "a resource that is none",
    (p) => (container(p).resources.limits.memry = "64Mi"),
    /nothing of that name can be asked for/,
  ],
  // inside the pod
  [
    "a mount without its volume",
    (p) => (pod(p).volumes[0].name = "temp"),
    /mounts tmp, but the volumes are temp/,
  ],
  [
    "a volume without a mount",
    (p) => delete container(p).volumeMounts,
    /volume tmp is mounted by no container/,
  ],
  [
    "a probe where nothing listens",
    (p) => (container(p).readinessProbe.httpGet.port = 8081),
    /asks port 8081, where nothing listens/,
  ],
  [
    "a program that listens elsewhere",
    (p) => (container(p).env[0].value = "8081"),
    /listens at 8081 by SHOP_LISTEN_PORT/,
  ],
  [
    "an image that changes by itself",
    (p) => (container(p).image = "ghcr.io/example/shop:latest"),
    /which changes by itself/,
  ],
  ["root where it is refused", (p) => (pod(p).securityContext.runAsUser = 0), /runs as user 0/],
  [
    "a selector beside its pods",
    (p) => (p.deployment.spec.selector.matchLabels = { app: "shop" }),
    /does not match the labels of its own pods/,
  ],
  // what it names
  ["a namespace that nobody makes", (p) => (p.namespace = undefined), /there is no Namespace shop/],
  ["a namespace that may come later", (p) => p.order.shift(), /'shop' need not be there yet/],
  [
    "a secret that nobody makes",
    (p) => (p.secret.metadata[0].name = "shop-token"),
    /there is no Secret shop\/shop-key/,
  ],
  ["a secret that may come later", (p) => p.order.pop(), /Secret shop\/shop-key need not be there yet/],
  [
    "a key that the secret lacks",
    (p) => (p.secret.data = { tokn: "t" }),
    /has no key 'token'; there are tokn/,
  ],
  [
    "a service account that nobody makes",
    (p) => (p.account = undefined),
    /there is no ServiceAccount shop\/shop/,
  ],
  [
    "a storage class of another cluster",
    (p) =>
      (p.account = {
        apiVersion: "v1",
        kind: "PersistentVolumeClaim",
        metadata: { name: "shop", namespace: "shop" },
        spec: { storageClassName: "gp3" },
      }),
    /there is no 'gp3'; there are local-path/,
  ],
  [
    "an autoscaler of nothing",
    (p) => (p.autoscaler.spec.scaleTargetRef.name = "api"),
    /there is no Deployment shop\/api; there are shop/,
  ],
  [
    "more replicas at least than at most",
    (p) => (p.autoscaler.spec.minReplicas = 4),
    /minReplicas 4 is more than maxReplicas 3/,
  ],
  [
    "an autoscaler of a version that its target is not of",
    (p) => (p.autoscaler.spec.scaleTargetRef.apiVersion = "apps/v1beta1"),
    /'apps\/v1beta1' is not apps\/v1/,
  ],
  // roles
  [
    "a role for objects of no name, which is one for all",
    (p) => put(p, { role: role({ resourceNames: [] }) }),
    /rules.resourceNames: an empty list means objects of every name/,
  ],
  [
    "a resource that is misspelt",
    (p) => put(p, { role: role({ resources: ["podes"] }) }),
    /there is no resource podes; is pods meant/,
  ],
  [
    "a verb that is misspelt",
    (p) => put(p, { role: role({ verbs: ["wacth"] }) }),
    /there is no verb so spelt; is watch meant/,
  ],
  [
    "a rule for nothing",
    (p) => put(p, { role: role({ resources: [] }) }),
    /a rule without resources is refused/,
  ],
  [
    "a role that allows everything",
    (p) => put(p, { role: role({ verbs: ["*"], resources: ["*"] }) }),
    /it allows everything on everything/,
  ],
  [
    "a role that nobody makes",
    (p) => put(p, { binding: binding({}) }),
    /roleRef: there is no Role shop\/shop/,
  ],
  [
    "rights for nobody",
    (p) =>
      put(p, {
        role: role({}),
        binding: binding({ subjects: [{ kind: "ServiceAccount", name: "shpo", namespace: "shop" }] }),
      }),
    /subjects: there is no ServiceAccount shop\/shpo/,
  ],
  // certificates
  [
    "a key of another certificate",
    (p) => {
      const ca = authority();
      put(p, { tls: tls(issued(ca, ["a.example.com"]).certificate, issued(ca, ["a.example.com"]).key) });
    },
    /tls.key is not the key of tls.crt/,
  ],
  [
    "a key where the certificate belongs",
    (p) => {
      const { key } = issued(authority(), ["a.example.com"]);
      put(p, { tls: tls(key, key) });
    },
    /tls.crt holds a private key/,
  ],
  [
    "something else where the certificate belongs",
    (p) => put(p, { tls: tls("demo:eu:one", authority().key) }),
    /tls.crt holds no certificate/,
  ],
  [
    "an issuer that nobody makes",
    (p) => withCertManager(p, "letsencrpyt"),
    /there is no ClusterIssuer \/?letsencrpyt; there are letsencrypt/,
  ],
  [
    "pods for challenges that nobody sets",
    (p) => {
      withCertManager(p);
      (p as Any).issuer.spec.acme.solvers = [{ dns01: { cloudflare: { email: "a@example.com" } } }];
    },
    /acme-http-solver: spec.podSelector .* matches no pod/,
  ],
  // networks
  ["a service of no pods", (p) => (p.service.spec.selector = { app: "shop" }), /matches no pod/],
  [
    "a service that leads nowhere",
    (p) => (p.service.spec.ports[0].targetPort = 8081),
    /leads to 8081, where .* does not listen/,
  ],
  [
    "a policy of no pods",
    (p) => (p.admit.spec.podSelector.matchLabels = { app: "shop" }),
    /podSelector .* matches no pod/,
  ],
  [
    "a policy that admits nobody",
    (p) => (p.admit.spec.ingress[0].from[0].podSelector.matchLabels = { app: "traefik" }),
    /ingress: .* matches no pod/,
  ],
  [
    "a policy for a port that is none",
    (p) => (p.admit.spec.ingress[0].ports[0].port = 8081),
    /opens port 8081, where .* do not listen/,
  ],
  [
    "rules that do not count",
    (p) => (p.admit.spec.policyTypes = ["Egress"]),
    /has rules for ingress, which its policyTypes leave out/,
  ],
  [
    "pods that everybody may call",
    (p) => {
      p.denyAll = undefined;
      p.admit = undefined;
    },
    /no NetworkPolicy limits who may call its pods/,
  ],
])("finds %s", (_, change, expected) => {
  expect(saysOfCluster(change).join("\n")).toMatch(expected);
});
