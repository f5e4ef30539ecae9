package energy.ebbflow.iso15118.transport.tls;

import energy.ebbflow.iso15118.pki.Credentials;
import energy.ebbflow.iso15118.pki.PkiException;
import energy.ebbflow.iso15118.pki.Profile;
import energy.ebbflow.iso15118.transport.TransportException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** The vehicle's TLS for one connection. */
public final class VehicleTls {
  private final VehiclePeer peer;
  private final TlsHandler handler;

  private VehicleTls(VehiclePeer peer, long handshakeMillis) {
    this.peer = peer;
    TlsClientProtocol protocol = new TlsClientProtocol();
    this.handler = new TlsHandler(protocol, () -> protocol.connect(peer), peer, handshakeMillis);
  }

  /**
   * TLS for one connection.
   *
   * @param profiles TLS 1.3 (ISO 15118-20), TLS 1.2 (ISO 15118-2), or both, in one offer
   * @throws TransportException when the material cannot be used
   */
  public static VehicleTls of(
      Credentials credentials, Set<Profile> profiles, SecureRandom random, long handshakeMillis)
      throws TransportException {
    return of(credentials, profiles, random, handshakeMillis, KeyLog.OFF);
  }

  /**
   * The same, with the secrets written down: for a bench alone.
   *
   * @param keyLog where to; {@link KeyLog#OFF} nowhere
   */
  public static VehicleTls of(
      Credentials credentials,
      Set<Profile> profiles,
      SecureRandom random,
      long handshakeMillis,
      KeyLog keyLog)
      throws TransportException {
    return of(credentials, profiles, Suite.codes(profiles), random, handshakeMillis, keyLog);
  }

  static VehicleTls of(
      Credentials credentials,
      Set<Profile> profiles,
      int[] suites,
      SecureRandom random,
      long handshakeMillis)
      throws TransportException {
    return of(credentials, profiles, suites, random, handshakeMillis, KeyLog.OFF);
  }

  private static VehicleTls of(
      Credentials credentials,
      Set<Profile> profiles,
      int[] suites,
      SecureRandom random,
      long handshakeMillis,
      KeyLog keyLog)
      throws TransportException {
    try {
      Material material = Material.read(credentials);
      if (material.peers().anchors().isEmpty()) {
        throw new TransportException("the vehicle has no V2G root to verify the charger with");
      }
      return new VehicleTls(
          new VehiclePeer(
              new BcTlsCrypto(random), material, profiles, suites, Instant.now(), keyLog),
          handshakeMillis);
    } catch (PkiException unusable) {
      throw new TransportException("TLS cannot start: " + unusable.getMessage(), unusable);
    }
  }

  /** For the pipeline, next to the wire. */
  public TlsHandler handler() {
    return handler;
  }

  /** Protocol and cipher suite, after the handshake. */
  public String summary() {
    return peer.summary();
  }

  /** How many certificates of the charger's chain came with a good OCSP response. */
  public int staples() {
    return peer.staples();
  }
}
