package energy.ebbflow.firmware.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.ocpp.domain.Mrec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The fault tables of the documentation are made from the code. */
class FaultPageTest {
  private static final Path PAGE = Path.of("..", "docs", "faults.md");
  private static final Path MADE = Path.of("target", "faults-tables.md");
  private static final SupervisorConfig DC = SupervisorConfig.of(true, 500, 60, 80);
  private static final SupervisorConfig AC = SupervisorConfig.of(false, 230, 32, 80);

  @Test
  void thePageSaysWhatTheCodeDoes() throws IOException {
    String tables = String.join("\n", tables());
    Files.writeString(MADE, tables + "\n");
    assertTrue(
        Files.readString(PAGE).contains(tables),
        () -> PAGE + " is out of date: its tables are expected to be those of firmware/" + MADE);
  }

  /** A code that is no MREC name carries our own prefix, so that nobody takes it for one. */
  @Test
  void everyCodeIsOnTheListOrOurOwn() {
    for (StationFault fault : StationFault.values()) {
      assertEquals(fault.mrec(), Mrec.named(fault.code()), fault::name);
      assertTrue(fault.mrec().isPresent() || fault.code().startsWith("ebbflow."), fault::name);
      assertTrue(fault.happened().endsWith(".") && fault.advice().endsWith("."), fault::name);
    }
  }

  @Test
  void theListHasItsTwentySixCodes() {
    assertEquals(26, Mrec.values().length);
    Set<String> codes = Arrays.stream(Mrec.values()).map(Mrec::code).collect(Collectors.toSet());
    assertEquals(26, codes.size());
    assertEquals("CX001", Mrec.CONNECTOR_LOCK_FAILURE.code());
    assertEquals("CX017", Mrec.EVSE_CONTACTOR_FAULT.code());
    assertEquals("CX026", Mrec.CUT_CABLE.code());
    assertEquals(26, new HashSet<>(Arrays.stream(Mrec.values()).map(Mrec::word).toList()).size());
  }

  private static List<String> tables() {
    List<String> out = new ArrayList<>();
    out.add("| fault | code | after | reaction | goes away | ends a transaction as | OCPP 1.6 |");
    out.add("|---|---|---|---|---|---|---|");
    for (StationFault fault : StationFault.values()) {
      out.add(
          String.join(
              " | ",
              "| " + name(fault),
              code(fault),
              after(fault),
              reaction(fault.reaction()),
              recovery(fault.recovery()),
              fault.reaction().atLeast(Reaction.STOP) ? "`" + fault.stopReason() + "`" : "",
              "`" + fault.mrec().map(Mrec::ocpp16).orElse(own16(fault)) + "` |"));
    }
    out.add("");
    out.add("| fault | what happened | what to do |");
    out.add("|---|---|---|");
    for (StationFault fault : StationFault.values()) {
      out.add("| " + name(fault) + " | " + fault.happened() + " | " + fault.advice() + " |");
    }
    return out;
  }

  private static String name(StationFault fault) {
    return fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String code(StationFault fault) {
    return "`"
        + fault.code()
        + "`"
        + fault.mrec().map(mrec -> " (`" + mrec.code() + "`)").orElse("");
  }

  /** OCPP 1.6 error code of what is not on the list; the dialect's own test holds it to it. */
  private static String own16(StationFault fault) {
    return switch (fault.code()) {
      case "ebbflow.MeterImplausible" -> "PowerMeterFailure";
      case "ebbflow.QueueOverflow", "ebbflow.StorageFailed", "ebbflow.SafetyControllerLost" ->
          "InternalError";
      default -> Mrec.OTHER_ERROR;
    };
  }

  private static String after(StationFault fault) {
    String direct = seconds(Checks.patienceNanos(fault, DC));
    String alternating = seconds(Checks.patienceNanos(fault, AC));
    return direct.equals(alternating) ? direct : "DC " + direct + ", AC " + alternating;
  }

  private static String seconds(long nanos) {
    if (nanos == 0) {
      return "at once";
    }
    return nanos < 1_000_000_000L
        ? nanos / 1_000_000 + " ms"
        : String.format(Locale.ROOT, "%.0f s", nanos / 1e9);
  }

  private static String reaction(Reaction reaction) {
    return switch (reaction) {
      case WARN -> "told";
      case HOLD -> "no power, contactors stay";
      case STOP -> "the session is ended in order";
      case OPEN_NOW -> "contactors open in the same pass";
    };
  }

  private static String recovery(Recovery recovery) {
    return switch (recovery) {
      case WHEN_GONE -> "5 s after its cause";
      case UNPLUG -> "unplugged, cause gone";
      case RESTART -> "restart";
    };
  }
}
