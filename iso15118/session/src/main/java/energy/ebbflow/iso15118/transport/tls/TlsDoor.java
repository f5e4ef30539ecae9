package energy.ebbflow.iso15118.transport.tls;

import energy.ebbflow.iso15118.transport.TransportException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslClientHelloHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.security.cert.Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ClientHello and puts the matching engine in its own place: the ISO 15118-20 certificate
 * with a demand for the vehicle's for TLS 1.3, the ISO 15118-2 certificate for TLS 1.2. The two
 * have different curves, so one certificate cannot serve both.
 */
public final class TlsDoor extends SslClientHelloHandler<Boolean> {
  /** Largest ClientHello we take, bytes. */
  private static final int MAX_HELLO_BYTES = 16 * 1024;

  private final TlsContexts contexts;
  private final boolean vehicleCertificateRequired;
  private final long handshakeMillis;

  /**
   * @param contexts the charger's certificates
   * @param vehicleCertificateRequired a vehicle that speaks TLS 1.3 must show one
   * @param handshakeMillis how long a handshake may take
   */
  public TlsDoor(TlsContexts contexts, boolean vehicleCertificateRequired, long handshakeMillis) {
    super(MAX_HELLO_BYTES);
    this.contexts = contexts;
    this.vehicleCertificateRequired = vehicleCertificateRequired;
    this.handshakeMillis = handshakeMillis;
  }

  @Override
  protected Future<Boolean> lookup(ChannelHandlerContext ctx, @Nullable ByteBuf clientHello) {
    if (clientHello == null) {
      return ctx.executor()
          .newFailedFuture(
              new TransportException("expected TLS, something else came on the TLS port"));
    }
    return ctx.executor().newSucceededFuture(ClientHello.offersTls13(clientHello));
  }

  @Override
  protected void onLookupComplete(ChannelHandlerContext ctx, Future<Boolean> offersTls13) {
    if (!offersTls13.isSuccess()) {
      ctx.fireExceptionCaught(offersTls13.cause());
      return;
    }
    Optional<SSLEngine> engine =
        offersTls13.getNow()
            ? contexts.tls13Server(vehicleCertificateRequired).or(contexts::tls12Server)
            : contexts.tls12Server();
    if (engine.isEmpty()) {
      ctx.fireExceptionCaught(
          new TransportException(
              "the vehicle knows TLS 1.2 only and there is no ISO 15118-2 certificate"));
      return;
    }
    SslHandler handler = new SslHandler(engine.get());
    handler.setHandshakeTimeoutMillis(handshakeMillis);
    long begun = System.nanoTime();
    handler
        .handshakeFuture()
        .addListener(
            done -> {
              if (done.isSuccess()) {
                SSLSession session = handler.engine().getSession();
                ctx.pipeline()
                    .context(SslHandler.class)
                    .fireUserEventTriggered(
                        new TlsReady(
                            peerVerified(session),
                            session.getProtocol() + " " + session.getCipherSuite(),
                            (System.nanoTime() - begun) / 1_000_000));
              }
            });
    ctx.pipeline().replace(this, "tls", handler);
  }

  private static boolean peerVerified(SSLSession session) {
    try {
      Certificate[] chain = session.getPeerCertificates();
      return chain.length > 0;
    } catch (SSLPeerUnverifiedException none) {
      return false;
    }
  }
}
