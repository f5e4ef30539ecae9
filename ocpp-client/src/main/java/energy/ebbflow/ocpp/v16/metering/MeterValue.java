package energy.ebbflow.ocpp.v16.metering;

import energy.ebbflow.ocpp.json.Items;
import java.time.Instant;
import java.util.List;

/** Values of one moment. */
public record MeterValue(Instant timestamp, @Items List<SampledValue> sampledValue) {
  public MeterValue {
    sampledValue = List.copyOf(sampledValue);
  }
}
