package energy.ebbflow.ocpp.device;

import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.der.DerSupport;
import energy.ebbflow.ocpp.v2.devicemodel.DataKind;
import energy.ebbflow.ocpp.v2.needs.DerControl;
import java.util.List;
import java.util.Optional;

/**
 * Variables of DER control (block R): DCDERCtrlr where the station is the inverter, ACDERCtrlr
 * where the vehicle is. An outlet that supports no mode has neither.
 */
final class DerVariables {
  private DerVariables() {}

  static void add(List<VariableSpec> all, int evse, Outlet outlet, String firmwareVersion) {
    DerSupport der = outlet.der();
    if (der.modes().isEmpty()) {
      return;
    }
    String component = outlet.directCurrent() ? "DCDERCtrlr" : "ACDERCtrlr";
    List<String> modes = der.modes().stream().sorted().map(DerControl::wire).toList();
    all.add(
        fixed(component, evse, "ModesSupported", DataKind.MEMBER_LIST, String.join(",", modes))
            .withChoices(modes));
    if (!outlet.directCurrent()) {
      return;
    }
    all.add(fixed(component, evse, "Enabled", DataKind.BOOLEAN, "true"));
    // No reactive power is regulated: the power factor is 1, and apparent power is active power.
    for (String name : List.of("MaxW", "OverExcitedW", "UnderExcitedW")) {
      all.add(decimal(component, evse, name, "W", der.maxWatts()));
    }
    for (String name : List.of("OverExcitedPF", "UnderExcitedPF")) {
      all.add(decimal(component, evse, name, "", 1));
    }
    all.add(decimal(component, evse, "MaxVA", "VA", der.maxWatts()));
    all.add(decimal(component, evse, "MaxVar", "Var", 0));
    all.add(decimal(component, evse, "MaxVarNeg", "Var", 0));
    all.add(decimal(component, evse, "MaxChargeRateW", "W", der.chargeWatts()));
    all.add(decimal(component, evse, "MaxChargeRateVA", "VA", der.chargeWatts()));
    all.add(decimal(component, evse, "VNom", "V", der.nominalVolts()));
    all.add(decimal(component, evse, "ReactiveSusceptance", "s", 0));
    all.add(fixed(component, evse, "InverterManufacturer", DataKind.STRING, der.manufacturer()));
    all.add(fixed(component, evse, "InverterModel", DataKind.STRING, der.model()));
    // The modules obey: what holds them to the rules is this firmware.
    all.add(fixed(component, evse, "InverterSwVersion", DataKind.STRING, firmwareVersion));
    all.add(fixed(component, evse, "InverterHwVersion", DataKind.STRING, "unknown"));
  }

  private static VariableSpec decimal(
      String component, int evse, String name, String unit, double value) {
    return fixed(component, evse, name, DataKind.DECIMAL, Long.toString(Math.round(value)))
        .withUnit(unit, Optional.empty());
  }

  private static VariableSpec fixed(
      String component, int evse, String name, DataKind kind, String value) {
    return VariableSpec.fixed(new Key(component, evse, 0, name, Optional.empty()), kind, value)
        .onlyV21();
  }
}
