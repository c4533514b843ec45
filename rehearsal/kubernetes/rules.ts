import type { CloudRules } from "../rules/cloud-rules";
import { KUBERNETES_COMPUTED, KUBERNETES_MAPS } from "./computed";
import { amountFindings } from "./judge/amounts";
import { certificateFindings } from "./judge/certificates";
import { chartValueFindings } from "./judge/chart-values";
import { connectionFindings } from "./judge/connections";
import { decodingFindings } from "./judge/decoding";
import { deliveryFindings } from "./judge/delivery";
import { emptyListFindings } from "./judge/empty-lists";
import { fragmentFindings } from "./judge/fragments";
import { gatewayFindings } from "./judge/gateways";
import { duplicateFindings, nameFindings } from "./judge/names";
import { podSecurityFindings } from "./judge/pod-security";
import { podFindings } from "./judge/pods";
import { policyFindings } from "./judge/policies";
import { rbacFindings } from "./judge/rbac";
import { objectReferences } from "./judge/references";
import { serviceFindings } from "./judge/services";
import { KUBERNETES_KNOWN } from "./known";
import { KUBERNETES_LIFETIMES } from "./lifetimes";
import { clusterOf } from "./place";
import { prometheusFindings } from "./prometheus/judge";
import { traefikFindings } from "./traefik/judge";
import { upstreamFindings, upstreamFlows } from "./traefik/upstreams";
import { KUBERNETES_VALUES } from "./values";

export const KUBERNETES: CloudRules = {
  known: KUBERNETES_KNOWN,
  lifetimes: KUBERNETES_LIFETIMES,
  computed: KUBERNETES_COMPUTED,
  maps: KUBERNETES_MAPS,
  flows: upstreamFlows,
  judges: {
    "kubernetes/decoding": decodingFindings,
    "kubernetes/names": nameFindings,
    "kubernetes/empty-lists": emptyListFindings,
    "kubernetes/duplicates": duplicateFindings,
    "kubernetes/amounts": amountFindings,
    "kubernetes/pods": podFindings,
    "kubernetes/pod-security": podSecurityFindings,
    "kubernetes/prometheus": prometheusFindings,
    "kubernetes/traefik": traefikFindings,
    "kubernetes/upstreams": upstreamFindings,
    "kubernetes/gateways": gatewayFindings,
    "kubernetes/certificates": certificateFindings,
    "kubernetes/references": objectReferences,
    "kubernetes/delivery": deliveryFindings,
    "kubernetes/rbac": rbacFindings,
    "kubernetes/services": serviceFindings,
    "kubernetes/policies": policyFindings,
    "kubernetes/connections": connectionFindings,
    "kubernetes/chart-values": chartValueFindings,
    "kubernetes/chart-fragments": fragmentFindings,
  },
  place: { providers: /^(kubernetes|helm)$/, of: clusterOf },
  values: KUBERNETES_VALUES,
};
