package energy.ebbflow.ocpp.device;

import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.v2.devicemodel.DataKind;
import java.util.List;
import java.util.Optional;

/**
 * What the specification requires of every station (part 2, chapter 3; part 6, TC_B_53). Much of it
 * is how this station is: it is shown, and cannot be set.
 */
public final class CoreVariables {
  /** How long an authorisation waits for a vehicle, in s. */
  public static final Key EV_CONNECTION_TIMEOUT = Key.of("TxCtrlr", "EVConnectionTimeOut");

  /** Whether a token that turns out not to be good ends its transaction, or only its energy. */
  public static final Key STOP_ON_INVALID_ID = Key.of("TxCtrlr", "StopTxOnInvalidId");

  /** Between the values of the course that go with the end of a transaction, in s; 0: none. */
  public static final Key SAMPLED_ENDED_INTERVAL = Key.of("SampledDataCtrlr", "TxEndedInterval");

  /** The same for values of the clock, multiples of it since midnight UTC. */
  public static final Key ALIGNED_ENDED_INTERVAL = Key.of("AlignedDataCtrlr", "TxEndedInterval");

  public static final Key ALIGNED_ENDED_MEASURANDS =
      Key.of("AlignedDataCtrlr", "TxEndedMeasurands");

  /** Our own: an outlet keeps the values of a transaction no more often, in s. */
  static final int SHORTEST_COURSE_SECONDS = 5;

  private static final int DAY_SECONDS = 86_400;
  public static final Key RESET_RETRIES = Key.of("OCPPCommCtrlr", "ResetRetries");
  private static final int MAX_RETRIES = 100;

  /** Most bytes of a message that the transport takes. */
  private static final String BYTES = Integer.toString(512 * 1024);

  private static final String COMM = "OCPPCommCtrlr";
  private static final String DATA = "DeviceDataCtrlr";
  private static final String TX = "TxCtrlr";

  private CoreVariables() {}

  static void add(List<VariableSpec> all, OcppConfig config) {
    all.add(
        VariableSpec.number(
            EV_CONNECTION_TIMEOUT,
            "s",
            config.plugSeconds(),
            OcppConfig.MIN_PLUG_SECONDS,
            OcppConfig.MAX_PLUG_SECONDS));
    for (String message : List.of("GetReport", "GetVariables", "SetVariables")) {
      all.add(
          VariableSpec.fixed(Key.of(DATA, "BytesPerMessage", message), DataKind.INTEGER, BYTES));
    }
    all.add(number("LocalAuthListCtrlr", "BytesPerMessage", BYTES, ""));
    all.add(
        VariableSpec.fixed(
            Key.of("MonitoringCtrlr", "BytesPerMessage", "SetVariableMonitoring"),
            DataKind.INTEGER,
            BYTES));
    // 0: nothing but the values of the begin and the end go with the Ended event. Otherwise at
    // least SHORTEST_COURSE_SECONDS.
    all.add(VariableSpec.number(ALIGNED_ENDED_INTERVAL, "s", 0, 0, DAY_SECONDS));
    all.add(VariableSpec.number(SAMPLED_ENDED_INTERVAL, "s", 0, 0, DAY_SECONDS));
    // How often a reset that failed is tried again: one that was accepted never fails here.
    all.add(VariableSpec.number(RESET_RETRIES, "", 0, 0, MAX_RETRIES));
    all.add(flag(COMM, "UnlockOnEVSideDisconnect"));
    // Decision 0071: while a vehicle is plugged and its user is authorised.
    List<String> points =
        List.of(
            "ParkingBayOccupancy",
            "EVConnected",
            "Authorized",
            "PowerPathClosed",
            "EnergyTransfer",
            "DataSigned");
    all.add(list(TX, "TxStartPoint", "PowerPathClosed").withChoices(points));
    all.add(list(TX, "TxStopPoint", "PowerPathClosed").withChoices(points));
    all.add(flag(TX, "StopTxOnEVSideDisconnect"));
    all.add(VariableSpec.flag(STOP_ON_INVALID_ID, true));
  }

  private static VariableSpec number(String component, String name, String value, String unit) {
    return VariableSpec.fixed(Key.of(component, name), DataKind.INTEGER, value)
        .withUnit(unit, Optional.empty());
  }

  private static VariableSpec list(String component, String name, String value) {
    return VariableSpec.fixed(Key.of(component, name), DataKind.MEMBER_LIST, value);
  }

  private static VariableSpec flag(String component, String name) {
    return VariableSpec.fixed(Key.of(component, name), DataKind.BOOLEAN, "true");
  }

  /** Whether a value of this variable asks for values more often than the outlet keeps them. */
  static boolean tooOften(Key key, double seconds) {
    return (key.equals(SAMPLED_ENDED_INTERVAL) || key.equals(ALIGNED_ENDED_INTERVAL))
        && seconds > 0
        && seconds < SHORTEST_COURSE_SECONDS;
  }
}
