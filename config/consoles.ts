import type { Environment } from "./schema/environment";

/** What has a page of its own. */
export type Tool = NonNullable<Environment["consoles"]>["show"][number];

/** The name that a tool's page answers to, below that of its cluster. */
export const consoleHost = (tool: Tool, host: string): string => `${tool}.${host}`;
