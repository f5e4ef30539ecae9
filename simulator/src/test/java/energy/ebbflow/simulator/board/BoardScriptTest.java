package energy.ebbflow.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.simulator.physics.ContactorFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardScriptTest {
  @Test
  void readsStepsInTheOrderOfTheirTime() {
    BoardScript script = BoardScript.parse("9 isolation 40; 2.5 contactor-welded ;");
    assertEquals(2, script.steps().size());
    assertEquals(
        new BoardScript.Step(2.5, new BoardEvent.Contactors(ContactorFault.WELDED)),
        script.steps().getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x grid on",
        "1 grid",
        "1 grid maybe",
        "1 explode",
        "-1 grid on",
        "1 isolation -3",
        "1 card xyz",
        "1 contactor-welded now",
        "1",
        "1 grid on off"
      })
  void refusesOthersWithOneLine(String text) {
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> BoardScript.parse(text))
                .getMessage());
    assertTrue(message.contains("expects"), message);
    assertEquals(1, message.lines().count());
  }
}
