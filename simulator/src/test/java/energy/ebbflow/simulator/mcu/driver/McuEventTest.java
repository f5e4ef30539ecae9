package energy.ebbflow.simulator.mcu.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.simulator.board.BoardEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The words that people and scripts use. */
class McuEventTest {
  @Test
  void aScriptIsReadInTheOrderOfItsTimes() {
    McuScript script = McuScript.parse("20 plug; 12.5 unplug ; 30 emergency-stop on");
    assertEquals(
        List.of(
            new McuScript.Step(12.5, new McuEvent.Line(false)),
            new McuScript.Step(20, new McuEvent.Line(true)),
            new McuScript.Step(30, new McuEvent.Board(new BoardEvent.EmergencyStop(true)))),
        script.steps());
  }

  @Test
  void whatIsNotUnderstoodIsSaidInOneLine() {
    for (String wrong : List.of("soon plug", "1", "1 hang", "1 noise 101", "1 fly", "1 plug now")) {
      String text =
          String.valueOf(
              assertThrows(IllegalArgumentException.class, () -> McuScript.parse(wrong), wrong)
                  .getMessage());
      assertTrue(text.contains("expects") && text.lines().count() == 1, text);
    }
  }
}
