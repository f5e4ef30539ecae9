package energy.ebbflow.ocpp.v2.der;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.needs.DerControl;
import java.time.Instant;
import java.util.Optional;

/** NotifyDERAlarm, OCPP 2.1 R01 to R03. */
public final class NotifyDerAlarm {
  public static final Action<Request, Response> ACTION =
      new Action<>("NotifyDERAlarm", Request.class, Response.class);

  private NotifyDerAlarm() {}

  /** What is told. */
  public record Request(
      DerControl controlType,
      Optional<GridEventFault> gridEventFault,
      Optional<Boolean> alarmEnded,
      Instant timestamp,
      @Text(max = 200) Optional<String> extraInfo) {}

  /** The answer. */
  public record Response() {}
}
