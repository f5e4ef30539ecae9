package energy.ebbflow.ocpp.device;

import energy.ebbflow.ocpp.v2.devicemodel.DataKind;
import energy.ebbflow.ocpp.v2.devicemodel.Mutability;
import java.util.List;
import java.util.Optional;

/**
 * What a variable is.
 *
 * @param initial value until somebody sets it
 * @param unit of a number, as OCPP spells it
 * @param min least number or shortest text
 * @param max largest number or longest text
 * @param choices permitted values of lists
 * @param v21Only absent in reports of OCPP 2.0.1
 */
public record VariableSpec(
    Key key,
    DataKind kind,
    Mutability mutability,
    String initial,
    Optional<String> unit,
    Optional<Double> min,
    Optional<Double> max,
    List<String> choices,
    boolean v21Only) {
  public VariableSpec {
    choices = List.copyOf(choices);
  }

  static VariableSpec fixed(Key key, DataKind kind, String value) {
    return new VariableSpec(
        key,
        kind,
        Mutability.READ_ONLY,
        value,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        false);
  }

  static VariableSpec number(Key key, String unit, int initial, int min, int max) {
    return new VariableSpec(
        key,
        DataKind.INTEGER,
        Mutability.READ_WRITE,
        Integer.toString(initial),
        unit.isEmpty() ? Optional.empty() : Optional.of(unit),
        Optional.of((double) min),
        Optional.of((double) max),
        List.of(),
        false);
  }

  static VariableSpec flag(Key key, boolean initial) {
    return new VariableSpec(
        key,
        DataKind.BOOLEAN,
        Mutability.READ_WRITE,
        Boolean.toString(initial),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        false);
  }

  static VariableSpec members(Key key, String initial, List<String> choices) {
    return new VariableSpec(
        key,
        DataKind.MEMBER_LIST,
        Mutability.READ_WRITE,
        initial,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        choices,
        false);
  }

  VariableSpec withUnit(String newUnit, Optional<Double> newMax) {
    return new VariableSpec(
        key,
        kind,
        mutability,
        initial,
        newUnit.isEmpty() ? Optional.empty() : Optional.of(newUnit),
        min,
        newMax,
        choices,
        v21Only);
  }

  VariableSpec onlyV21() {
    return new VariableSpec(key, kind, mutability, initial, unit, min, max, choices, true);
  }

  VariableSpec withChoices(List<String> newChoices) {
    return new VariableSpec(key, kind, mutability, initial, unit, min, max, newChoices, v21Only);
  }
}
