/** The kubernetes provider's typed resources, applied to the real API as the objects that they stand for. */
import type { Value, Values } from "../../rehearsal/emulator/values";
import { asYaml } from "../cluster/addons";
import { inBridge } from "../machine/network";
import { program } from "../programs";
import { eventually, run } from "../run";
import { type Context, type RealResource, single, text } from "./resource";

interface Kind {
  /** As kubectl names it. */
  readonly resource: string;
  /** Everything of the object beyond its metadata. */
  object(values: Values): object;
}

const base64 = (map: Value | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries((map as Values | null | undefined) ?? {}).map(([key, value]) => [
      key,
      Buffer.from(String(value)).toString("base64"),
    ]),
  );

const withoutNull = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

const KINDS: Readonly<Record<string, Kind>> = {
  kubernetes_namespace_v1: {
    resource: "namespace",
    object: () => ({ apiVersion: "v1", kind: "Namespace" }),
  },
  kubernetes_secret_v1: {
    resource: "secret",
    object: ({ data, data_wo: writeOnly, type }) => ({
      apiVersion: "v1",
      kind: "Secret",
      type: type ?? "Opaque",
      data: base64(data ?? writeOnly),
    }),
  },
  kubernetes_config_map_v1: {
    resource: "configmap",
    object: ({ data }) => ({ apiVersion: "v1", kind: "ConfigMap", data: data ?? {} }),
  },
  kubernetes_persistent_volume_claim_v1: {
    resource: "persistentvolumeclaim",
    object: (values) => {
      const spec = single(values, "spec");
      return {
        apiVersion: "v1",
        kind: "PersistentVolumeClaim",
        spec: {
          accessModes: spec["access_modes"],
          resources: withoutNull(single(spec, "resources")),
          ...(spec["storage_class_name"] ? { storageClassName: spec["storage_class_name"] } : {}),
        },
      };
    },
  },
};

/** Runs kubectl as the provider would connect. */
const kubectl = ({ provider }: Context, args: readonly string[], input?: string): Promise<string> =>
  run(...inBridge([program("kubectl"), `--kubeconfig=${text(provider, "config_path")}`, ...args]), {
    ...(input === undefined ? {} : { input }),
    timeout: 300_000,
  });

const place = (values: Values): string[] => {
  const { name, namespace } = single(values, "metadata");
  return [String(name), ...(namespace ? [`--namespace=${namespace}`] : [])];
};

const real = ({ resource, object }: Kind): RealResource => ({
  async apply(values, _prior, context) {
    const { name, namespace, labels, annotations } = withoutNull(single(values, "metadata"));
    const metadata = { name, namespace, labels, annotations };
    const manifest = asYaml([{ ...object(values), metadata }]);
    await kubectl(
      context,
      ["apply", "--server-side", "--force-conflicts", "--field-manager=Terraform", "-f", "-"],
      manifest,
    );
    if (resource === "namespace") {
      // Pods are refused until the account that they run as exists.
      const account = ["get", "serviceaccount", "default", `--namespace=${name}`];
      await eventually(`the default account of namespace ${name}`, () => kubectl(context, account));
    }
    return {};
  },
  async exists(state, context) {
    const found = await kubectl(context, [
      "get",
      resource,
      ...place(state),
      "--ignore-not-found",
      "-o",
      "name",
    ]);
    return found.trim() !== "";
  },
  async destroy(state, context) {
    await kubectl(context, ["delete", resource, ...place(state), "--ignore-not-found", "--wait"]);
  },
});

export const kubernetesResources: Readonly<Record<string, RealResource>> = Object.fromEntries(
  Object.entries(KINDS).map(([type, kind]) => [type, real(kind)]),
);
