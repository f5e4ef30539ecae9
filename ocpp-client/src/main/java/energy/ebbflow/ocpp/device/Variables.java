package energy.ebbflow.ocpp.device;

import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.profile.ProfileLimits;
import energy.ebbflow.ocpp.v2.devicemodel.DataKind;
import energy.ebbflow.ocpp.v2.devicemodel.Mutability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The variables this station has; each one steers or shows something real. */
public final class Variables {
  private static final String COMM = "OCPPCommCtrlr";
  private static final String SAMPLED = "SampledDataCtrlr";
  private static final String SMART = "SmartChargingCtrlr";
  private static final String DATA = "DeviceDataCtrlr";
  private static final String SECURITY = "SecurityCtrlr";

  public static final Key HEARTBEAT_INTERVAL = Key.of(COMM, "HeartbeatInterval");
  public static final Key MESSAGE_TIMEOUT = Key.of(COMM, "MessageTimeout", "Default");
  public static final Key MESSAGE_ATTEMPTS = Key.of(COMM, "MessageAttempts", "TransactionEvent");
  public static final Key MESSAGE_ATTEMPT_INTERVAL =
      Key.of(COMM, "MessageAttemptInterval", "TransactionEvent");
  public static final Key BACKOFF_REPEAT_TIMES = Key.of(COMM, "RetryBackOffRepeatTimes");
  public static final Key BACKOFF_RANDOM_RANGE = Key.of(COMM, "RetryBackOffRandomRange");
  public static final Key BACKOFF_WAIT_MINIMUM = Key.of(COMM, "RetryBackOffWaitMinimum");
  public static final Key PING_INTERVAL = Key.of(COMM, "WebSocketPingInterval");
  public static final Key OFFLINE_THRESHOLD = Key.of(COMM, "OfflineThreshold");
  public static final Key TX_STARTED_MEASURANDS = Key.of(SAMPLED, "TxStartedMeasurands");
  public static final Key TX_UPDATED_MEASURANDS = Key.of(SAMPLED, "TxUpdatedMeasurands");
  public static final Key TX_UPDATED_INTERVAL = Key.of(SAMPLED, "TxUpdatedInterval");
  public static final Key TX_ENDED_MEASURANDS = Key.of(SAMPLED, "TxEndedMeasurands");
  public static final Key ALIGNED_INTERVAL = Key.of("AlignedDataCtrlr", "Interval");
  public static final Key ALIGNED_MEASURANDS = Key.of("AlignedDataCtrlr", "Measurands");
  public static final Key SIGN_READINGS = Key.of(SAMPLED, "SignReadings");
  public static final Key BASIC_AUTH_PASSWORD = Key.of(SECURITY, "BasicAuthPassword");
  public static final Key ITEMS_GET_REPORT = Key.of(DATA, "ItemsPerMessage", "GetReport");
  public static final Key ITEMS_GET_VARIABLES = Key.of(DATA, "ItemsPerMessage", "GetVariables");
  public static final Key ITEMS_SET_VARIABLES = Key.of(DATA, "ItemsPerMessage", "SetVariables");

  private static final String AUTH = "AuthCtrlr";
  private static final String CACHE = "AuthCacheCtrlr";
  private static final String LOCAL_LIST = "LocalAuthListCtrlr";

  public static final Key LOCAL_AUTHORIZE_OFFLINE = Key.of(AUTH, "LocalAuthorizeOffline");
  public static final Key LOCAL_PRE_AUTHORIZE = Key.of(AUTH, "LocalPreAuthorize");
  public static final Key OFFLINE_UNKNOWN_TOKENS = Key.of(AUTH, "OfflineTxForUnknownIdEnabled");
  public static final Key CACHE_ENABLED = Key.of(CACHE, "Enabled");
  public static final Key LOCAL_LIST_ENABLED = Key.of(LOCAL_LIST, "Enabled");
  public static final Key LOCAL_LIST_ENTRIES = Key.of(LOCAL_LIST, "Entries");

  /** Tokens in the local list, and in one message that changes it. */
  public static final int MAX_LOCAL_LIST = 2_000;

  public static final int LIST_ITEMS = 200;

