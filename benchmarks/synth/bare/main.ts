import fs from "node:fs";
import {
  App,
  AssetType,
  LocalBackend,
  TerraformAsset,
  type TerraformElement,
  TerraformOutput,
  TerraformStack,
  TerraformVariable,
} from "cdktf";
import { classes } from "./classes";

interface Element {
  readonly type: keyof typeof classes;
  readonly id: string;
  readonly config: object;
  readonly overrides: Record<string, unknown>;
}

interface Workspace {
  readonly name: string;
  readonly state: string;
  readonly assets: { id: string; path: string; type: keyof typeof AssetType }[];
  readonly variables: Record<string, object>;
  readonly elements: Element[];
  readonly outputs: Record<string, { value: string }>;
}

type Class = new (stack: TerraformStack, id: string, config: object) => TerraformElement;

const [description] = process.argv.slice(2) as [string];
const workspaces: Workspace[] = JSON.parse(fs.readFileSync(description, "utf8"));

const app = new App();
for (const { name, state, assets, variables, elements, outputs } of workspaces) {
  const stack = new TerraformStack(app, name);
  new LocalBackend(stack, { path: state });
  for (const { id, path, type } of assets) new TerraformAsset(stack, id, { path, type: AssetType[type] });
  for (const [id, config] of Object.entries(variables)) new TerraformVariable(stack, id, config);
  for (const { type, id, config, overrides } of elements) {
    const element = new (classes[type] as unknown as Class)(stack, id, config);
    for (const [argument, value] of Object.entries(overrides)) element.addOverride(argument, value);
  }
  for (const [id, output] of Object.entries(outputs)) {
    new TerraformOutput(stack, id, { ...output, staticId: true });
  }
}
app.synth();
