package energy.ebbflow.simulator.csms.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** One transaction as the back office has heard of it. Mutable; owned by the desk's thread. */
public final class LedgerTransaction {
  /** A transaction with more events than this is not remembered event by event. */
  static final int EVENTS_MAX = 100_000;

  private final String id;
  private final Set<Integer> seen = new HashSet<>();
  private int highest = -1;
  private int duplicates;
  private int events;
  private int signedValues;
  private int offlineEvents;
  private boolean started;
  private boolean ended;
  private String chargingState = "";
  private String stoppedReason = "";
  private final Register imported = new Register();
  private final Register exported = new Register();
  private OptionalDouble powerWatts = OptionalDouble.empty();
  private OptionalDouble soc = OptionalDouble.empty();

  LedgerTransaction(String id) {
    this.id = id;
  }

  /**
   * Takes a TransactionEvent that passed the shape check.
   *
   * @return whether it was new; a repeated one changes nothing
   */
  boolean take(JsonNode event) {
    int seq = event.path("seqNo").asInt();
    if (seen.size() < EVENTS_MAX && !seen.add(seq)) {
      duplicates++;
      return false;
    }
    events++;
    highest = Math.max(highest, seq);
    String type = event.path("eventType").asText();
    started |= type.equals("Started");
    ended |= type.equals("Ended");
    if (event.path("offline").asBoolean()) {
      offlineEvents++;
    }
    JsonNode info = event.path("transactionInfo");
    chargingState = info.path("chargingState").asText(chargingState);
    stoppedReason = info.path("stoppedReason").asText(stoppedReason);
    for (JsonNode meterValue : event.path("meterValue")) {
      meterValue.path("sampledValue").forEach(this::sample);
    }
    return true;
  }

  private void sample(JsonNode sample) {
    if (sample.has("phase")) {
      return;
    }
    if (sample.has("signedMeterValue")) {
      signedValues++;
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

  private static double scaled(JsonNode sample) {
    JsonNode unit = sample.path("unitOfMeasure");
    double value = sample.path("value").asDouble() * Math.pow(10, unit.path("multiplier").asInt());
    return unit.path("unit").asText("Wh").startsWith("k") ? value * 1000 : value;
  }

  /** The station's identifier of it. */
  public String id() {
    return id;
  }

  /** Numbers that never came between the first and the highest one seen. */
  public int gaps() {
    return highest + 1 - seen.size();
  }

  public int duplicates() {
    return duplicates;
  }

  public int events() {
    return events;
  }

  public int signedValues() {
    return signedValues;
  }

  public int offlineEvents() {
    return offlineEvents;
  }

  public boolean started() {
    return started;
  }

  public boolean ended() {
    return ended;
  }

  /** OCPP's ChargingStateEnumType, empty until told. */
  public String chargingState() {
    return chargingState;
  }

  /** OCPP's ReasonEnumType, empty until told. */
  public String stoppedReason() {
    return stoppedReason;
  }

  /** Energy into the vehicle in Wh: the last register value less the first. */
  public double importedWh() {
    return imported.difference();
  }

  /** Energy out of the vehicle in Wh. */
  public double exportedWh() {
    return exported.difference();
  }

  /** Whether a register ever ran backwards. */
  public boolean registerRanBackwards() {
    return imported.backwards || exported.backwards;
  }

  /** Signed, positive towards the vehicle, in W. */
  public OptionalDouble powerWatts() {
    return powerWatts;
  }

  /** State of charge in percent. */
  public Optional<Double> soc() {
    return soc.isPresent() ? Optional.of(soc.getAsDouble()) : Optional.empty();
  }

  private static final class Register {
    private OptionalDouble first = OptionalDouble.empty();
    private double last;
    private boolean backwards;

    private void take(double value) {
      if (first.isEmpty()) {
        first = OptionalDouble.of(value);
      } else if (value < last) {
        backwards = true;
      }
      last = value;
    }

    private double difference() {
      return first.isEmpty() ? 0 : last - first.getAsDouble();
    }
  }
}
