import fs from "node:fs";
import { readNote } from "../emulator/note";
import type { Json, WorldObject } from "./object";

interface StateFile {
  readonly resources?: readonly {
    readonly mode: "managed" | "data";
    readonly module?: string;
    readonly type: string;
    readonly name: string;
    readonly instances: readonly {
      readonly index_key?: string | number;
      readonly attributes: Record<string, Json>;
      readonly private?: string;
      readonly dependencies?: readonly string[];
    }[];
  }[];
}

/** The resources that lie in a workspace's state. */
export function readObjects(workspace: string, file: string): WorldObject[] {
  if (!fs.existsSync(file)) return [];
  const state = JSON.parse(fs.readFileSync(file, "utf8")) as StateFile;
  return (state.resources ?? []).flatMap(({ mode, module, type, name, instances }) =>
    instances.map((instance) => {
      const index = instance.index_key === undefined ? "" : `[${JSON.stringify(instance.index_key)}]`;
      const own = `${mode === "data" ? "data." : ""}${type}.${name}`;
      return {
        workspace,
        type: mode === "data" ? `data.${type}` : type,
        address: `${module ? `${module}.` : ""}${own}${index}`,
        node: own,
        values: instance.attributes,
        ...readNote(instance.private),
        dependencies: instance.dependencies ?? [],
      };
    }),
  );
}
