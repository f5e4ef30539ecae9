package energy.ebbflow.iso15118.transport.tls;

import energy.ebbflow.iso15118.pki.Identity;
import energy.ebbflow.iso15118.pki.Profile;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsProtocol;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shakes hands with ourselves, in memory, before the first vehicle does: the first handshake of a
 * fresh process loads some thousand classes and runs elliptic curves in the interpreter, which
 * takes seconds on a small board. Runs on a thread of its own, at the lowest priority, and changes
 * nothing.
 */
public final class TlsWarmUp implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(TlsWarmUp.class);

  /** Handshakes: the first loads the classes, the second finds them compiled. */
  private static final int HANDSHAKES = 2;

  /** Exchanges of a handshake; a real one has four. */
  private static final int MAX_ROUNDS = 32;

  private final ChargerTls tls;

  private TlsWarmUp(ChargerTls tls) {
    this.tls = tls;
  }

  /** Begins on a thread of its own. */
  public static void start(ChargerTls tls) {
    Thread thread = new Thread(new TlsWarmUp(tls), "tls-warm-up");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  @Override
  public void run() {
    for (Profile profile : Profile.values()) {
      for (int i = 0; i < HANDSHAKES; i++) {
        try {
          if (!rehearse(tls, profile)) {
            break;
          }
        } catch (IOException failed) {
          LOG.debug("TLS warm-up failed: {}", TlsFailure.describe(failed));
          break;
        }
      }
    }
  }

  /**
   * One handshake in which both ends show the charger's own certificate.
   *
   * @return false where the charger has no certificate of that profile
   */
  static boolean rehearse(ChargerTls tls, Profile profile) throws IOException {
    Instant now = Instant.now();
    List<Identity> own = tls.material().valid(profile, now);
    if (own.isEmpty()) {
      return false;
    }
    Identity shown = own.getFirst();
    Material self =
        new Material(
            Map.of(profile, List.of(shown)),
            new PeerCheck(List.of(shown.chain().getLast()), List.of()),
            tls.material().ocsp());
    TlsCrypto crypto = new BcTlsCrypto(new SecureRandom());
    ChargerPeer server = new ChargerPeer(crypto, self, true, now);
    VehiclePeer client =
        new VehiclePeer(crypto, self, Set.of(profile), Suite.codes(Set.of(profile)), now);
    return shakeHands(server, client);
  }

  /** Whether both ends came to the end of the handshake. */
  static boolean shakeHands(ChargerPeer server, VehiclePeer client) throws IOException {
    TlsServerProtocol serverSide = new TlsServerProtocol();
    TlsClientProtocol clientSide = new TlsClientProtocol();
    serverSide.accept(server);
    clientSide.connect(client);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      if (server.complete() && client.complete()) {
        return true;
      }
      carry(clientSide, serverSide);
      carry(serverSide, clientSide);
    }
    return false;
  }

  private static void carry(TlsProtocol from, TlsProtocol to) throws IOException {
    byte[] bytes = new byte[from.getAvailableOutputBytes()];
    if (bytes.length > 0) {
      from.readOutput(bytes, 0, bytes.length);
      to.offerInput(bytes);
    }
  }
}