  /** Bounds of charging profiles, as SmartChargingCtrlr reports them. */
  private static final int MAX_STACK_LEVEL = 20;

  private static final int MAX_PERIODS = 1024;
  private static final int MAX_PROFILES = 100;

  /** Variables in one NotifyReport, GetVariables or SetVariables. */
  private static final int ITEMS = 50;

  private static final int DAY_SECONDS = 86_400;

  /** How long an answer of the back office may take, in s. */
  public static final int MIN_MESSAGE_TIMEOUT = 5;

  public static final int MAX_MESSAGE_TIMEOUT = 300;

  /** What may be sampled; the meter and the vehicle deliver these. */
  private static final List<String> MEASURANDS =
      List.of(
          "Energy.Active.Import.Register",
          "Energy.Active.Export.Register",
          "Power.Active.Import",
          "Power.Active.Export",
          "Power.Active.Setpoint",
          "Power.Offered",
          "Power.Reactive.Import",
          "Power.Reactive.Export",
          "Current.Import",
          "Current.Export",
          "Voltage",
          "SoC");

  private static final String REGISTERS =
      "Energy.Active.Import.Register,Energy.Active.Export.Register";

  private Variables() {}

  public static ProfileLimits profileLimits(OcppConfig config, DeviceModel device) {
    return new ProfileLimits(
        MAX_STACK_LEVEL,
        MAX_PERIODS,
        MAX_PROFILES,
        EnergyVariables.abilities(config, device),
        EnergyVariables.ownIdMax(device));
  }

  /** Everything this station has. */
  public static List<VariableSpec> of(OcppConfig config) {
    List<VariableSpec> all = new ArrayList<>();
    station(all, config);
    for (int i = 0; i < config.outlets().size(); i++) {
      outlet(all, i + 1, config.outlets().get(i));
      DerVariables.add(all, i + 1, config.outlets().get(i), config.firmwareVersion());
    }
    communication(all, config);
    CoreVariables.add(all, config);
    sampling(all);
    tokens(all);
    smartCharging(all);
    EnergyVariables.add(all, config);
    ClockVariables.add(all);
    security(all, config);
    return all;
  }

  private static void station(List<VariableSpec> all, OcppConfig config) {
    String component = "ChargingStation";
    all.add(text(Key.of(component, "Model"), config.model()));
    all.add(text(Key.of(component, "VendorName"), config.vendor()));
    all.add(text(Key.of(component, "SerialNumber"), config.serial()));
    all.add(text(Key.of(component, "FirmwareVersion"), config.firmwareVersion()));
    all.add(VariableSpec.fixed(Key.of(component, "Available"), DataKind.BOOLEAN, "true"));
    all.add(availability(new Key(component, 0, 0, "AvailabilityState", Optional.empty())));
    all.add(VariableSpec.fixed(problem(0), DataKind.BOOLEAN, "false"));
    all.add(
        VariableSpec.fixed(
            Key.of(component, "SupplyPhases"),
            DataKind.INTEGER,
            Integer.toString(
                config.outlets().stream()
                    .mapToInt(o -> o.directCurrent() ? 3 : o.electrical().phases())
                    .max()
                    .orElse(3))));
  }

  private static VariableSpec text(Key key, String value) {
    return VariableSpec.fixed(key, DataKind.STRING, value);
  }

  private static VariableSpec availability(Key key) {
    return VariableSpec.fixed(key, DataKind.OPTION_LIST, "Unavailable")
        .withChoices(List.of("Available", "Occupied", "Reserved", "Unavailable", "Faulted"));
  }

  /** Where the state of a connector is shown. */
  public static Key availabilityState(int evse, int connector) {
    String component = evse == 0 ? "ChargingStation" : connector == 0 ? "EVSE" : "Connector";
    return new Key(component, evse, connector, "AvailabilityState", Optional.empty());
  }

  /** Whether there is a fault at an EVSE, or at the station (0). */
  public static Key problem(int evse) {
    return at(evse == 0 ? "ChargingStation" : "EVSE", evse, 0, "Problem");
  }

  /** Power of an EVSE in W, positive into the vehicle. */
  public static Key power(int evse) {
    return at("EVSE", evse, 0, "Power");
  }

