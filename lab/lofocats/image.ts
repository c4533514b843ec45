/** The images of a version, named as the workload names them: their entry points differ, as those of lofocats do. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { bundle } from "../../app/build/bundle";
import { imageNode } from "../../app/build/node";
import { ociArchive } from "../../app/build/oci";
import { PROGRAMS } from "../../app/build/programs";
import { NODE, programFile, programFiles, runtimeFiles, USER } from "../../app/build/rootfs";
import { imageArchitecture } from "../images/architecture";

/** Jobs call `bundle exec rake`, and there is neither Ruby nor a shell. */
const BUNDLE = `#!${NODE}\nrequire("${programFile("lofocats")}");\n`;

/**
 * Writes the archives of both images.
 *
 * @param nameOf - the image of a part
 * @returns their paths
 */
export async function packLofocats(
  folder: string,
  version: string,
  nameOf: (part: "api" | "ui") => string,
): Promise<readonly string[]> {
  const architecture = imageArchitecture();
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-lofocats-"));
  try {
    const bundled = path.join(temporary, "lofocats.cjs");
    const program = { ...PROGRAMS.movies, name: "lofocats", version, entry: path.join(__dirname, "main.ts") };
    const files = await bundle(bundled, "lab", program);
    const layers = [
      runtimeFiles(imageNode()),
      [
        ...programFiles("lofocats", files),
        { path: "usr/local/bin/bundle", mode: 0o755, content: Buffer.from(BUNDLE) },
      ],
    ];
    return (["api", "ui"] as const).map((part) => {
      const file = path.join(folder, `lofocats-${part}-${version}.tar`);
      const config = {
        User: `${USER}:${USER}`,
        Env: ["PATH=/usr/local/bin"],
        Entrypoint: [NODE, programFile("lofocats"), part],
      };
      fs.writeFileSync(file, ociArchive({ name: nameOf(part), architecture, layers, config }).archive);
      return file;
    });
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}
