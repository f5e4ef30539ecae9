package energy.ebbflow.ocpp.v2.certificate;

import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.WireEnum;

/** OCPP's GetCertificateIdUseEnumType; InstallCertificate knows them without the chain. */
public enum CertificateUse implements WireEnum {
  V2G_ROOT_CERTIFICATE("V2GRootCertificate"),
  MO_ROOT_CERTIFICATE("MORootCertificate"),
  CSMS_ROOT_CERTIFICATE("CSMSRootCertificate"),
  V2G_CERTIFICATE_CHAIN("V2GCertificateChain"),
  MANUFACTURER_ROOT_CERTIFICATE("ManufacturerRootCertificate"),
  @SinceV21
  OEM_ROOT_CERTIFICATE("OEMRootCertificate");
  private final String wire;

  CertificateUse(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
