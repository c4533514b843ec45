import fs from "node:fs";
import path from "node:path";

/** The program on a node that keeps copies of its state, and puts one back. */
export const BACKUP_SCRIPT = path.join(__dirname, "backup.sh");

/** Where copies of a K3s server's state go. */
export interface Backup {
  /** HTTPS address of a container in Azure's storage; the machine's own identity may write there. */
  readonly container: string;
}

/** What bootstrap.sh is told to have a copy made every night. */
export const backupVariables = (backup: Backup | undefined): Readonly<Record<string, string>> =>
  backup === undefined
    ? {}
    : {
        MERIDIAN_K3S_BACKUP: backup.container,
        MERIDIAN_K3S_BACKUP_SCRIPT: fs.readFileSync(BACKUP_SCRIPT, "utf8"),
      };
