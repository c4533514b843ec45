/** How samples wait to be sent elsewhere. */
export interface Queue {
  readonly maximumShards: number;
  readonly capacity: number;
  readonly maximumSamplesPerSend: number;
  readonly batchSendDeadlineSeconds: number;
  readonly maximumBackoffSeconds: number;
}

/** As Prometheus' operator takes it. */
export const queueConfig = (queue: Queue) => ({
  minShards: 1,
  maxShards: queue.maximumShards,
  capacity: queue.capacity,
  maxSamplesPerSend: queue.maximumSamplesPerSend,
  batchSendDeadline: `${queue.batchSendDeadlineSeconds}s`,
  maxBackoff: `${queue.maximumBackoffSeconds}s`,
});
