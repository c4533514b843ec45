import { loadEnvironments } from "../../config/load";
import { type Output, synthesizeToMemory, type Workspace } from "../support/synth";

const REMOTE = /data\.terraform_remote_state\.([\w-]+)\.outputs\.([\w-]+)/g;

const readsOf = (workspace: Workspace): readonly (readonly [producer: string, output: string])[] =>
  [...JSON.stringify(workspace).matchAll(REMOTE)].map(([, producer, output]) => [
    producer as string,
    output as string,
  ]);

/** Those of the shipped values; with the team's overlays in `npm run test:overlay`. */
const environments = loadEnvironments().map((environment) => ({ name: environment.name, environment }));

describe.each(environments)("the workspaces of $name", ({ name, environment }) => {
  let output: Output;
  beforeAll(() => {
    output = synthesizeToMemory([environment]);
  });
  const each = (check: (workspace: Workspace, id: string) => void) => {
    for (const [id, workspace] of Object.entries(output.workspaces)) check(workspace, id);
  };

  it("are named after their environment, but for those that outlive it", () => {
    for (const id of Object.keys(output.workspaces))
      expect(id).toMatch(new RegExp(`^(${name}-|(?:state|bootstrap)-${name}$)`));
  });

  it("read only outputs that the others publish", () => {
    each((workspace) => {
      for (const [producer, name] of readsOf(workspace)) {
        expect(Object.keys(output.workspaces[producer]?.output ?? {})).toContain(name);
      }
    });
  });

  /** Their controllers and definitions must be there first, though they publish nothing that is needed. */
  const isNeededUnread = (id: string) => /^\w+-(?:argocd|cluster-addons-\w+)$|^bootstrap-/.test(id);

  it("depend on those that they read, and on what else must be there first", () => {
    each((workspace, id) => {
      const producers = [...new Set(readsOf(workspace).map(([producer]) => producer))].sort();
      const dependencies = output.dependencies[id] ?? [];
      expect(dependencies).toEqual(expect.arrayContaining(producers));
      const unread = dependencies.filter((each) => !producers.includes(each));
      expect(unread.filter((each) => !isNeededUnread(each))).toEqual([]);
      expect(Object.keys(workspace.data?.["terraform_remote_state"] ?? {}).sort()).toEqual(producers);
    });
  });

  it("find a producer's state where the producer keeps it", () => {
    each((workspace) => {
      for (const [producer, reader] of Object.entries(workspace.data?.["terraform_remote_state"] ?? {})) {
        const { backend } = output.workspaces[producer]?.terraform ?? {};
        expect(backend).toEqual({ [String(reader["backend"])]: reader["config"] });
      }
    });
  });

  it("keep sensitive what the producer marked sensitive", () => {
    each((workspace) => {
      for (const [producer, name] of readsOf(workspace)) {
        if (output.workspaces[producer]?.output?.[name]?.sensitive !== true) continue;
        const reference = `data.terraform_remote_state.${producer}.outputs.${name}`;
        const everyUse = JSON.stringify(workspace).split(reference).length - 1;
        const wrapped = JSON.stringify(workspace).split(`sensitive(${reference})`).length - 1;
        expect({ reference, wrapped }).toEqual({ reference, wrapped: everyUse });
      }
    });
  });

  it("carry no implicit reference, no Terraform workspace and no path of this machine", () => {
    for (const [file, text] of Object.entries(output.files)) {
      expect({ file, found: text.match(/cross-stack-output|terraform\.workspace/g) }).toEqual({
        file,
        found: null,
      });
      expect({ file, path: text.includes(process.cwd()) }).toEqual({ file, path: false });
    }
  });

  it("are the same, byte for byte, when they are synthesized again", () => {
    expect(synthesizeToMemory([environment]).files).toEqual(output.files);
  });

  it("ask for a Terraform that knows everything in them", () => {
    each((workspace) => expect(workspace.terraform).toHaveProperty("required_version", ">= 1.11.0"));
  });

  it("take every secret from a sensitive variable without a default", () => {
    each((workspace) => {
      for (const [variable, settings] of Object.entries(workspace.variable ?? {})) {
        if (!/token|secret|password|key/.test(variable)) continue;
        expect({ variable, ...settings }).toMatchObject({ variable, sensitive: true });
        expect(settings).not.toHaveProperty("default");
      }
    });
  });
});
