package energy.ebbflow.firmware.backoffice;

import energy.ebbflow.hal.display.Display;
import energy.ebbflow.ocpp.display.Screen;
import energy.ebbflow.ocpp.v2.authorization.MessageFormat;
import java.util.List;

/** The station's display as the back office's link knows it. */
public final class StationScreen implements Screen {
  private static final List<MessageFormat> FORMATS =
      List.of(MessageFormat.ASCII, MessageFormat.UTF8, MessageFormat.URI, MessageFormat.QRCODE);

  private final Display display;
  private final Ability ability;

  /**
   * Makes it.
   *
   * @param languages RFC 5646; empty: English
   */
  public StationScreen(Display display, List<String> languages) {
    this.display = display;
    this.ability = new Ability(FORMATS, languages.isEmpty() ? List.of("en") : languages);
  }

  @Override
  public Ability ability() {
    return ability;
  }

  @Override
  public void show(List<Line> lines) {
    display.show(
        lines.stream()
            .map(line -> new Display.Line(line.evse(), kind(line.format()), line.text()))
            .toList());
  }

  private static Display.Kind kind(MessageFormat format) {
    return switch (format) {
      case ASCII, UTF8, HTML -> Display.Kind.TEXT;
      case URI -> Display.Kind.ADDRESS;
      case QRCODE -> Display.Kind.QR_CODE;
    };
  }
}
