/** Every image that the lab's own pods name, packed from built programs. The API's comes from `npm run image`. */
import fs from "node:fs";
import path from "node:path";
import { ociArchive } from "../../app/build/oci";
import type { TarEntry } from "../../app/build/tar";
import { PAUSE_IMAGE } from "../node/files";
import { cacheDir, moduleVersion, program } from "../programs";
import { run, runSync } from "../run";
import { imageArchitecture } from "./architecture";

interface Image {
  readonly name: string;
  readonly entrypoint: string;
  readonly files: readonly TarEntry[];
}

function pack({ name, entrypoint, files }: Image): Buffer {
  const config = { Entrypoint: [entrypoint], Env: ["PATH=/usr/local/bin:/usr/bin:/bin"] };
  return ociArchive({ name, architecture: imageArchitecture(), layers: [files], config }).archive;
}

const executable = (to: string, from: string): TarEntry => ({
  path: to.slice(1),
  mode: 0o755,
  content: fs.readFileSync(fs.realpathSync(from)),
});

/** Archive of one static program, which is also the entry point; kept beside the program, as it follows from it. */
function ofProgram(name: string, file: string): string {
  const archive = `${file}.image.tar`;
  if (!fs.existsSync(archive)) {
    const entrypoint = `/usr/local/bin/${path.basename(file)}`;
    save(archive, pack({ name, entrypoint, files: [executable(entrypoint, file)] }));
  }
  return archive;
}

/** A program of the machine with the shared libraries that its loader lists. */
const withLibraries = (file: string): TarEntry[] => {
  const libraries = [...runSync("ldd", [file]).matchAll(/(\/\S+) \(0x/g)].map((match) => match[1] as string);
  return [file, ...libraries].map((each) => executable(each, each));
};

/** The tools that local-path storage runs to make and delete a volume's folder: the name is the one that it asks for. */
function ofShell(): string {
  const archive = path.join(cacheDir, "shell.image.tar");
  const files = ["/bin/sh", "/bin/mkdir", "/bin/rm"].flatMap(withLibraries);
  save(archive, pack({ name: "docker.io/library/busybox:latest", entrypoint: "/bin/sh", files }));
  return archive;
}

/** Debian's, for pods that name the official image of it. */
export function packBusybox(archive: string, name: string): string {
  const busybox = "/bin/busybox";
  save(
    archive,
    pack({
      name,
      entrypoint: busybox,
      files: [...withLibraries(busybox), executable("/bin/httpd", busybox)],
    }),
  );
  return archive;
}

function save(archive: string, content: Buffer): void {
  fs.mkdirSync(path.dirname(archive), { recursive: true });
  fs.writeFileSync(`${archive}.part`, content);
  fs.renameSync(`${archive}.part`, archive);
}

/** Archives of what every node holds before its first pod. */
export const nodeImages = (): string[] => [
  ofProgram(PAUSE_IMAGE, program("pause")),
  ofProgram(`docker.io/coredns/coredns:${moduleVersion("coredns").slice(1)}`, program("coredns")),
  ofProgram(
    `docker.io/rancher/local-path-provisioner:${moduleVersion("local-path")}`,
    program("local-path-provisioner"),
  ),
  ofShell(),
  ofProgram(`docker.io/library/traefik:${moduleVersion("traefik")}`, program("traefik")),
];

/** Packs the API's image as a user does. */
export async function packApiImage(archive: string): Promise<void> {
  const script = path.join(__dirname, "..", "..", "app", "build", "image.ts");
  await run(process.execPath, ["--import", "tsx", script, archive]);
}
