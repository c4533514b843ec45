/** `stage.ts FOLDER BUNDLE`, the latter called as the program: the image's files in a folder, for the Dockerfile; the bundle is made already. */
import path from "node:path";
import { programFiles, runtimeFiles, writeFiles } from "./rootfs";

const [folder, bundle] = process.argv.slice(2);
if (folder === undefined || bundle === undefined) {
  throw new Error("expected a folder and the bundle: stage.ts /rootfs dist/api.cjs");
}
writeFiles(folder, [
  ...runtimeFiles(process.execPath),
  ...programFiles(path.basename(bundle, ".cjs"), bundle),
]);
