package energy.ebbflow.ocpp.v2.certificate;

import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.WireEnum;

/** OCPP's CertificateSigningUseEnumType. */
public enum SigningUse implements WireEnum {
  CHARGING_STATION_CERTIFICATE("ChargingStationCertificate"),
  V2G_CERTIFICATE("V2GCertificate"),
  @SinceV21
  V2G20_CERTIFICATE("V2G20Certificate");
  private final String wire;

  SigningUse(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
