package energy.ebbflow.ocpp.v2.authorization;

import energy.ebbflow.ocpp.json.WireEnum;

/** The back office's verdict on a contract certificate. */
public enum AuthorizeCertificateStatus implements WireEnum {
  ACCEPTED("Accepted"),
  SIGNATURE_ERROR("SignatureError"),
  CERTIFICATE_EXPIRED("CertificateExpired"),
  CERTIFICATE_REVOKED("CertificateRevoked"),
  NO_CERTIFICATE_AVAILABLE("NoCertificateAvailable"),
  CERT_CHAIN_ERROR("CertChainError"),
  CONTRACT_CANCELLED("ContractCancelled");
  private final String wire;

  AuthorizeCertificateStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
