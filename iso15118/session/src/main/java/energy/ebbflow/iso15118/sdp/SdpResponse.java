package energy.ebbflow.iso15118.sdp;

import energy.ebbflow.iso15118.v2gtp.PayloadType;
import energy.ebbflow.iso15118.v2gtp.V2gtpException;
import energy.ebbflow.iso15118.v2gtp.V2gtpHeader;
import java.net.Inet6Address;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where the charger listens.
 *
 * @param address its IPv6 address; the scope is not on the wire
 * @param port its TCP port, 1 to 65535
 * @param security whether that port speaks TLS
 */
public record SdpResponse(Inet6Address address, int port, Security security) {
  private static final int ADDRESS_BYTES = 16;

  public SdpResponse {
    if (port < 1 || port > 0xFFFF) {
      throw new IllegalArgumentException("a TCP port is 1 to 65535, not " + port);
    }
  }

  /**
   * Reads a datagram.
   *
   * @throws V2gtpException when it is no SDP response
   */
  public static SdpResponse parse(byte[] datagram) throws V2gtpException {
    byte[] payload = V2gtpHeader.payloadOf(datagram, PayloadType.SDP_RESPONSE);
    if (payload.length != PayloadType.SDP_RESPONSE.maxBytes()) {
      throw new V2gtpException("an SDP response has 20 bytes, " + payload.length + " came");
    }
    SdpRequest.requireTcp(payload[19]);
    int port = (payload[16] & 0xFF) << 8 | payload[17] & 0xFF;
    if (port == 0) {
      throw new V2gtpException("an SDP response names a port from 1 to 65535, 0 came");
    }
    return new SdpResponse(
        address(Arrays.copyOf(payload, ADDRESS_BYTES)), port, Security.of(payload[18]));
  }

  /** The datagram. */
  public byte[] toDatagram() {
    byte[] payload = Arrays.copyOf(address.getAddress(), PayloadType.SDP_RESPONSE.maxBytes());
    payload[16] = (byte) (port >>> 8);
    payload[17] = (byte) port;
    payload[18] = (byte) security.code();
    payload[19] = SdpRequest.TRANSPORT_TCP;
    return V2gtpHeader.frame(PayloadType.SDP_RESPONSE, payload);
  }

  private static Inet6Address address(byte[] bytes) throws V2gtpException {
    try {
      // Inet6Address keeps an IPv4-mapped address as IPv6, InetAddress would not.
      return Inet6Address.getByAddress(null, bytes, -1);
    } catch (UnknownHostException notSixteenBytes) {
      throw new V2gtpException("no IPv6 address in the SDP response");
    }
  }
}
