package energy.ebbflow.iso15118.transport;

import energy.ebbflow.iso15118.sdp.SdpRequest;
import energy.ebbflow.iso15118.transport.tls.KeyLog;
import java.util.Optional;

/**
 * Where and how the charger listens.
 *
 * @param interfaceName network interface of the vehicle's link; empty listens on {@code ::1}
 *     without multicast, for a bench without one
 * @param tls whether with TLS
 * @param vehicleCertificateRequired a vehicle that speaks TLS 1.3 must show a certificate (ISO
 *     15118-20); false still verifies one that is shown
 * @param tcpPort port without TLS, 0 chooses a free one of the standard's range
 * @param tlsPort port with TLS, likewise
 * @param sdpPort UDP port of the discovery server, 0 chooses a free one (tests)
 * @param keyLog where the secrets of TLS are written down, for a bench; {@link KeyLog#OFF} nowhere
 */
public record SeccServerConfig(
    Optional<String> interfaceName,
    TlsPolicy tls,
    boolean vehicleCertificateRequired,
    int tcpPort,
    int tlsPort,
    int sdpPort,
    KeyLog keyLog) {
  /** Which of the two ports are open. */
  public enum TlsPolicy {
    /** Plain TCP only. */
    OFF,
    /** Both; SDP names the one the vehicle asked for. */
    OPTIONAL,
    /** TLS only. */
    REQUIRED
  }

  public SeccServerConfig {
    if (tcpPort < 0
        || tcpPort > 0xFFFF
        || tlsPort < 0
        || tlsPort > 0xFFFF
        || sdpPort < 0
        || sdpPort > 0xFFFF) {
      throw new IllegalArgumentException("ports are 0 to 65535");
    }
  }

  /** Secrets stay secret. */
  public SeccServerConfig(
      Optional<String> interfaceName,
      TlsPolicy tls,
      boolean vehicleCertificateRequired,
      int tcpPort,
      int tlsPort,
      int sdpPort) {
    this(interfaceName, tls, vehicleCertificateRequired, tcpPort, tlsPort, sdpPort, KeyLog.OFF);
  }

  /** The same with another place for the secrets of TLS. */
  public SeccServerConfig with(KeyLog log) {
    return new SeccServerConfig(
        interfaceName, tls, vehicleCertificateRequired, tcpPort, tlsPort, sdpPort, log);
  }

  /** On an interface, with free TCP ports and the standard's SDP port. */
  public static SeccServerConfig on(String interfaceName, TlsPolicy tls) {
    return new SeccServerConfig(Optional.of(interfaceName), tls, true, 0, 0, SdpRequest.PORT);
  }

  /** On {@code ::1}, with free TCP ports and the standard's SDP port. */
  public static SeccServerConfig loopback(TlsPolicy tls) {
    return new SeccServerConfig(Optional.empty(), tls, true, 0, 0, SdpRequest.PORT);
  }
}
