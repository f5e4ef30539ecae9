package energy.ebbflow.simulator.bench.session;

import energy.ebbflow.iso15118.pki.Identity;
import energy.ebbflow.iso15118.pki.PemFolder;
import energy.ebbflow.iso15118.pki.PkiException;
import energy.ebbflow.iso15118.pki.Profile;
import energy.ebbflow.iso15118.sdp.SdpResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Connections of the measuring vehicle. TLS is that of the JDK, a stack foreign to the charger's.
 */
final class Sockets {
  private static final int CONNECT_MILLIS = 5_000;

  /** A charger that does not answer for so long has failed the measurement. */
  private static final int ANSWER_MILLIS = 20_000;

  private static final char[] NO_PASSWORD = {};

  private Sockets() {}

  /** Plain TCP. */
  static Socket plain(SdpResponse found) throws IOException {
    Socket socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(ANSWER_MILLIS);
    socket.connect(new InetSocketAddress(found.address(), found.port()), CONNECT_MILLIS);
    return socket;
  }

  /** TLS 1.3 with the vehicle's certificate, shaken hands. */
  static SSLSocket secured(SdpResponse found, SSLContext context) throws IOException {
    Socket below = plain(found);
    SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(below, found.address().getHostAddress(), found.port(), true);
    socket.setEnabledProtocols(new String[] {"TLSv1.3"});
    socket.setEnabledCipherSuites(new String[] {"TLS_AES_256_GCM_SHA384"});
    socket.startHandshake();
    return socket;
  }

  /** What the vehicle of a development PKI shows and trusts. */
  static SSLContext context(Path pki) throws IOException {
    try {
      PemFolder vehicle = PemFolder.forVehicle(pki);
      Identity identity =
          vehicle
              .identity(Profile.ISO20)
              .orElseThrow(() -> new IOException(pki + " holds no vehicle for ISO 15118-20"));
      KeyStore own = empty();
      own.setKeyEntry("vehicle", key(identity.key()), NO_PASSWORD, chain(identity.chain()));
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(own, NO_PASSWORD);
      KeyStore roots = empty();
      List<X509Certificate> anchors = vehicle.trustAnchors(Profile.ISO20);
      for (int i = 0; i < anchors.size(); i++) {
        roots.setCertificateEntry("root" + i, chain(List.of(anchors.get(i)))[0]);
      }
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(roots);
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (PkiException | GeneralSecurityException unusable) {
      throw new IOException(
          "the vehicle's keys cannot be used: " + unusable.getMessage(), unusable);
    }
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  /** The same key in the hands of the JDK's own provider. */
  private static PrivateKey key(PrivateKey key) throws GeneralSecurityException {
    return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
  }

  private static Certificate[] chain(List<X509Certificate> chain) throws GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    Certificate[] certificates = new Certificate[chain.size()];
    for (int i = 0; i < certificates.length; i++) {
      certificates[i] =
          factory.generateCertificate(new java.io.ByteArrayInputStream(chain.get(i).getEncoded()));
    }
    return certificates;
  }
}
