import { NAMESPACES } from "../../config/namespaces";

/** Whom Flagger tells, in its own namespace. */
export const ALERTS = { name: "delivery-alerts", namespace: NAMESPACES.flagger } as const;
