package energy.ebbflow.iso15118.transport.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.pki.DevelopmentPki;
import energy.ebbflow.iso15118.pki.PemFolder;
import energy.ebbflow.iso15118.pki.Profile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.StandardConstants;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerNameTest {
  @TempDir Path pki;

  /**
   * Vehicles put the charger's address with its scope into server_name; it means nothing here. The
   * client is the JDK's own: it sends what it is told, and is not of our making.
   */
  @Test
  void serverNameIsIgnored() throws Exception {
    DevelopmentPki.write(pki, Instant.now(), new SecureRandom());
    TlsContexts contexts = TlsContexts.forCharger(PemFolder.forCharger(pki), new SecureRandom());
    PemFolder vehicles = PemFolder.forVehicle(pki);
    KeyStore roots = KeyStore.getInstance("PKCS12");
    roots.load(null, null);
    roots.setCertificateEntry("v2g", vehicles.trustAnchors(Profile.ISO20).getLast());
    roots.setCertificateEntry("v2g-2", vehicles.trustAnchors(Profile.ISO20).getFirst());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(roots);
    SSLContext jdk = SSLContext.getInstance("TLSv1.3");
    jdk.init(null, trust.getTrustManagers(), new SecureRandom());
    for (String name : new String[] {"fe80::1%ev0", "-", "secc.example"}) {
      SSLEngine server = contexts.tls13Server(false).orElseThrow();
      SSLEngine client = jdk.createSSLEngine();
      client.setUseClientMode(true);
      SSLParameters parameters = client.getSSLParameters();
      parameters.setServerNames(List.of(new RawServerName(name)));
      client.setSSLParameters(parameters);
      assertTrue(TlsWarmUp.shakeHands(server, client), name);
      assertEquals("TLS_AES_256_GCM_SHA384", client.getSession().getCipherSuite());
    }
  }

  /** A server name as bytes, without the checks that a well-behaved client makes. */
  private static final class RawServerName extends SNIServerName {
    RawServerName(String name) {
      super(StandardConstants.SNI_HOST_NAME, name.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
