package energy.ebbflow.iso15118.sdp;

import energy.ebbflow.iso15118.v2gtp.PayloadType;
import energy.ebbflow.iso15118.v2gtp.V2gtpException;
import energy.ebbflow.iso15118.v2gtp.V2gtpHeader;

/**
 * A vehicle looks for its charger. Transport is always TCP: the reserved value for UDP is refused.
 *
 * @param security what the vehicle wants
 */
public record SdpRequest(Security security) {
  /** UDP port of the charger's discovery server (ISO 15118-2 Table 13). */
  public static final int PORT = 15118;

  /** All nodes on the link: the group the vehicle sends to. */
  public static final String MULTICAST_GROUP = "ff02::1";

  static final int TRANSPORT_TCP = 0x00;

  /**
   * Reads a datagram.
   *
   * @throws V2gtpException when it is no SDP request
   */
  public static SdpRequest parse(byte[] datagram) throws V2gtpException {
    byte[] payload = V2gtpHeader.payloadOf(datagram, PayloadType.SDP_REQUEST);
    if (payload.length != PayloadType.SDP_REQUEST.maxBytes()) {
      throw new V2gtpException("an SDP request has 2 bytes, " + payload.length + " came");
    }
    requireTcp(payload[1]);
    return new SdpRequest(Security.of(payload[0]));
  }

  /** The datagram. */
  public byte[] toDatagram() {
    return V2gtpHeader.frame(
        PayloadType.SDP_REQUEST, new byte[] {(byte) security.code(), TRANSPORT_TCP});
  }

  static void requireTcp(byte value) throws V2gtpException {
    if (value != TRANSPORT_TCP) {
      throw new V2gtpException(
          String.format("SDP transport is 00 (TCP), %02X came: refused", value));
    }
  }
}
