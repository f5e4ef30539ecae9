package energy.ebbflow.ocpp.v2.diagnostics;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireEnum;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.time.Instant;
import java.util.Optional;

/** GetLog, OCPP 2.0.1 and 2.1 N01. */
public final class GetLog {
  public static final Action<Request, Response> ACTION =
      new Action<>("GetLog", Request.class, Response.class);

  private GetLog() {}

  /** What is asked or told. */
  public record Request(
      LogParameters log,
      LogKind logType,
      int requestId,
      @Range(min = 0) Optional<Integer> retries,
      Optional<Integer> retryInterval) {}

  /** The answer. */
  public record Response(
      Status status, Optional<StatusInfo> statusInfo, @Text(max = 255) Optional<String> filename) {}

  /** OCPP's LogParametersType. */
  public record LogParameters(
      @Text(max = 2000, v201 = 512) String remoteLocation,
      Optional<Instant> oldestTimestamp,
      Optional<Instant> latestTimestamp) {}

  /** OCPP's LogEnumType. */
  public enum LogKind implements WireEnum {
    DIAGNOSTICS_LOG("DiagnosticsLog"),
    SECURITY_LOG("SecurityLog"),
    @SinceV21
    DATA_COLLECTOR_LOG("DataCollectorLog");
    private final String wire;

    LogKind(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }

  /** OCPP's LogStatusEnumType. */
  public enum Status implements WireEnum {
    ACCEPTED("Accepted"),
    REJECTED("Rejected"),
    ACCEPTED_CANCELED("AcceptedCanceled");
    private final String wire;

    Status(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }
}
