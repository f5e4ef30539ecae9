package energy.ebbflow.iso15118.message.iso2;

import energy.ebbflow.exi.WireName;

/** faultCodeType. What went wrong. */
public enum FaultCode implements WireName {
  /** {@code ParsingError}: a message could not be read. */
  PARSING_ERROR("ParsingError"),
  /** {@code NoTLSRootCertificatAvailable}: the vehicle knows none of the roots of the station. */
  NO_TLS_ROOT_CERTIFICAT_AVAILABLE("NoTLSRootCertificatAvailable"),
  /** {@code UnknownError}: something else. */
  UNKNOWN_ERROR("UnknownError");

  private final String wireName;

  FaultCode(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
