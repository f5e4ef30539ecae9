package energy.ebbflow.iso15118.transport.tls;

import org.bouncycastle.tls.SecurityParameters;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsUtils;

/** What two peers agreed on, in a line. */
final class Summary {
  private Summary() {}

  /** Protocol and cipher suite of a finished handshake. */
  static String of(TlsContext context) {
    SecurityParameters agreed = context.getSecurityParametersConnection();
    return (TlsUtils.isTLSv13(agreed.getNegotiatedVersion()) ? "TLSv1.3 " : "TLSv1.2 ")
        + Suite.name(agreed.getCipherSuite());
  }
}
