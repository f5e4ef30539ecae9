package energy.ebbflow.ocpp.display;

import energy.ebbflow.ocpp.v2.authorization.MessageFormat;
import java.util.List;

/** A screen of the station. Called on the link's thread; nothing here blocks. */
public interface Screen {
  /**
   * What it can show.
   *
   * @param formats at least one
   * @param languages RFC 5646, at least one; the first is the station's own
   */
  record Ability(List<MessageFormat> formats, List<String> languages) {
    public Ability {
      formats = List.copyOf(formats);
      languages = List.copyOf(languages);
      if (formats.isEmpty() || languages.isEmpty()) {
        throw new IllegalArgumentException("a screen has a format and a language at least");
      }
    }
  }

  /**
   * A line of it.
   *
   * @param evse the outlet that it concerns; 0: all
   * @param format of {@code text}; of QRCODE it is what the code says
   */
  record Line(int evse, MessageFormat format, String text) {}

  Ability ability();

  /** Shows these lines and no others, the foremost first. */
  void show(List<Line> lines);
}
