package energy.ebbflow.iso15118.transport.tls;

import energy.ebbflow.iso15118.pki.Credentials;
import energy.ebbflow.iso15118.pki.Identity;
import energy.ebbflow.iso15118.pki.PkiException;
import energy.ebbflow.iso15118.pki.Profile;
import energy.ebbflow.iso15118.transport.TransportException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The charger's TLS by Bouncy Castle: TLS 1.3 with mutual authentication for ISO 15118-20 and TLS
 * 1.2 with the charger's certificate alone for ISO 15118-2, each with chains of its own.
 * Thread-safe: handshakes run on the thread of the links, {@link #refresh()} on another.
 */
public final class ChargerTls {
  private static final Logger LOG = LoggerFactory.getLogger(ChargerTls.class);

  private final Credentials credentials;
  private final boolean vehicleCertificateRequired;
  private final TlsCrypto crypto;
  private final KeyLog keyLog;
  private volatile Material material;
  private long version;

  private ChargerTls(
      Credentials credentials,
      boolean vehicleCertificateRequired,
      TlsCrypto crypto,
      KeyLog keyLog,
      Material material,
      long version) {
    this.credentials = credentials;
    this.vehicleCertificateRequired = vehicleCertificateRequired;
    this.crypto = crypto;
    this.keyLog = keyLog;
    this.material = material;
    this.version = version;
  }

  /**
   * Reads the credentials.
   *
   * @param vehicleCertificateRequired a vehicle that speaks TLS 1.3 must show one
   * @throws NothingValidException when each chain is out of its time
   * @throws TransportException when there is nothing to show, or it cannot be used
   */
  public static ChargerTls of(
      Credentials credentials, boolean vehicleCertificateRequired, SecureRandom random)
      throws TransportException {
    return of(credentials, vehicleCertificateRequired, random, KeyLog.OFF);
  }

  /**
   * The same, with the secrets written down: for a bench alone.
   *
   * @param keyLog where to; {@link KeyLog#OFF} nowhere
   */
  public static ChargerTls of(
      Credentials credentials,
      boolean vehicleCertificateRequired,
      SecureRandom random,
      KeyLog keyLog)
      throws TransportException {
    try {
      long version = credentials.version();
      Material material = Material.read(credentials);
      require(material, Instant.now());
      return new ChargerTls(
          credentials,
          vehicleCertificateRequired,
          new BcTlsCrypto(random),
          keyLog,
          material,
          version);
    } catch (PkiException unusable) {
      throw new TransportException("TLS cannot start: " + unusable.getMessage(), unusable);
    }
  }

  private static void require(Material material, Instant at) throws TransportException {
    List<Identity> iso20 = material.valid(Profile.ISO20, at);
    List<Identity> iso2 = material.valid(Profile.ISO2, at);
    List<String> invalid = material.invalid(at);
    invalid.forEach(reason -> LOG.warn("TLS: {}; this chain is not shown", reason));
    if (iso20.isEmpty() && iso2.isEmpty()) {
      if (!invalid.isEmpty()) {
        throw new NothingValidException(
            "TLS is on, but no certificate of the charger is valid now: "
                + String.join("; ", invalid));
      }
      throw new TransportException(
          "TLS is on, but there is neither an ISO 15118-20 nor an ISO 15118-2 certificate for"
              + " the charger; make a development PKI, or switch TLS off");
    }
    if (!iso20.isEmpty() && material.peers().anchors().isEmpty()) {
      throw new TransportException(
          "TLS 1.3 needs at least one root of a vehicle maker to verify vehicles, none found");
    }
  }

  /** TLS for one connection, next to the wire in its pipeline. */
  public TlsHandler handler(long handshakeMillis) {
    TlsServerProtocol protocol = new TlsServerProtocol();
    ChargerPeer peer = peer();
    return new TlsHandler(protocol, () -> protocol.accept(peer), peer, handshakeMillis);
  }

  ChargerPeer peer() {
    return new ChargerPeer(crypto, material, vehicleCertificateRequired, Instant.now(), keyLog);
  }

  Material material() {
    return material;
  }

  /**
   * Takes up renewed certificates, roots, lists and OCSP responses. What cannot be used is told
   * once, and what was there before stays. Reads files: not for the thread of the links.
   */
  public synchronized void refresh() {
    long current = credentials.version();
    if (current == version) {
      return;
    }
    version = current;
    try {
      Material read = Material.read(credentials);
      require(read, Instant.now());
      material = read;
      LOG.info("TLS: renewed certificates are in use");
    } catch (PkiException | TransportException unusable) {
      LOG.warn("TLS: {}; the certificates from before stay in use", unusable.getMessage());
    }
  }
}
