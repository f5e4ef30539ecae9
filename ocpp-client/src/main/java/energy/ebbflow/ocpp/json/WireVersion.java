package energy.ebbflow.ocpp.json;

/** Versions of OCPP that share message records, and the store's own form. */
public enum WireVersion {
  V16("ocpp1.6"),
  V201("ocpp2.0.1"),
  V21("ocpp2.1"),
  /** Records of our own in our own database: everything is allowed. */
  STORE("");

  private final String subprotocol;

  WireVersion(String subprotocol) {
    this.subprotocol = subprotocol;
  }

  /** Older than 2.1: what is new there does not exist here. */
  boolean before21() {
    return this == V16 || this == V201;
  }

  /** Name in the WebSocket handshake. */
  public String subprotocol() {
    return subprotocol;
  }
}
