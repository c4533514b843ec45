import type { Construct } from "constructs";
import { KopsProvider } from "./bindings/provider";

/** Where kOps keeps what it knows of its clusters: `s3://kops-ca-kops-000000000000`. */
export const storeUrl = (bucket: string): string => `s3://${bucket}`;

export interface UseKopsProps {
  /** Name of the bucket. */
  readonly store: string;

  /** AWS' name of the region. */
  readonly region: string;
}

/** Configures the kops provider of a workspace. It signs in to AWS as the AWS CLI does: there is no secret to hand over. */
export function useKops(scope: Construct, { store, region }: UseKopsProps): void {
  new KopsProvider(scope, "Kops", { stateStore: storeUrl(store), aws: { region } });
}
