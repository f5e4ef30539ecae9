package energy.ebbflow.ocpp.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.SingleResp;

/** When an OCSP response counts (RFC 6960, section 4.2.2.1). */
public final class OcspLife {
  private OcspLife() {}

  /** Whether a response speaks of a certificate and holds at a moment. */
  public static boolean holds(byte[] response, BigInteger serial, Instant at) {
    try {
      if (!(new OCSPResp(response).getResponseObject() instanceof BasicOCSPResp basic)) {
        return false;
      }
      Date moment = Date.from(at);
      for (SingleResp one : basic.getResponses()) {
        if (one.getCertID().getSerialNumber().equals(serial)) {
          return !moment.before(one.getThisUpdate())
              && (one.getNextUpdate() == null || !moment.after(one.getNextUpdate()));
        }
      }
      return false;
    } catch (IOException | OCSPException | RuntimeException e) {
      // The parser throws whatever it likes at bytes that are none.
      return false;
    }
  }
}
