package energy.ebbflow.simulator.csms;

import energy.ebbflow.simulator.csms.ledger.Ledger;
import energy.ebbflow.simulator.csms.ledger.LedgerTransaction;
import energy.ebbflow.simulator.csms.script.Trigger.Circumstances;
import energy.ebbflow.simulator.csms.script.Trigger.Condition;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What holds at the station, and since when. Mutable; owned by its desk. */
final class DeskFacts {
  /** Less than this is a meter's noise, no flow of energy. */
  static final double FLOW_WATTS_MIN = 50;

  private static final double NANOS_PER_SECOND = 1e9;

  private final Map<Condition, Long> since = new EnumMap<>(Condition.class);
  private final Map<String, String> connectors = new HashMap<>();

  void connectorStatus(String connector, String status) {
    connectors.put(connector, status);
  }

  /** Looks at the ledger and the link again. */
  void refresh(boolean connected, boolean accepted, boolean authorised, Ledger ledger, long now) {
    Optional<LedgerTransaction> open = ledger.open();
    Optional<LedgerTransaction> latest = ledger.latest();
    boolean charging = open.filter(t -> t.chargingState().equals("Charging")).isPresent();
    double watts = open.map(t -> t.powerWatts().orElse(FLOW_WATTS_MIN)).orElse(0.0);
    boolean plugged =
        connectors.containsValue("Occupied")
            || open.filter(t -> !t.chargingState().equals("Idle")).isPresent();
    mark(Condition.CONNECTED, connected, now);
    mark(Condition.BOOTED, connected && accepted, now);
    mark(Condition.PLUGGED, plugged, now);
    mark(Condition.AUTHORISED, authorised, now);
    mark(Condition.TRANSACTION_STARTED, open.isPresent(), now);
    mark(Condition.CHARGING, charging && watts >= FLOW_WATTS_MIN, now);
    mark(Condition.DISCHARGING, watts <= -FLOW_WATTS_MIN, now);
    mark(
        Condition.TRANSACTION_ENDED,
        open.isEmpty() && latest.filter(LedgerTransaction::ended).isPresent(),
        now);
  }

  private void mark(Condition condition, boolean holds, long now) {
    if (holds) {
      since.putIfAbsent(condition, now);
    } else {
      since.remove(condition);
    }
  }

  Circumstances circumstances(Ledger ledger, long lastStep, long now) {
    Map<Condition, Double> lasting = new HashMap<>();
    since.forEach((condition, start) -> lasting.put(condition, (now - start) / NANOS_PER_SECOND));
    Optional<LedgerTransaction> latest = ledger.latest();
    return new Circumstances(
        lasting,
        now / NANOS_PER_SECOND,
        (now - lastStep) / NANOS_PER_SECOND,
        latest.map(LedgerTransaction::importedWh).orElse(0.0),
        latest.map(LedgerTransaction::exportedWh).orElse(0.0));
  }
}
