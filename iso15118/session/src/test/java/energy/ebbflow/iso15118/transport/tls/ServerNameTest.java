package energy.ebbflow.iso15118.transport.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.pki.DevelopmentPki;
import energy.ebbflow.iso15118.pki.PemFolder;
import energy.ebbflow.iso15118.pki.Profile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.StandardConstants;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.tls.TlsServerProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerNameTest {
  private static final int MAX_ROUNDS = 64;

  @TempDir Path pki;

  /**
   * Vehicles put the charger's address with its scope into server_name; it means nothing here. The
   * client is the JDK's own: it sends what it is told, and is not of our making.
   */
  @Test
  void serverNameIsIgnored() throws Exception {
    DevelopmentPki.write(pki, Instant.now(), new SecureRandom());
    ChargerTls tls = ChargerTls.of(PemFolder.forCharger(pki), false, new SecureRandom());
    SSLContext jdk = SSLContext.getInstance("TLSv1.3");
    jdk.init(null, trust().getTrustManagers(), new SecureRandom());
    for (String name : new String[] {"fe80::1%ev0", "-", "secc.example"}) {
      SSLEngine client = jdk.createSSLEngine();
      client.setUseClientMode(true);
      SSLParameters parameters = client.getSSLParameters();
      parameters.setServerNames(List.of(new RawServerName(name)));
      client.setSSLParameters(parameters);
      ChargerPeer charger = tls.peer();
      shakeHands(charger, client);
      assertTrue(charger.complete(), name);
      assertEquals("TLS_AES_256_GCM_SHA384", client.getSession().getCipherSuite());
    }
  }

  private TrustManagerFactory trust() throws Exception {
    KeyStore roots = KeyStore.getInstance("PKCS12");
    roots.load(null, null);
    int number = 0;
    for (X509Certificate root : PemFolder.forVehicle(pki).trustAnchors(Profile.ISO20)) {
      roots.setCertificateEntry("v2g" + number++, root);
    }
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(roots);
    return trust;
  }

  private static void shakeHands(ChargerPeer charger, SSLEngine client) throws Exception {
    TlsServerProtocol server = new TlsServerProtocol();
    server.accept(charger);
    ByteBuffer fromServer = ByteBuffer.allocate(256 * 1024).flip();
    ByteBuffer out = ByteBuffer.allocate(256 * 1024);
    client.beginHandshake();
    for (int round = 0; round < MAX_ROUNDS && !charger.complete(); round++) {
      if (client.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
        client.getDelegatedTask().run();
      } else if (client.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
        client.wrap(ByteBuffer.allocate(0), out.clear());
        out.flip();
        byte[] sent = new byte[out.remaining()];
        out.get(sent);
        server.offerInput(sent);
      } else {
        fromServer.compact();
        byte[] answer = new byte[server.getAvailableOutputBytes()];
        server.readOutput(answer, 0, answer.length);
        fromServer.put(answer).flip();
        client.unwrap(
            fromServer, ByteBuffer.allocate(client.getSession().getApplicationBufferSize()));
      }
    }
  }

  /** A server name as bytes, without the checks that a well-behaved client makes. */
  private static final class RawServerName extends SNIServerName {
    RawServerName(String name) {
      super(StandardConstants.SNI_HOST_NAME, name.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
