package energy.ebbflow.ocpp.v16.security;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v16.core.Verdict;

/** CertificateSigned, security whitepaper of OCPP 1.6. */
public final class CertificateSigned {
  public static final Action<Request, Response> ACTION =
      new Action<>("CertificateSigned", Request.class, Response.class);

  private CertificateSigned() {}

  /** What is asked or told. */
  public record Request(@Text(max = 10000) String certificateChain) {}

  /** The answer. */
  public record Response(Verdict status) {}
}
