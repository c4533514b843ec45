/**
 * What the machines start from: Ubuntu 24.04, as the stable channel of kOps has it for the versions in use
 * (https://github.com/kubernetes/kops/blob/v1.36.2/channels/stable).
 */
export const MACHINE_IMAGE =
  "099720109477/ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-20260218";
