package energy.ebbflow.ocpp.v16.core;

import energy.ebbflow.ocpp.rpc.Action;

/** RemoteStopTransaction, OCPP 1.6: stop a transaction. */
public final class RemoteStopTransaction {
  public static final Action<Request, Response> ACTION =
      new Action<>("RemoteStopTransaction", Request.class, Response.class);

  private RemoteStopTransaction() {}

  /** What is asked or told. */
  public record Request(int transactionId) {}

  /** The answer. */
  public record Response(Verdict status) {}
}
