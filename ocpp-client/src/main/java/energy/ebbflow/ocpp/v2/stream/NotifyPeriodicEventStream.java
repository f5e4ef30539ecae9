package energy.ebbflow.ocpp.v2.stream;

import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.Text;
import java.time.Instant;
import java.util.List;

/** NotifyPeriodicEventStream, OCPP 2.1 N15; a SEND of the station, which nobody answers. */
public final class NotifyPeriodicEventStream {
  public static final String ACTION = "NotifyPeriodicEventStream";

  private NotifyPeriodicEventStream() {}

  /**
   * What is told.
   *
   * @param pending values that are still to come
   */
  public record Request(
      @Items List<Element> data,
      @Range(min = 0) int id,
      @Range(min = 0) int pending,
      Instant basetime) {
    public Request {
      data = List.copyOf(data);
    }
  }

  /**
   * OCPP's StreamDataElementType.
   *
   * @param t seconds since the base time
   */
  public record Element(double t, @Text(max = 2500) String v) {}
}
