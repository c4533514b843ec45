import { board, HERE } from "./board";
import { graph, number } from "./panel";

const rate = (series: string): string => `rate(${series}[$__rate_interval])`;

/** Real disks: memory file systems come and go. */
const DISKS = `${HERE}, fstype!="tmpfs"`;

export const clusters = board({
  uid: "meridian-clusters",
  title: "Clusters",
  description:
    "Nodes, pods, volumes and certificates. The edge cluster has no exporters: it shows what its kubelet tells.",
  sections: [
    {
      title: "Now",
      panels: [
        number({
          title: "Nodes ready",
          description: "Nodes that take pods.",
          unit: "short",
          queries: [
            {
              expr: `sum by (cluster) (kube_node_status_condition{${HERE}, condition="Ready", status="true"})`,
              legend: "{{cluster}}",
            },
          ],
        }),
        number({
          title: "Targets down",
          description: "Targets that Prometheus found and that give no metrics.",
          unit: "short",
          queries: [
            {
              expr: `count by (cluster) (up{${HERE}} == 0) or sum by (cluster) (up{${HERE}}) * 0`,
              legend: "{{cluster}}",
            },
          ],
          thresholds: [
            { color: "green", value: null },
            { color: "red", value: 1 },
          ],
        }),
        number({
          title: "Alerts firing",
          description: "By how soon somebody must act.",
          unit: "short",
          queries: [
            {
              expr: `sum by (severity) (ALERTS{${HERE}, alertstate="firing"}) or vector(0)`,
              legend: "{{severity}}",
            },
          ],
          thresholds: [
            { color: "green", value: null },
            { color: "red", value: 1 },
          ],
        }),
        number({
          title: "Next certificate expires in",
          description: "Of those that the APIs and the load balancer show.",
          unit: "s",
          queries: [
            {
              expr: `min by (cluster) ({__name__=~"tls_certificate_not_after_seconds|traefik_tls_certs_not_after", ${HERE}}) - time()`,
              legend: "{{cluster}}",
            },
          ],
          thresholds: [
            { color: "red", value: null },
            { color: "green", value: 21 * 86_400 },
          ],
        }),
      ],
    },
    {
      title: "Nodes",
      panels: [
        graph({
          title: "Node CPU",
          description: "Share of the node's processors that is busy.",
          unit: "percentunit",
          maximum: 1,
          queries: [
            {
              expr: `1 - avg by (cluster, instance) (${rate(`node_cpu_seconds_total{${HERE}, mode="idle"}`)})`,
              legend: "{{cluster}}",
            },
          ],
        }),
        graph({
          title: "Node memory",
          description:
            "Share of the node's memory that is not available. Above 90 % the kernel soon ends a process.",
          unit: "percentunit",
          maximum: 1,
          queries: [
            {
              expr: `1 - node_memory_MemAvailable_bytes{${HERE}} / node_memory_MemTotal_bytes{${HERE}}`,
              legend: "{{cluster}}",
            },
          ],
        }),
        graph({
          title: "Node disk",
          description: "Share of each file system that is used; K3s' volumes are folders on it.",
          unit: "percentunit",
          maximum: 1,
          queries: [
            {
              expr: `1 - node_filesystem_avail_bytes{${DISKS}} / node_filesystem_size_bytes{${DISKS}}`,
              legend: "{{cluster}} {{mountpoint}}",
            },
            {
              expr: `container_fs_usage_bytes{${HERE}, id="/", device=~"/dev/.+", device!="/dev/shm"} / container_fs_limit_bytes{${HERE}, id="/", device=~"/dev/.+", device!="/dev/shm"}`,
              legend: "{{cluster}} {{device}}",
            },
          ],
        }),
        graph({
          title: "Node network",
          description: "Bytes a second that arrive and leave, without pods' own interfaces.",
          unit: "Bps",
          queries: [
            {
              expr: `sum by (cluster) (${rate(`node_network_receive_bytes_total{${HERE}, device!~"lo|veth.*|cni.*|flannel.*"}`)})`,
              legend: "{{cluster}} in",
            },
            {
              expr: `sum by (cluster) (${rate(`node_network_transmit_bytes_total{${HERE}, device!~"lo|veth.*|cni.*|flannel.*"}`)})`,
              legend: "{{cluster}} out",
            },
          ],
        }),
      ],
    },
    {
      title: "Pods",
      panels: [
        graph({
          title: "Pods by phase",
          description: "Pending for long: no memory left on the node, or an image that cannot be pulled.",
          unit: "short",
          stacked: true,
          queries: [
            {
              expr: `sum by (cluster, phase) (kube_pod_status_phase{${HERE}}) > 0`,
              legend: "{{cluster}} {{phase}}",
            },
          ],
        }),
        graph({
          title: "Restarts",
          description: "Restarts of containers within an hour.",
          unit: "short",
          queries: [
            {
              expr: `sum by (cluster, namespace, pod) (increase(kube_pod_container_status_restarts_total{${HERE}}[1h])) > 0`,
              legend: "{{cluster}} {{namespace}}/{{pod}}",
            },
          ],
        }),
        graph({
          title: "Memory by namespace",
          description: "Memory that cannot be given back, by namespace.",
          unit: "bytes",
          stacked: true,
          queries: [
            {
              expr: `sum by (cluster, namespace) (container_memory_working_set_bytes{${HERE}, container!=""})`,
              legend: "{{cluster}} {{namespace}}",
            },
          ],
        }),
        graph({
          title: "Memory near the limit",
          description: "Containers that use most of their limit. At 100 % the kernel ends them (OOMKilled).",
          unit: "percentunit",
          maximum: 1,
          queries: [
            {
              expr: `topk(10, max by (cluster, namespace, pod, container) (container_memory_working_set_bytes{${HERE}, container!=""}) / on (cluster, namespace, pod, container) max by (cluster, namespace, pod, container) (kube_pod_container_resource_limits{${HERE}, resource="memory"}))`,
              legend: "{{cluster}} {{pod}}/{{container}}",
            },
          ],
        }),
        graph({
          title: "CPU by namespace",
          description: "Cores in use, by namespace.",
          unit: "short",
          stacked: true,
          queries: [
            {
              expr: `sum by (cluster, namespace) (${rate(`container_cpu_usage_seconds_total{${HERE}, container!=""}`)})`,
              legend: "{{cluster}} {{namespace}}",
            },
          ],
        }),
      ],
    },
    {
      title: "Volumes and certificates",
      panels: [
        graph({
          title: "Volumes",
          description:
            "Share of each volume that is used. Empty where volumes are folders of the node's disk, as K3s makes them.",
          unit: "percentunit",
          maximum: 1,
          queries: [
            {
              expr: `1 - kubelet_volume_stats_available_bytes{${HERE}} / kubelet_volume_stats_capacity_bytes{${HERE}}`,
              legend: "{{cluster}} {{namespace}}/{{persistentvolumeclaim}}",
            },
          ],
        }),
        graph({
          title: "Prometheus' own data",
          description: "Bytes on disk, but for the last two hours; the retention removes the oldest.",
          unit: "bytes",
          queries: [{ expr: `prometheus_tsdb_storage_blocks_bytes{${HERE}}`, legend: "{{cluster}}" }],
        }),
        graph({
          title: "Series",
          description: "What Prometheus holds in memory: a jump is a label with too many values.",
          unit: "short",
          queries: [{ expr: `prometheus_tsdb_head_series{${HERE}}`, legend: "{{cluster}}" }],
        }),
        graph({
          title: "Certificate expiry",
          description: "Time until the certificates expire that the APIs and the load balancer show.",
          unit: "s",
          queries: [
            {
              expr: `min by (cluster) (tls_certificate_not_after_seconds{${HERE}}) - time()`,
              legend: "{{cluster}} API",
            },
            {
              expr: `min by (cluster, cn) (traefik_tls_certs_not_after{${HERE}}) - time()`,
              legend: "{{cluster}} {{cn}}",
            },
          ],
        }),
        graph({
          title: "Client certificates near their end",
          description:
            "Requests a second to the Kubernetes API by certificates that expire within 30 days: the administrator's, or K3s' own.",
          unit: "reqps",
          queries: [
            {
              expr: `sum by (cluster) (${rate(`apiserver_client_certificate_expiration_seconds_bucket{${HERE}, le=~"2.592e\\\\+06|2592000(.0)?"}`)})`,
              legend: "{{cluster}}",
            },
          ],
        }),
        graph({
          title: "Remote write",
          description: "Samples a second that are sent to the remote Prometheus, and that it refused.",
          unit: "short",
          queries: [
            {
              expr: `sum by (cluster) (${rate(`prometheus_remote_storage_samples_total{${HERE}}`)})`,
              legend: "{{cluster}} sent",
            },
            {
              expr: `sum by (cluster) (${rate(`prometheus_remote_storage_samples_failed_total{${HERE}}`)})`,
              legend: "{{cluster}} refused",
            },
          ],
        }),
      ],
    },
  ],
});
