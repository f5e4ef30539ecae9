package energy.ebbflow.ocpp.device;

import energy.ebbflow.ocpp.v2.devicemodel.Mutability;
import energy.ebbflow.ocpp.v2.devicemodel.SetVariableStatus;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * The variables of the station and their values. Written by the link's thread, read by any; the
 * owner persists what {@link #set} accepts.
 */
public final class DeviceModel {
  private final Map<Key, VariableSpec> specs = new TreeMap<>();
  private final Map<Key, Key> folded = new HashMap<>();
  private final Set<String> components = new HashSet<>();
  private final Map<Key, String> values = new ConcurrentHashMap<>();
  private BiConsumer<Key, String> listener = (key, value) -> {};

  /**
   * A model with its persisted values.
   *
   * @param kept values by {@link #storeName}; those of variables that no longer exist are ignored
   */
  public DeviceModel(Collection<VariableSpec> variables, Map<String, String> kept) {
    for (VariableSpec spec : variables) {
      specs.put(spec.key(), spec);
      folded.put(spec.key().folded(), spec.key());
      components.add(componentOf(spec.key().folded()));
      String value = kept.get(spec.key().path());
      if (value != null && spec.mutability() != Mutability.READ_ONLY && valid(spec, value)) {
        values.put(spec.key(), value);
      }
    }
  }

  private static String componentOf(Key key) {
    return key.component() + "/" + key.evse() + "/" + key.connector();
  }

  /** Who hears of every new value, on the thread that brings it. */
  public void listen(BiConsumer<Key, String> who) {
    listener = who;
  }

  /** Area of the store in which values are persisted. */
  public static String areaName() {
    return "variable";
  }

  /** Name under which a value is persisted. */
  public static String storeName(Key key) {
    return key.path();
  }

  public boolean knowsComponent(Key key) {
    return components.contains(componentOf(key.folded()));
  }

  public Optional<VariableSpec> find(Key key) {
    return Optional.ofNullable(folded.get(key.folded())).map(specs::get);
  }

  /** All variables in a stable order. */
  public List<VariableSpec> all() {
    return List.copyOf(specs.values());
  }

  /** The value of a variable that exists. */
  public String value(Key key) {
    VariableSpec spec = specs.get(key);
    if (spec == null) {
      throw new IllegalArgumentException("no such variable: " + key);
    }
    String value = values.get(key);
    return value == null ? spec.initial() : value;
  }

  /** A whole number; it was validated when it was set. */
  public int number(Key key) {
    return Integer.parseInt(value(key));
  }

  public boolean flag(Key key) {
    return Boolean.parseBoolean(value(key));
  }

  /** The members of a list. */
  public List<String> members(Key key) {
    String value = value(key);
    return value.isEmpty() ? List.of() : List.of(value.split(","));
  }

  /** The station itself has a new value for a variable that the back office only reads. */
  public void observe(Key key, String value) {
    if (specs.containsKey(key)) {
      values.put(key, value);
      listener.accept(key, value);
    }
  }

  /** Whether the back office may set a variable to this. */
  public boolean takes(VariableSpec spec, String value) {
    return spec.mutability() != Mutability.READ_ONLY && valid(spec, value);
  }

  /** The back office sets a variable. */
  public SetVariableStatus set(VariableSpec spec, String value) {
    if (!takes(spec, value)) {
      return SetVariableStatus.REJECTED;
    }
    values.put(spec.key(), value);
    listener.accept(spec.key(), value);
    return SetVariableStatus.ACCEPTED;
  }

  private static boolean valid(VariableSpec spec, String value) {
    return switch (spec.kind()) {
      case INTEGER -> integer(value) && inRange(spec, Double.parseDouble(value));
      case DECIMAL -> decimal(value) && inRange(spec, Double.parseDouble(value));
      case BOOLEAN -> value.equals("true") || value.equals("false");
      case STRING, DATE_TIME ->
          inRange(spec, value.length())
              && (!spec.key().equals(ClockVariables.TIME_ZONE)
                  || ZoneId.getAvailableZoneIds().contains(value));
      case OPTION_LIST -> spec.choices().contains(value);
      case MEMBER_LIST, SEQUENCE_LIST ->
          value.isEmpty() || spec.choices().containsAll(List.of(value.split(",", -1)));
    };
  }

  private static boolean integer(String value) {
    return value.matches("-?[0-9]{1,9}");
  }

  private static boolean decimal(String value) {
    return value.matches("-?[0-9]{1,12}(\\.[0-9]{1,12})?");
  }

  private static boolean inRange(VariableSpec spec, double number) {
    return !CoreVariables.tooOften(spec.key(), number)
        && number >= spec.min().orElse(Double.NEGATIVE_INFINITY)
        && number <= spec.max().orElse(Double.POSITIVE_INFINITY);
  }
}
