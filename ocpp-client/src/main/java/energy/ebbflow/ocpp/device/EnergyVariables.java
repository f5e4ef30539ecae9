package energy.ebbflow.ocpp.device;

import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.profile.ProfileLimits;
import energy.ebbflow.ocpp.v2.devicemodel.DataKind;
import energy.ebbflow.ocpp.v2.devicemodel.Mutability;
import energy.ebbflow.ocpp.v2.type.OperationMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Variables of smart and bidirectional charging (blocks K and Q). */
public final class EnergyVariables {
  /** Our own: the highest power that a threshold can be about. */
  private static final double WATTS_MAX = 100_000_000;

  /** Our own: profiles of the station have negative identifiers. */
  private static final int OWN_ID_MAX = -1;

  private static final String SMART = "SmartChargingCtrlr";
  private static final String V2X = "V2XChargingCtrlr";
  private static final String FEATURE = "SupportsFeature";
  private static final String BALANCING = "LocalLoadBalancing";

  /** Value of {@link #SETPOINT_PRIORITY}: the back office's set-points go first. */
  public static final String CSMS = "CSMS";

  public static final Key EXTERNAL_SIGNALS = Key.of(SMART, "ExternalControlSignalsEnabled");
  public static final Key EXTERNAL_PROFILE_DISALLOWED =
      Key.of(SMART, "ExternalConstraintsProfileDisallowed");
  public static final Key NOTIFY_WITH_SCHEDULES = Key.of(SMART, "NotifyChargingLimitWithSchedules");
  public static final Key LIMIT_SIGNIFICANCE = Key.of(SMART, "LimitChangeSignificance");
  public static final Key SETPOINT_PRIORITY = Key.of(SMART, "SetpointPriority");
  public static final Key EXTERNAL_ID_MAX = Key.of(SMART, "MaxExternalConstraintsId");

  private EnergyVariables() {}

  /** Whether an EVSE may operate in both directions. */
  public static Key v2xEnabled(int evse) {
    return at(evse, "Enabled", Optional.empty());
  }

  /** A smaller change of the frequency changes no set-point, in mHz. */
  public static Key frequencyThreshold(int evse) {
    return at(evse, "LocalFrequencyUpdateThreshold", Optional.empty());
  }

  /** {@code UpperThreshold}, {@code LowerThreshold}, {@code UpperOffset}, {@code LowerOffset}. */
  public static Key balancing(int evse, String instance) {
    return at(evse, BALANCING, Optional.of(instance));
  }

  private static Key at(int evse, String variable, Optional<String> instance) {
    return new Key(V2X, evse, 0, variable, instance);
  }

  static void add(List<VariableSpec> all, OcppConfig config) {
    all.add(VariableSpec.fixed(Key.of(SMART, "Available"), DataKind.BOOLEAN, "true"));
    all.add(VariableSpec.flag(EXTERNAL_SIGNALS, true));
    all.add(VariableSpec.flag(EXTERNAL_PROFILE_DISALLOWED, false).onlyV21());
    all.add(VariableSpec.flag(NOTIFY_WITH_SCHEDULES, true));
    all.add(decimal(LIMIT_SIGNIFICANCE, "Percent", "5", 0, 100));
    all.add(
        new VariableSpec(
            SETPOINT_PRIORITY,
            DataKind.OPTION_LIST,
            Mutability.READ_WRITE,
            "ExternalSystem",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of("ExternalSystem", CSMS),
            true));
    all.add(
        VariableSpec.fixed(EXTERNAL_ID_MAX, DataKind.INTEGER, Integer.toString(OWN_ID_MAX))
            .onlyV21());
    all.add(
        VariableSpec.fixed(
                Key.of(SMART, "SupportedAdditionalPurposes"),
                DataKind.MEMBER_LIST,
                "PriorityCharging,LocalGeneration")
            .onlyV21());
    for (String feature :
        List.of(
            "DynamicProfiles",
            "MaxOfflineDuration",
            "UseLocalTime",
            "RandomizedDelay",
            "LimitAtSoC",
            "EvseSleep")) {
      all.add(
          VariableSpec.fixed(Key.of(SMART, FEATURE, feature), DataKind.BOOLEAN, "true").onlyV21());
    }
    for (int evse = 1; evse <= config.outlets().size(); evse++) {
      outlet(all, evse, config.outlets().get(evse - 1));
    }
  }

  private static void outlet(List<VariableSpec> all, int evse, Outlet outlet) {
    all.add(VariableSpec.flag(v2xEnabled(evse), true).onlyV21());
    Set<OperationMode> modes = modes(outlet);
    all.add(
        VariableSpec.fixed(
                at(evse, "SupportedOperationModes", Optional.empty()),
                DataKind.MEMBER_LIST,
                modes.stream().map(OperationMode::wire).collect(Collectors.joining(",")))
            .onlyV21());
    if (modes.contains(OperationMode.LOCAL_FREQUENCY)) {
      all.add(VariableSpec.number(frequencyThreshold(evse), "mHz", 1, 1, 1_000).onlyV21());
    }
    if (modes.contains(OperationMode.LOCAL_LOAD_BALANCING)) {
      // Q09.FR.02: without thresholds of the site nothing is balanced.
      for (String instance :
          List.of("UpperThreshold", "LowerThreshold", "UpperOffset", "LowerOffset")) {
        all.add(decimal(balancing(evse, instance), "W", "0", -WATTS_MAX, WATTS_MAX).onlyV21());
      }
    }
  }

  private static VariableSpec decimal(
      Key key, String unit, String initial, double min, double max) {
    return new VariableSpec(
        key,
        DataKind.DECIMAL,
        Mutability.READ_WRITE,
        initial,
        Optional.of(unit),
        Optional.of(min),
        Optional.of(max),
        List.of(),
        false);
  }

  /** The modes that an outlet can be in. */
  private static Set<OperationMode> modes(Outlet outlet) {
    Set<OperationMode> modes =
        EnumSet.of(
            OperationMode.IDLE,
            OperationMode.CHARGING_ONLY,
            OperationMode.CENTRAL_SETPOINT,
            OperationMode.EXTERNAL_SETPOINT,
            OperationMode.EXTERNAL_LIMITS,
            OperationMode.CENTRAL_FREQUENCY);
    if (outlet.tellsFrequency()) {
      modes.add(OperationMode.LOCAL_FREQUENCY);
    }
    if (outlet.seesSite()) {
      modes.add(OperationMode.LOCAL_LOAD_BALANCING);
    }
    return modes;
  }

  /** What the outlets can now: it depends on what the back office has set. */
  static List<ProfileLimits.Ability> abilities(OcppConfig config, DeviceModel device) {
    List<ProfileLimits.Ability> abilities = new ArrayList<>();
    for (int evse = 1; evse <= config.outlets().size(); evse++) {
      Outlet outlet = config.outlets().get(evse - 1);
      boolean balances =
          outlet.seesSite()
              && watts(device, evse, "UpperThreshold") > watts(device, evse, "LowerThreshold");
      abilities.add(new ProfileLimits.Ability(outlet.directCurrent(), modes(outlet), balances));
    }
    return abilities;
  }

  /** A threshold or an offset of load balancing in W. */
  public static double watts(DeviceModel device, int evse, String instance) {
    return Double.parseDouble(device.value(balancing(evse, instance)));
  }

  static int ownIdMax(DeviceModel device) {
    return device.number(EXTERNAL_ID_MAX);
  }
}
