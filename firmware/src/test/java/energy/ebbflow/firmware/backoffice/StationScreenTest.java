package energy.ebbflow.firmware.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.events.EventDisplay;
import energy.ebbflow.firmware.events.EventLines;
import energy.ebbflow.ocpp.display.Screen;
import energy.ebbflow.ocpp.v2.authorization.MessageFormat;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From the link's lines to the screen of the bench. */
class StationScreenTest {
  @Test
  void whatIsShownIsALineOfTheEvents() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EventLines events =
        new EventLines(
            Optional.of(new PrintStream(out, true, StandardCharsets.UTF_8)),
            () -> 1_500_000_000L)) {
      Screen screen = new StationScreen(new EventDisplay(events), List.of("de", "en"));
      assertEquals(List.of("de", "en"), screen.ability().languages());
      screen.show(
          List.of(
              new Screen.Line(0, MessageFormat.UTF8, "Grüße \"an alle\""),
              new Screen.Line(2, MessageFormat.QRCODE, "https://pay/2")));
    }
    assertEquals(
        "{\"t\":1.5,\"who\":\"evse\",\"kind\":\"display\",\"lines\":["
            + "{\"evse\":0,\"form\":\"text\",\"text\":\"Grüße \\\"an alle\\\"\"},"
            + "{\"evse\":2,\"form\":\"qr_code\",\"text\":\"https://pay/2\"}]}",
        out.toString(StandardCharsets.UTF_8).strip());
  }

  @Test
  void withoutLanguagesItIsEnglish() {
    try (EventLines events = new EventLines(Optional.empty(), () -> 0)) {
      Screen.Ability ability = new StationScreen(new EventDisplay(events), List.of()).ability();
      assertEquals(List.of("en"), ability.languages());
      assertTrue(ability.formats().contains(MessageFormat.QRCODE));
    }
  }
}
