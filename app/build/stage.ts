/** `stage.ts FOLDER BUNDLE...`, the first bundle called as the program: the image's files in a folder, for the Dockerfile; the bundles are made already. */
import path from "node:path";
import { programFiles, runtimeFiles, writeFiles } from "./rootfs";

const [folder, ...bundles] = process.argv.slice(2);
const [program] = bundles;
if (folder === undefined || program === undefined) {
  throw new Error("expected a folder and the bundle: stage.ts /rootfs dist/api.cjs");
}
writeFiles(folder, [
  ...runtimeFiles(process.execPath),
  ...programFiles(path.basename(program, ".cjs"), bundles),
]);
