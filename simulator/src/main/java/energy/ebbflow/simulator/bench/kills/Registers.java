package energy.ebbflow.simulator.bench.kills;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The energy registers of one outlet over its whole life: they never run backwards. */
final class Registers {
  /** Values are told in thousandths of a Wh at the finest; rounding is no step back. */
  private static final double ROUNDING_WH = 0.002;

  private static final String IMPORT = "Energy.Active.Import.Register";

  private final Map<String, Double> highest = new TreeMap<>();
  private final List<String> faults;

  Registers(List<String> faults) {
    this.faults = faults;
  }

  /** Takes the meter values of a message, in the order in which they stand. */
  void take(String where, JsonNode meterValues) {
    for (JsonNode value : meterValues) {
      for (JsonNode sample : value.path("sampledValue")) {
        String measurand = sample.path("measurand").asText(IMPORT);
        if (measurand.startsWith("Energy.Active.")
            && !sample.has("phase")
            && !sample.path("format").asText().equals("SignedData")) {
          take(where, measurand, wattHours(sample));
        }
      }
    }
  }

  private static double wattHours(JsonNode sample) {
    JsonNode unit = sample.path("unitOfMeasure");
    double value = sample.path("value").asDouble() * Math.pow(10, unit.path("multiplier").asInt());
    String name = unit.path("unit").asText(sample.path("unit").asText("Wh"));
    return name.startsWith("k") ? value * 1000 : value;
  }

  private void take(String where, String measurand, double wattHours) {
    double before = highest.getOrDefault(measurand, 0.0);
    if (wattHours < before - ROUNDING_WH) {
      faults.add(
          where + ": " + measurand + " ran back from " + before + " to " + wattHours + " Wh");
    }
    highest.merge(measurand, wattHours, Math::max);
  }

  /** Energy into vehicles so far. */
  double importedWh() {
    return highest.getOrDefault(IMPORT, 0.0);
  }
}
