package energy.ebbflow.ocpp.v2.devicemodel;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.rpc.Action;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** NotifyReport, OCPP 2.0.1 and 2.1 B07, B08: one part of a report. */
public final class NotifyReport {
  public static final Action<Request, Response> ACTION =
      new Action<>("NotifyReport", Request.class, Response.class);

  private NotifyReport() {}

  /** What is asked or told. */
  public record Request(
      int requestId,
      Instant generatedAt,
      @Items @AbsentIfEmpty List<ReportData> reportData,
      Optional<Boolean> tbc,
      @Range(min = 0) int seqNo) {
    public Request {
      reportData = List.copyOf(reportData);
    }
  }

  /** The answer. */
  public record Response() {}
}
