/** The programs of this folder, each of which becomes an image. */
import path from "node:path";
import movies from "../movies/package.json";
import api from "../package.json";

export interface Program {
  /** Of the image, and of the bundle in it. */
  readonly name: string;
  readonly version: string;
  readonly entry: string;
  /** From the repository's root. */
  readonly dockerfile: string;
  readonly title: string;
  readonly description: string;
  readonly ports: readonly number[];
  /** Asks on the machine itself whether the program lives. @default - the image has no such command */
  readonly healthcheck?: string;
}

const source = (file: string): string => path.join(__dirname, "..", file);

export const PROGRAMS = {
  api: {
    name: "api",
    version: api.version,
    entry: source("src/main.ts"),
    dockerfile: "app/Dockerfile",
    title: "Meridian API",
    description: "Says who answered: the API of the Meridian platform",
    ports: [8443, 9443],
    healthcheck: "healthcheck",
  },
  movies: {
    name: "movies",
    version: movies.version,
    entry: source("movies/src/main.ts"),
    dockerfile: "app/movies/Dockerfile",
    title: "Meridian movies",
    description: movies.description,
    ports: [8080, 8081, 8082, 8083],
  },
} as const satisfies Readonly<Record<string, Program>>;

export type ProgramName = keyof typeof PROGRAMS;

export const isProgram = (name: string): name is ProgramName => Object.hasOwn(PROGRAMS, name);

/** As registries and containerd call it. */
export const imageName = ({ name, version }: Program): string =>
  `ghcr.io/meridian-platform/${name}:${version}`;
