package energy.ebbflow.simulator.csms.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import energy.ebbflow.simulator.csms.Desk;
import energy.ebbflow.simulator.csms.DeskEffect;
import energy.ebbflow.simulator.csms.ledger.LedgerTransaction;
import java.io.PrintStream;

/** Writes what happens as one JSON object a line, for the bench. Called on the server's thread. */
final class EventLines implements CsmsListener {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final double MILLIS = 1000;

  private final PrintStream out;
  private final BenchClock clock;

  EventLines(PrintStream out, BenchClock clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public void heard(String station, DeskEffect effect) {
    switch (effect) {
      case DeskEffect.Seen seen -> {
        ObjectNode line = line("ocpp").put("station", station);
        line.put("direction", seen.toStation() ? "csms>cs" : "cs>csms");
        line.put("type", seen.type()).put("id", seen.id()).put("action", seen.action());
        line.putRawValue("payload", new RawValue(seen.payload()));
        write(line);
      }
      case DeskEffect.Note note -> {
        ObjectNode line = line("log").put("level", note.level().name().toLowerCase());
        write(line.put("station", station).put("text", note.text()));
      }
      case DeskEffect.Connected connected ->
          write(line("link").put("station", station).put("dialect", connected.dialect().version()));
      case DeskEffect.Send _ -> {}
      case DeskEffect.Close _ -> {}
      case DeskEffect.Booked _ -> {}
    }
  }

  @Override
  public void accounts(String station, Desk desk) {
    write(line("ledger").put("station", station).setAll(accounts(desk)));
  }

  void listening(int port) {
    write(line("state").put("name", "listening").put("port", port));
  }

  void end() {
    write(line("end"));
  }

  private static ObjectNode accounts(Desk desk) {
    ObjectNode accounts = JSON.createObjectNode();
    accounts.put("rejected", desk.rejected()).put("stepsTaken", desk.stepsTaken());
    ArrayNode list = accounts.putArray("transactions");
    for (LedgerTransaction transaction : desk.ledger().transactions()) {
      ObjectNode one = list.addObject().put("id", transaction.id());
      one.put("started", transaction.started()).put("ended", transaction.ended());
      one.put("events", transaction.events());
      transaction.gaps().ifPresent(gaps -> one.put("gaps", gaps));
      one.put("duplicates", transaction.duplicates());
      one.put("offlineEvents", transaction.offlineEvents());
      one.put("signedValues", transaction.signedValues());
      one.put("importedWh", transaction.importedWh());
      one.put("exportedWh", transaction.exportedWh());
      one.put("registerRanBackwards", transaction.registerRanBackwards());
      one.put("chargingState", transaction.chargingState());
      one.put("stoppedReason", transaction.stoppedReason());
    }
    return accounts;
  }

  private ObjectNode line(String kind) {
    double t = Math.round(clock.seconds() * MILLIS) / MILLIS;
    return JSON.createObjectNode().put("t", t).put("who", "csms").put("kind", kind);
  }

  private synchronized void write(JsonNode line) {
    out.println(line);
    out.flush();
  }
}
