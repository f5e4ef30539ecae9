package energy.ebbflow.simulator.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.simulator.bench.SampleRun;
import energy.ebbflow.simulator.facts.RunFacts;
import energy.ebbflow.simulator.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final class Glass implements Screen {
    private final boolean live;
    private final List<String> lines = new ArrayList<>();
    private final List<String> moving = new ArrayList<>();

    private Glass(boolean live) {
      this.live = live;
    }

    @Override
    public void entry(Entry entry) {
      lines.add(entry.line(Ink.PLAIN));
    }

    @Override
    public void progress(String text) {
      moving.add(text);
    }

    @Override
    public int width() {
      return 80;
    }

    @Override
    public boolean live() {
      return live;
    }

    private long count(String word) {
      return lines.stream().filter(line -> line.contains(word)).count();
    }
  }

  private static Glass show(boolean live) {
    Glass glass = new Glass(live);
    RunFacts facts = new RunFacts();
    Timeline timeline = new Timeline(glass, Ink.PLAIN, facts);
    for (TraceEvent event : SampleRun.events()) {
      facts.take(event);
      timeline.take(event);
    }
    timeline.finish();
    return glass;
  }

  @Test
  void theChargeLoopIsTwoLinesHoweverLongItRuns() {
    Glass glass = show(false);
    assertEquals(
        2, glass.count("DC_ChargeLoopReq → DC_ChargeLoopRes"), String.join("\n", glass.lines));
    assertTrue(glass.count("… the same") >= 3, String.join("\n", glass.lines));
  }

  /** The screen of the bench: what a station would show to people. */
  @Test
  void whatTheStationShowsIsShown() {
    Glass glass = new Glass(false);
    RunFacts facts = new RunFacts();
    TraceEvent event =
        TraceEvent.parse(
                "{\"t\":1.5,\"who\":\"evse\",\"kind\":\"display\",\"lines\":["
                    + "{\"evse\":0,\"form\":\"text\",\"text\":\"25 ct\"},"
                    + "{\"evse\":2,\"form\":\"qr_code\",\"text\":\"https://pay/2\"}]}")
            .orElseThrow();
    facts.take(event);
    new Timeline(glass, Ink.PLAIN, facts).take(event);
    assertEquals(2, glass.lines.size(), String.join("\n", glass.lines));
    assertTrue(glass.lines.getFirst().contains("display  25 ct"), glass.lines.getFirst());
    assertTrue(
        glass.lines.getLast().contains("display  outlet 2  [qr_code] https://pay/2"),
        glass.lines.getLast());
  }

  @Test
  void aWholeRunFitsOnAFewScreens() {
    assertTrue(show(false).lines.size() < 80, "too many lines");
  }

  @Test
  void onATerminalTheFlowMovesAndFitsTheWidth() {
    Glass glass = show(true);
    assertTrue(glass.moving.size() > 50, "the line hardly moved");
    for (String line : glass.moving) {
      assertTrue(Ink.width(line) <= 80, line);
    }
    assertTrue(glass.moving.stream().anyMatch(line -> line.contains("-8.00 kW")));
  }

  @Test
  void elsewhereTheFlowIsALineEveryFewSeconds() {
    Glass glass = show(false);
    assertEquals(0, glass.moving.size());
    assertTrue(
        glass.count(" kW ") >= 4 && glass.count(" kW ") <= 10, String.join("\n", glass.lines));
  }

  @Test
  void ordersOfTheBackOfficeAreReadable() {
    Glass glass = show(false);
    assertEquals(1, glass.count("csms → evse  SetChargingProfile  TxProfile · set-point -8000 W"));
    assertEquals(1, glass.count("evse → csms  TransactionEvent  Ended · RemoteStop"));
    assertEquals(1, glass.count("pilot  A → B  +9.0 V / -12.0 V  PWM 5.0 %"));
  }

  @Test
  void aRequestWithoutAResponseIsSaid() {
    Exchanges exchanges = new Exchanges();
    String line =
        "{\"t\":1,\"who\":\"evse\",\"kind\":\"message\",\"direction\":\"ev>evse\",\"name\":\"%s\"}";
    assertEquals(List.of(), exchanges.take(TraceEvent.parse(line.formatted("AReq")).orElseThrow()));
    assertEquals(
        List.of("AReq  no response"),
        exchanges.take(TraceEvent.parse(line.formatted("BReq")).orElseThrow()));
  }

  @Test
  void coloursCountForNothingInTheWidth() {
    String painted = Ink.COLOURED.paint(Ink.Tone.GOOD, "charging");
    assertEquals(8, Ink.width(painted));
    assertEquals(5, Ink.width(Ink.cut(painted, 5)));
    assertTrue(Ink.cut(painted, 5).endsWith("\u001b[0m"));
    assertEquals("charging", Ink.PLAIN.paint(Ink.Tone.GOOD, "charging"));
  }
}
