package energy.ebbflow.simulator.csms.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** One transaction as the back office has heard of it. Mutable; owned by the desk's thread. */
public final class LedgerTransaction {
  /** A transaction with more events than this is not remembered event by event. */
  static final int EVENTS_MAX = 100_000;

  private final String id;
  private final boolean numbered;
  private final Set<Integer> seen = new HashSet<>();
  private final Set<String> values = new HashSet<>();
  private final Registers registers = new Registers();
  private int highest = -1;
  private int duplicates;
  private int events;
  private int offlineEvents;
  private boolean started;
  private boolean ended;
  private String chargingState = "";
  private String stoppedReason = "";

  /**
   * A transaction of which nothing is known yet.
   *
   * @param numbered whether its events have numbers (2.x)
   */
  LedgerTransaction(String id, boolean numbered) {
    this.id = id;
    this.numbered = numbered;
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
    registers.take(event.path("meterValue"));
    return true;
  }

  /** Takes a StartTransaction of 1.6; a repeated one changes nothing. */
  void start(JsonNode request) {
    if (started) {
      duplicates++;
      return;
    }
    started = true;
    events++;
    registers.takeWhole(request.path("meterStart").asInt());
  }

  /** Takes a MeterValues of 1.6; the same once more changes nothing. */
  void values(JsonNode request) {
    JsonNode meterValues = request.path("meterValue");
    if (values.size() < EVENTS_MAX && !values.add(meterValues.toString())) {
      duplicates++;
      return;
    }
    events++;
    registers.take(meterValues);
  }

  /** Takes a StopTransaction of 1.6; a repeated one changes nothing. */
  void stop(JsonNode request) {
    if (ended) {
      duplicates++;
      return;
    }
    ended = true;
    events++;
    registers.take(request.path("transactionData"));
    registers.takeWhole(request.path("meterStop").asInt());
    // 1.6, 6.49: Local where it is absent.
    stoppedReason = request.path("reason").asText("Local");
  }

  /** Takes over what the connector's status says of it (1.6). */
  void chargingState(String state) {
    chargingState = state;
  }

  /** The identifier of it: the station's own in 2.x, the back office's number in 1.6. */
  public String id() {
    return id;
  }

  /** Numbers that never came up to the highest one seen; empty in 1.6, where there are none. */
  public OptionalInt gaps() {
    return numbered ? OptionalInt.of(highest + 1 - seen.size()) : OptionalInt.empty();
  }

  public int duplicates() {
    return duplicates;
  }

  public int events() {
    return events;
  }

  public int signedValues() {
    return registers.signedValues();
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
    return registers.importedWh();
  }

  /** Energy out of the vehicle in Wh. */
  public double exportedWh() {
    return registers.exportedWh();
  }

  /** Whether a register ever ran backwards. */
  public boolean registerRanBackwards() {
    return registers.ranBackwards();
  }

  /** Signed, positive towards the vehicle, in W. */
  public OptionalDouble powerWatts() {
    return registers.powerWatts();
  }

  /** State of charge in percent. */
  public Optional<Double> soc() {
    OptionalDouble soc = registers.soc();
    return soc.isPresent() ? Optional.of(soc.getAsDouble()) : Optional.empty();
  }
}
