package energy.ebbflow.ocpp.v16.security;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v16.core.Verdict;

/** SignCertificate, security whitepaper of OCPP 1.6. */
public final class SignCertificate {
  public static final Action<Request, Response> ACTION =
      new Action<>("SignCertificate", Request.class, Response.class);

  private SignCertificate() {}

  /** What is asked or told. */
  public record Request(@Text(max = 5500) String csr) {}

  /** The answer. */
  public record Response(Verdict status) {}
}
