/** OCI image archives (https://github.com/opencontainers/image-spec), with bytes that depend on their input alone. */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { type TarEntry, tar } from "./tar";

export interface Image {
  /** Name with registry and tag; what `ctr images import` calls it. */
  readonly name: string;
  readonly architecture: "amd64" | "arm64";
  /** One layer for each list of files, the one that changes least first. */
  readonly layers: readonly (readonly TarEntry[])[];
  /** The `config` object: user, entry point, ports, labels. */
  readonly config: Readonly<Record<string, unknown>>;
}

interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

const sha256 = (content: Buffer): string => `sha256:${createHash("sha256").update(content).digest("hex")}`;

const MEDIA = "application/vnd.oci.image";

/** The archive, and the digest of the image's manifest. */
export function ociArchive(image: Image): { archive: Buffer; digest: string } {
  const blobs = new Map<string, Buffer>();
  const add = (mediaType: string, content: Buffer): Descriptor => {
    const digest = sha256(content);
    blobs.set(digest, content);
    return { mediaType, digest, size: content.length };
  };
  const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

  const layers = image.layers.map((files) => {
    const content = tar(files);
    return { diffId: sha256(content), descriptor: add(`${MEDIA}.layer.v1.tar+gzip`, gzipSync(content)) };
  });
  const config = add(
    `${MEDIA}.config.v1+json`,
    json({
      created: "1970-01-01T00:00:00Z",
      architecture: image.architecture,
      os: "linux",
      config: image.config,
      rootfs: { type: "layers", diff_ids: layers.map(({ diffId }) => diffId) },
    }),
  );
  const manifest = add(
    `${MEDIA}.manifest.v1+json`,
    json({
      schemaVersion: 2,
      mediaType: `${MEDIA}.manifest.v1+json`,
      config,
      layers: layers.map(({ descriptor }) => descriptor),
    }),
  );
  const index = json({
    schemaVersion: 2,
    mediaType: `${MEDIA}.index.v1+json`,
    manifests: [
      {
        ...manifest,
        platform: { architecture: image.architecture, os: "linux" },
        annotations: {
          "io.containerd.image.name": image.name,
          "org.opencontainers.image.ref.name": image.name.slice(image.name.lastIndexOf(":") + 1),
        },
      },
    ],
  });
  const archive = tar([
    { path: "oci-layout", mode: 0o644, content: json({ imageLayoutVersion: "1.0.0" }) },
    { path: "index.json", mode: 0o644, content: index },
    ...[...blobs].map(([digest, content]) => ({
      path: `blobs/${digest.replace(":", "/")}`,
      mode: 0o644,
      content,
    })),
  ]);
  return { archive, digest: manifest.digest };
}
