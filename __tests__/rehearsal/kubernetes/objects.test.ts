import { type Platform, saysOfCluster } from "../fixtures/cluster";

const container = ({ deployment }: Platform) => deployment.spec.template.spec.containers[0];
const pod = ({ deployment }: Platform) => deployment.spec.template.spec;

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
