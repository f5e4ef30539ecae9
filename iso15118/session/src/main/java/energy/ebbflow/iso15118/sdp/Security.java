package energy.ebbflow.iso15118.sdp;

import energy.ebbflow.iso15118.v2gtp.V2gtpException;

/** The security byte of SDP (ISO 15118-2 Table 19). */
public enum Security {
  /** Secured with TLS. */
  TLS(0x00),
  /** No transport layer security. */
  NONE(0x10);

  private final int code;

  Security(int code) {
    this.code = code;
  }

  /** The byte on the wire. */
  public int code() {
    return code;
  }

  static Security of(byte value) throws V2gtpException {
    return switch (value & 0xFF) {
      case 0x00 -> TLS;
      case 0x10 -> NONE;
      default ->
          throw new V2gtpException(
              String.format("SDP security is 00 (TLS) or 10 (none), %02X came", value));
    };
  }
}
