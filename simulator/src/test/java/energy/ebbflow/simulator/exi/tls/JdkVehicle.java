package energy.ebbflow.simulator.exi.tls;

import energy.ebbflow.iso15118.pki.Identity;
import energy.ebbflow.iso15118.pki.PemFolder;
import energy.ebbflow.iso15118.pki.Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** A vehicle whose TLS is not ours: the JDK's. Trusts everybody. */
final class JdkVehicle {
  private static final char[] NO_SECRET = "none".toCharArray();

  private final SSLEngine engine;
  private final ByteBuffer incoming = ByteBuffer.allocate(1 << 17);
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

  JdkVehicle(PemFolder folder, String version, String suite) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_SECRET);
    for (Identity identity : folder.identities(Profile.ISO20)) {
      if (identity.key().getAlgorithm().startsWith("EC")) {
        store.setKeyEntry(identity.name(), identity.key(), NO_SECRET, chain(identity));
      }
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, NO_SECRET);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), new TrustManager[] {new Trusting()}, null);
    engine = context.createSSLEngine();
    engine.setUseClientMode(true);
    engine.setEnabledProtocols(new String[] {version});
    engine.setEnabledCipherSuites(new String[] {suite});
    incoming.limit(0);
  }

  private static Certificate[] chain(Identity identity) throws Exception {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    Certificate[] chain = new Certificate[identity.chain().size()];
    for (int i = 0; i < chain.length; i++) {
      byte[] encoded = identity.chain().get(i).getEncoded();
      chain[i] = factory.generateCertificate(new ByteArrayInputStream(encoded));
    }
    return chain;
  }

  /** Asks for a handshake; a second time, in TLS 1.3, for new keys (KeyUpdate). */
  void begin() throws Exception {
    engine.beginHandshake();
  }

  boolean complete() {
    return engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING
        && !engine.getSession().getCipherSuite().contains("NULL");
  }

  /** What it has to say, with {@code plain} where the handshake is done. */
  byte[] say(byte[] plain) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteBuffer source = ByteBuffer.wrap(plain);
    ByteBuffer target = ByteBuffer.allocate(1 << 17);
    while (source.hasRemaining() || engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
      engine.wrap(source, target);
      tasks();
      if (engine.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP) {
        break;
      }
    }
    target.flip();
    byte[] octets = new byte[target.remaining()];
    target.get(octets);
    out.writeBytes(octets);
    return out.toByteArray();
  }

  void hear(byte[] octets) throws Exception {
    incoming.compact().put(octets).flip();
    ByteBuffer plain = ByteBuffer.allocate(1 << 17);
    int before = -1;
    while (incoming.hasRemaining() && incoming.remaining() != before) {
      before = incoming.remaining();
      engine.unwrap(incoming, plain);
      tasks();
      if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
        break;
      }
    }
    plain.flip();
    while (plain.hasRemaining()) {
      heard.write(plain.get());
    }
  }

  byte[] heard() {
    return heard.toByteArray();
  }

  private void tasks() {
    Runnable task = engine.getDelegatedTask();
    while (task != null) {
      task.run();
      task = engine.getDelegatedTask();
    }
  }

  private static final class Trusting extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
