import type { Environment } from "./schema/environment";

/** What has a page of its own. */
export type Tool = NonNullable<Environment["consoles"]>["show"][number];

/** The name that a tool's page answers to, below that of its cluster. */
export const consoleHost = (tool: Tool, host: string): string => `${tool}.${host}`;

/** Whether a tool's page is reached from outside. */
export const isShown = ({ consoles }: Pick<Environment, "consoles">, tool: Tool): boolean =>
  consoles?.show.includes(tool) ?? false;
