package energy.ebbflow.ocpp.device;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Names one variable of one component. Names compare without case (OCPP 2.1 part 2, section 1.4).
 *
 * @param evse 0 where the component belongs to the station
 * @param connector 0 where the component is no connector
 * @param instance of the variable, e.g. {@code Default} of MessageTimeout
 */
public record Key(
    String component, int evse, int connector, String variable, Optional<String> instance)
    implements Comparable<Key> {
  private static final Comparator<Key> ORDER =
      Comparator.comparingInt(Key::evse)
          .thenComparingInt(Key::connector)
          .thenComparing(Key::component)
          .thenComparing(Key::variable)
          .thenComparing(k -> k.instance().orElse(""));

  /** A variable of the station. */
  public static Key of(String component, String variable) {
    return new Key(component, 0, 0, variable, Optional.empty());
  }

  public static Key of(String component, String variable, String instance) {
    return new Key(component, 0, 0, variable, Optional.of(instance));
  }

  /** The same without case, for look-ups. */
  public Key folded() {
    return new Key(fold(component), evse, connector, fold(variable), instance.map(Key::fold));
  }

  /** Name in the store. */
  String path() {
    return component
        + "/"
        + evse
        + "/"
        + connector
        + "/"
        + variable
        + instance.map(i -> "/" + i).orElse("");
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public int compareTo(Key other) {
    return ORDER.compare(this, other);
  }
}
