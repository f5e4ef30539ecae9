package energy.ebbflow.ocpp.errand;

import energy.ebbflow.ocpp.certificate.CertificateStore;
import energy.ebbflow.ocpp.v2.certificate.CertificateUse;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Which servers of files are trusted: those of the JDK's authorities, and of the installed ones.
 */
final class FileTrust {
  private FileTrust() {}

  static SSLContext context(CertificateStore certificates)
      throws IOException, GeneralSecurityException {
    List<X509Certificate> roots = new ArrayList<>(known());
    roots.addAll(certificates.roots(CertificateUse.CSMS_ROOT_CERTIFICATE));
    roots.addAll(certificates.roots(CertificateUse.MANUFACTURER_ROOT_CERTIFICATE));
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (int i = 0; i < roots.size(); i++) {
      store.setCertificateEntry("root-" + i, roots.get(i));
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  private static List<X509Certificate> known() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    List<X509Certificate> roots = new ArrayList<>();
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        roots.addAll(List.of(x509.getAcceptedIssuers()));
      }
    }
    return roots;
  }
}
