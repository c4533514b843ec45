import type { Environment } from "../../config/schema/environment";
import { workspacesOf } from "../workspaces";
import { workspacesDot } from "./dot";
import { picture } from "./picture";
import { requestDot, requestKinds } from "./request";
import { kindsIn } from "./workspaces-graph";

/** Where the pictures of environments are. */
export const PICTURES = "docs/graphs";

/** The pictures of an environment by file: its workspaces, and the path of a request. */
export async function picturesOf(environment: Environment): Promise<Readonly<Record<string, string>>> {
  const { Graphviz } = await import("@hpcc-js/wasm-graphviz");
  const graphviz = await Graphviz.load();
  const workspaces = workspacesOf(environment);
  return {
    [`${PICTURES}/${environment.name}.svg`]: picture(
      graphviz,
      workspacesDot(workspaces),
      kindsIn(workspaces),
    ),
    [`${PICTURES}/${environment.name}-request.svg`]: picture(graphviz, requestDot(environment), requestKinds),
  };
}
