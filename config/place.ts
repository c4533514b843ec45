/** Where something runs. */
export interface Place {
  readonly environment: string;
  readonly region: string;
  readonly cluster: string;
}
