import type { IPrometheusRule } from "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule";
import { NAMESPACES } from "../../config/namespaces";
import type { RuleGroup } from "../../dashboards/rules";
import type { KubernetesObject } from "../kubernetes/object";

/** The rules as the operator takes them; the groups are the same as in a rule file. */
export const ruleObject = (groups: readonly RuleGroup[]): IPrometheusRule & KubernetesObject => ({
  apiVersion: "monitoring.coreos.com/v1",
  kind: "PrometheusRule",
  metadata: { name: "meridian", namespace: NAMESPACES.monitoring },
  spec: {
    groups: groups.map(({ name, rules }) => ({
      name,
      rules: rules.map((rule) => ({ ...rule, labels: { ...rule.labels } })),
    })),
  },
});