  private static void outlet(List<VariableSpec> all, int evse, Outlet outlet) {
    all.add(availability(availabilityState(evse, 0)));
    all.add(VariableSpec.fixed(problem(evse), DataKind.BOOLEAN, "false"));
    all.add(VariableSpec.fixed(at("EVSE", evse, 0, "Available"), DataKind.BOOLEAN, "true"));
    all.add(
        VariableSpec.fixed(power(evse), DataKind.DECIMAL, "0")
            .withUnit("W", Optional.of(outlet.electrical().maxWatts())));
    String phases = Integer.toString(outlet.directCurrent() ? 3 : outlet.electrical().phases());
    all.add(VariableSpec.fixed(at("EVSE", evse, 0, "SupplyPhases"), DataKind.INTEGER, phases));
    all.add(availability(availabilityState(evse, 1)));
    all.add(VariableSpec.fixed(at("Connector", evse, 1, "Available"), DataKind.BOOLEAN, "true"));
    all.add(text(at("Connector", evse, 1, "ConnectorType"), outlet.connectorType()));
    all.add(VariableSpec.fixed(at("Connector", evse, 1, "SupplyPhases"), DataKind.INTEGER, phases));
    boolean both = outlet.electrical().maxDischargeWatts() > 0;
    String oneWay = outlet.directCurrent() ? "DC" : "AC_single_phase,AC_three_phase";
    String twoWays = outlet.directCurrent() ? ",DC_BPT" : ",AC_BPT";
    String v2x = "V2XChargingCtrlr";
    all.add(
        VariableSpec.fixed(at(v2x, evse, 0, "Available"), DataKind.BOOLEAN, Boolean.toString(both))
            .onlyV21());
    all.add(
        VariableSpec.fixed(
                at(v2x, evse, 0, "SupportedEnergyTransferModes"),
                DataKind.MEMBER_LIST,
                both ? oneWay + twoWays : oneWay)
            .onlyV21());
  }

  private static Key at(String component, int evse, int connector, String variable) {
    return new Key(component, evse, connector, variable, Optional.empty());
  }

  private static void communication(List<VariableSpec> all, OcppConfig config) {
    all.add(VariableSpec.number(HEARTBEAT_INTERVAL, "s", 300, 1, DAY_SECONDS));
    all.add(
        VariableSpec.number(MESSAGE_TIMEOUT, "s", 30, MIN_MESSAGE_TIMEOUT, MAX_MESSAGE_TIMEOUT));
    all.add(VariableSpec.number(MESSAGE_ATTEMPTS, "", 5, 1, 100));
    all.add(VariableSpec.number(MESSAGE_ATTEMPT_INTERVAL, "s", 10, 1, 3_600));
    all.add(VariableSpec.number(BACKOFF_REPEAT_TIMES, "", 5, 0, 12));
    all.add(VariableSpec.number(BACKOFF_RANDOM_RANGE, "s", 5, 0, 3_600));
    all.add(VariableSpec.number(BACKOFF_WAIT_MINIMUM, "s", 2, 1, 3_600));
    all.add(VariableSpec.number(PING_INTERVAL, "s", 30, 0, DAY_SECONDS));
    all.add(VariableSpec.number(OFFLINE_THRESHOLD, "s", 60, 0, DAY_SECONDS));
    all.add(
        VariableSpec.fixed(
            Key.of(COMM, "PublicKeyWithSignedMeterValue"),
            DataKind.OPTION_LIST,
            "EveryMeterValue"));
    all.add(VariableSpec.fixed(Key.of(COMM, "QueueAllMessages"), DataKind.BOOLEAN, "false"));
    all.add(VariableSpec.fixed(ITEMS_GET_REPORT, DataKind.INTEGER, Integer.toString(ITEMS)));
    all.add(VariableSpec.fixed(ITEMS_GET_VARIABLES, DataKind.INTEGER, Integer.toString(ITEMS)));
    all.add(VariableSpec.fixed(ITEMS_SET_VARIABLES, DataKind.INTEGER, Integer.toString(ITEMS)));
    all.add(text(Key.of(SECURITY, "Identity"), config.identity()));
  }

