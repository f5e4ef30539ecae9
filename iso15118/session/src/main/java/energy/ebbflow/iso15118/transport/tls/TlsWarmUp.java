package energy.ebbflow.iso15118.transport.tls;

import energy.ebbflow.iso15118.transport.TransportException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
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

  /** Handshakes : the first loads the classes, the second finds them compiled. */
  private static final int HANDSHAKES = 2;

  /** Exchanges of a handshake; a real one has four. */
  private static final int MAX_ROUNDS = 32;

  private final TlsContexts contexts;

  private TlsWarmUp(TlsContexts contexts) {
    this.contexts = contexts;
  }

  /** Begins on a thread of its own. */
  public static void start(TlsContexts contexts) {
    Thread thread = new Thread(new TlsWarmUp(contexts), "tls-warm-up");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  @Override
  public void run() {
    try {
      for (int i = 0; i < HANDSHAKES; i++) {
        Optional<TlsContexts.Pair> pair = contexts.selfTest();
        if (pair.isEmpty()) {
          return;
        }
        if (!shakeHands(pair.get().server(), pair.get().client())) {
          LOG.debug("TLS warm-up did not finish");
          return;
        }
      }
    } catch (SSLException | TransportException failed) {
      LOG.debug("TLS warm-up failed: {}", failed.getMessage());
    }
  }

  /** Whether both ends came to the end of the handshake. */
  static boolean shakeHands(SSLEngine server, SSLEngine client) throws SSLException {
    ByteBuffer toServer = buffer(client);
    ByteBuffer toClient = buffer(server);
    client.beginHandshake();
    server.beginHandshake();
    for (int round = 0; round < MAX_ROUNDS; round++) {
      step(client, toClient, toServer);
      step(server, toServer, toClient);
      if (client.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING
          && server.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING) {
        return true;
      }
    }
    return false;
  }

  private static void step(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws SSLException {
    ByteBuffer plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
    in.flip();
    for (int i = 0; i < MAX_ROUNDS; i++) {
      switch (engine.getHandshakeStatus()) {
        case NEED_TASK -> {
          Runnable task = engine.getDelegatedTask();
          if (task != null) {
            task.run();
          }
        }
        case NEED_WRAP -> engine.wrap(ByteBuffer.allocate(0), out);
        default -> {
          SSLEngineResult result = engine.unwrap(in, plain);
          if (result.bytesConsumed() == 0
              && engine.getHandshakeStatus() != HandshakeStatus.NEED_WRAP) {
            in.compact();
            return;
          }
        }
      }
    }
    in.compact();
  }

  private static ByteBuffer buffer(SSLEngine engine) {
    return ByteBuffer.allocate(4 * engine.getSession().getPacketBufferSize());
  }
}
