package energy.ebbflow.ocpp.dialect.v2;

import energy.ebbflow.ocpp.device.Key;
import energy.ebbflow.ocpp.v2.devicemodel.ComponentVariable;
import energy.ebbflow.ocpp.v2.type.Component;
import energy.ebbflow.ocpp.v2.type.Evse;
import energy.ebbflow.ocpp.v2.type.Variable;
import java.util.List;
import java.util.Optional;

/** Components and variables of the wire, and the keys of the device model. */
final class Keys {
  private Keys() {}

  static Key of(Component component, Variable variable) {
    return new Key(
        component.name(),
        component.evse().map(Evse::id).orElse(0),
        component.evse().flatMap(Evse::connectorId).orElse(0),
        variable.name(),
        variable.instance());
  }

  static Component component(Key key) {
    Optional<Evse> evse =
        key.evse() == 0
            ? Optional.empty()
            : Optional.of(
                new Evse(
                    key.evse(),
                    key.connector() == 0 ? Optional.empty() : Optional.of(key.connector())));
    return new Component(evse, key.component(), Optional.empty());
  }

  /** Whether a key is among those that are named; nobody named means all. */
  static boolean named(Key key, List<ComponentVariable> names) {
    return names.isEmpty() || names.stream().anyMatch(n -> named(key, n));
  }

  private static boolean named(Key key, ComponentVariable name) {
    Component component = name.component();
    boolean same =
        component.instance().isEmpty()
            && key.component().equalsIgnoreCase(component.name())
            && component.evse().map(e -> e.id() == key.evse()).orElse(true)
            && component
                .evse()
                .flatMap(Evse::connectorId)
                .map(c -> c == key.connector())
                .orElse(true);
    return same
        && name.variable()
            .map(
                v ->
                    key.variable().equalsIgnoreCase(v.name())
                        && (v.instance().isEmpty() || v.instance().equals(key.instance())))
            .orElse(true);
  }
}
