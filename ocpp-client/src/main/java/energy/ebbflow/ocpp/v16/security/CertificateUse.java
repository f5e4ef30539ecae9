package energy.ebbflow.ocpp.v16.security;

import energy.ebbflow.ocpp.json.WireEnum;

/** The whitepaper's CertificateUseEnumType. */
public enum CertificateUse implements WireEnum {
  CENTRAL_SYSTEM_ROOT_CERTIFICATE("CentralSystemRootCertificate"),
  MANUFACTURER_ROOT_CERTIFICATE("ManufacturerRootCertificate");
  private final String wire;

  CertificateUse(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
