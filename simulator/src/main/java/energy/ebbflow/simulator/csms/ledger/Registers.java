package energy.ebbflow.simulator.csms.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * What the meter values of one transaction add up to, in the words that OCPP 1.6 and 2.x share.
 * Mutable; owned by its transaction.
 */
final class Registers {
  private final Register imported = new Register();
  private final Register exported = new Register();
  private OptionalDouble powerWatts = OptionalDouble.empty();
  private OptionalDouble soc = OptionalDouble.empty();
  private int signedValues;
  private Instant newest = Instant.MIN;

  /** Takes a list of MeterValue; what is older than what was taken is only told once more. */
  void take(JsonNode meterValues) {
    for (JsonNode meterValue : meterValues) {
      String at = meterValue.path("timestamp").asText();
      Instant when = at.isEmpty() ? newest : Instant.parse(at);
      if (!when.isBefore(newest)) {
        newest = when;
        meterValue.path("sampledValue").forEach(this::sample);
      }
    }
  }

  /**
   * Takes the import register as StartTransaction and StopTransaction of 1.6 tell it: a whole
   * number of Wh, so that the values between them may be up to 1 Wh away from it.
   */
  void takeWhole(int wattHours) {
    imported.takeWhole(wattHours);
  }

  private void sample(JsonNode sample) {
    if (sample.has("phase")) {
      return;
    }
    if (sample.has("signedMeterValue")) {
      signedValues++;
    }
    if (sample.path("format").asText().equals("SignedData")) {
      signedValues++;
      return;
    }
    double value = scaled(sample);
    switch (sample.path("measurand").asText("Energy.Active.Import.Register")) {
      case "Energy.Active.Import.Register" -> imported.take(value);
      case "Energy.Active.Export.Register" -> exported.take(value);
      case "Power.Active.Import" -> power(value, 1);
      case "Power.Active.Export" -> power(value, -1);
      case "SoC" -> soc = OptionalDouble.of(value);
      default -> {}
    }
  }

  /** Import and export are two measurands; the one that is zero says nothing of the direction. */
  private void power(double value, int sign) {
    if (value != 0) {
      powerWatts = OptionalDouble.of(sign * value);
    } else if (powerWatts.isEmpty() || powerWatts.getAsDouble() * sign > 0) {
      powerWatts = OptionalDouble.of(0);
    }
  }

  /** The unit is an object with a multiplier in 2.x, a word in 1.6. */
  private static double scaled(JsonNode sample) {
    JsonNode unit = sample.path("unitOfMeasure");
    double value = sample.path("value").asDouble() * Math.pow(10, unit.path("multiplier").asInt());
    String word = sample.path("unit").asText(unit.path("unit").asText("Wh"));
    return word.startsWith("k") ? value * 1000 : value;
  }

  int signedValues() {
    return signedValues;
  }

  double importedWh() {
    return imported.difference();
  }

  double exportedWh() {
    return exported.difference();
  }

  boolean ranBackwards() {
    return imported.backwards || exported.backwards;
  }

  OptionalDouble powerWatts() {
    return powerWatts;
  }

  OptionalDouble soc() {
    return soc;
  }

  private static final class Register {
    private OptionalDouble first = OptionalDouble.empty();
    private double last;
    private double slack;
    private boolean backwards;

    private void take(double value) {
      if (first.isEmpty()) {
        first = OptionalDouble.of(value);
      } else if (value < last - slack) {
        backwards = true;
      }
      last = value;
      slack = 0;
    }

    private void takeWhole(double value) {
      slack = 1;
      take(value);
      slack = 1;
    }

    private double difference() {
      return first.isEmpty() ? 0 : last - first.getAsDouble();
    }
  }
}
