import { ZoneSetting, type ZoneSettingConfig } from "@cdktf/provider-cloudflare/lib/zone-setting";
import { Construct } from "constructs";

export interface ZoneSettingsProps {
  readonly zoneId: string;

  /** Lowest TLS version between users and Cloudflare. */
  readonly minimumTls: string;
}

/** What the platform needs of a Cloudflare zone. The settings hold for every name in it. */
export class ZoneSettings extends Construct {
  constructor(scope: Construct, id: string, props: ZoneSettingsProps) {
    super(scope, id);

    const settings: Readonly<Record<string, string>> = {
      ssl: "strict", // Cloudflare verifies the balancer's certificate
      ip_geolocation: "on", // the header Cf-Ipcountry, by which the balancer routes
      min_tls_version: props.minimumTls,
      always_use_https: "on", // the balancer's port 80 is closed
    };
    for (const [settingId, value] of Object.entries(settings)) {
      // The bindings know no dynamic type and say a map.
      const text = value as unknown as ZoneSettingConfig["value"];
      new ZoneSetting(this, settingId, { zoneId: props.zoneId, settingId, value: text });
    }
  }
}
