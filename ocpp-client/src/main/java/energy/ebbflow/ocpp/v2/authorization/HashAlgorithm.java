package energy.ebbflow.ocpp.v2.authorization;

import energy.ebbflow.ocpp.json.WireEnum;

/** Hash of an OCSP question. */
public enum HashAlgorithm implements WireEnum {
  SHA256("SHA256"),
  SHA384("SHA384"),
  SHA512("SHA512");
  private final String wire;

  HashAlgorithm(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
