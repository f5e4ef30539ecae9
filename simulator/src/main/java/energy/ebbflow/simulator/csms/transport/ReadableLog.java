package energy.ebbflow.simulator.csms.transport;

import energy.ebbflow.simulator.csms.Desk;
import energy.ebbflow.simulator.csms.DeskEffect;
import energy.ebbflow.simulator.csms.ledger.LedgerTransaction;
import java.io.PrintStream;
import java.util.Locale;

/** Writes what happens as lines for people. Called on the server's thread. */
final class ReadableLog implements CsmsListener {
  private static final int PAYLOAD_CHARACTERS_MAX = 160;

  private final PrintStream out;
  private final BenchClock clock;

  ReadableLog(PrintStream out, BenchClock clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public void heard(String station, DeskEffect effect) {
    switch (effect) {
      case DeskEffect.Seen seen ->
          line(
              station,
              (seen.toStation() ? "→ " : "← ")
                  + String.format(Locale.ROOT, "%-10s %-24s ", seen.type(), seen.action())
                  + shortened(seen.payload()));
      case DeskEffect.Note note ->
          line(station, (note.level() == DeskEffect.Level.WARNING ? "! " : "  ") + note.text());
      case DeskEffect.Connected connected ->
          line(station, "  connected, " + connected.dialect().subprotocol());
      case DeskEffect.Send _ -> {}
      case DeskEffect.Close _ -> {}
      case DeskEffect.Booked booked -> line(station, "  " + summary(booked.transaction()));
    }
  }

  @Override
  public void accounts(String station, Desk desk) {}

  void say(String text) {
    line("", text);
  }

  private static String summary(LedgerTransaction transaction) {
    return String.format(
        Locale.ROOT,
        "transaction %s: in %.1f Wh, out %.1f Wh, %d events, %s missing, %d repeated%s",
        transaction.id(),
        transaction.importedWh(),
        transaction.exportedWh(),
        transaction.events(),
        transaction.gaps().isPresent() ? transaction.gaps().getAsInt() : "?",
        transaction.duplicates(),
        transaction.ended() ? ", ended: " + transaction.stoppedReason() : "");
  }

  private static String shortened(String payload) {
    return payload.length() <= PAYLOAD_CHARACTERS_MAX
        ? payload
        : payload.substring(0, PAYLOAD_CHARACTERS_MAX) + "…";
  }

  private synchronized void line(String station, String text) {
    out.printf(Locale.ROOT, "%9.3f %-10s %s%n", clock.seconds(), station, text);
    out.flush();
  }
}
