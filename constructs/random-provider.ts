import { RandomProvider } from "@cdktf/provider-random/lib/provider";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";

/** Configures the random provider of a workspace, once. */
export function useRandom(scope: Construct): void {
  const stack = TerraformStack.of(scope);
  if (stack.node.tryFindChild("Random") === undefined) new RandomProvider(stack, "Random");
}
