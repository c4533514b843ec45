/** Where Flagger, its Prometheus and the load tester run. */
export const FLAGGER_NAMESPACE = "flagger-system";

/** Whom Flagger tells, in its own namespace. */
export const ALERTS = { name: "delivery-alerts", namespace: FLAGGER_NAMESPACE } as const;
