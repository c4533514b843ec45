import { Fn, TerraformElement, Token, Tokenization } from "cdktf";

/**
 * Providers built on Terraform's plugin framework whose structures are all nested attributes: their schemas have no
 * block at all. Source: `terraform providers schema -json` of helm 3.1 and cloudflare 5.14 to 5.22.
 */
const PROVIDERS_WITHOUT_BLOCKS = ["helm", "cloudflare"];

interface HclAttribute {
  readonly value: unknown;
  readonly isBlock: boolean;
  readonly type: string;
  readonly storageClassType: string;
}

interface Renderable {
  readonly terraformResourceType: string;
  synthesizeAttributes(): Record<string, unknown>;
  synthesizeHclAttributes(): Record<string, HclAttribute>;
}

const isRenderable = (element: unknown): element is Renderable =>
  TerraformElement.isTerraformElement(element) &&
  "terraformResourceType" in element &&
  "synthesizeHclAttributes" in element;

/**
 * Makes an element write its nested attributes as `name = { ... }` in HCL. cdktf's bindings write a block, which
 * Terraform rejects ("Blocks of type ... are not expected here"); their JSON is right either way.
 */
export function renderNestedAttributes(element: unknown): void {
  if (!isRenderable(element)) return;
  if (!PROVIDERS_WITHOUT_BLOCKS.includes(element.terraformResourceType.split("_")[0] ?? "")) return;
  const asBindingsDo = element.synthesizeHclAttributes.bind(element);
  element.synthesizeHclAttributes = () => {
    const values = element.synthesizeAttributes();
    return Object.fromEntries(
      Object.entries(asBindingsDo()).map(([name, attribute]) => [
        name,
        attribute.isBlock ? nested(values[name]) : attribute,
      ]),
    );
  };
}

const nested = (value: unknown): HclAttribute =>
  Array.isArray(value)
    ? { value, isBlock: false, type: "list", storageClassType: "anyMapList" }
    : { value: listsAsExpressions(value), isBlock: false, type: "map", storageClassType: "anyMap" };

/** A list inside a map, which cdktf would write as a map of numbers, becomes an expression. */
function listsAsExpressions(value: unknown): unknown {
  if (Array.isArray(value)) return Token.asString(Fn.tolist(value));
  if (typeof value !== "object" || value === null || Tokenization.isResolvable(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, listsAsExpressions(child)]));
}
