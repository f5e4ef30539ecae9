package energy.ebbflow.ocpp.v2.metering;

import energy.ebbflow.ocpp.json.Items;
import java.time.Instant;
import java.util.List;

/** Values of one moment. */
public record MeterValue(@Items List<SampledValue> sampledValue, Instant timestamp) {
  public MeterValue {
    sampledValue = List.copyOf(sampledValue);
  }
}