  private static void sampling(List<VariableSpec> all) {
    String all21 = String.join(",", MEASURANDS);
    all.add(VariableSpec.fixed(Key.of(SAMPLED, "Enabled"), DataKind.BOOLEAN, "true"));
    all.add(VariableSpec.fixed(SIGN_READINGS, DataKind.BOOLEAN, "true"));
    all.add(VariableSpec.members(TX_STARTED_MEASURANDS, REGISTERS + ",SoC", MEASURANDS));
    all.add(VariableSpec.members(TX_UPDATED_MEASURANDS, all21, MEASURANDS));
    all.add(VariableSpec.number(TX_UPDATED_INTERVAL, "s", 30, 1, DAY_SECONDS));
    all.add(VariableSpec.number(ALIGNED_INTERVAL, "s", 0, 0, DAY_SECONDS));
    all.add(VariableSpec.members(ALIGNED_MEASURANDS, REGISTERS, MEASURANDS));
    all.add(VariableSpec.members(TX_ENDED_MEASURANDS, REGISTERS + ",SoC", MEASURANDS));
    all.add(VariableSpec.members(CoreVariables.ALIGNED_ENDED_MEASURANDS, REGISTERS, MEASURANDS));
  }

  private static void tokens(List<VariableSpec> all) {
    all.add(VariableSpec.fixed(Key.of(AUTH, "Enabled"), DataKind.BOOLEAN, "true"));
    all.add(VariableSpec.fixed(Key.of(AUTH, "AuthorizeRemoteStart"), DataKind.BOOLEAN, "false"));
    all.add(VariableSpec.flag(LOCAL_AUTHORIZE_OFFLINE, true));
    all.add(VariableSpec.flag(LOCAL_PRE_AUTHORIZE, false));
    all.add(VariableSpec.flag(OFFLINE_UNKNOWN_TOKENS, false));
    all.add(VariableSpec.fixed(Key.of(CACHE, "Available"), DataKind.BOOLEAN, "true"));
    all.add(VariableSpec.flag(CACHE_ENABLED, true));
    all.add(VariableSpec.fixed(Key.of(LOCAL_LIST, "Available"), DataKind.BOOLEAN, "true"));
    all.add(VariableSpec.flag(LOCAL_LIST_ENABLED, true));
    all.add(
        VariableSpec.fixed(LOCAL_LIST_ENTRIES, DataKind.INTEGER, "0")
            .withUnit("", Optional.of((double) MAX_LOCAL_LIST)));
    all.add(
        VariableSpec.fixed(
            Key.of(LOCAL_LIST, "ItemsPerMessage"), DataKind.INTEGER, Integer.toString(LIST_ITEMS)));
  }

  private static void smartCharging(List<VariableSpec> all) {
    all.add(VariableSpec.fixed(Key.of(SMART, "Enabled"), DataKind.BOOLEAN, "true"));
    all.add(VariableSpec.fixed(Key.of(SMART, "RateUnit"), DataKind.MEMBER_LIST, "W,A"));
    all.add(
        VariableSpec.fixed(
            Key.of(SMART, "ProfileStackLevel"),
            DataKind.INTEGER,
            Integer.toString(MAX_STACK_LEVEL)));
    all.add(
        VariableSpec.fixed(
            Key.of(SMART, "PeriodsPerSchedule"), DataKind.INTEGER, Integer.toString(MAX_PERIODS)));
    all.add(
        VariableSpec.fixed(
            Key.of(SMART, "Entries", "ChargingProfiles"),
            DataKind.INTEGER,
            Integer.toString(MAX_PROFILES)));
    all.add(VariableSpec.fixed(Key.of(SMART, "Phases3to1"), DataKind.BOOLEAN, "false"));
  }

  private static void security(List<VariableSpec> all, OcppConfig config) {
    SecurityVariables.add(all, config);
    FileVariables.add(all);
    ReservationVariables.add(all);
    MonitoringVariables.add(all);
    TariffVariables.add(all);
    all.add(
        new VariableSpec(
            BASIC_AUTH_PASSWORD,
            DataKind.STRING,
            Mutability.WRITE_ONLY,
            "",
            Optional.empty(),
            Optional.of(16.0),
            Optional.of(40.0),
            List.of(),
            false));
  }
}
