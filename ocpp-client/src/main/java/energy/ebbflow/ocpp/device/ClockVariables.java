package energy.ebbflow.ocpp.device;

import energy.ebbflow.ocpp.v2.devicemodel.DataKind;
import java.util.List;

/** Variables of the station's time (OCPP 2.1 part 2 appendices, ClockCtrlr). */
public final class ClockVariables {
  private static final String CLOCK = "ClockCtrlr";
  private static final int MAX_ZONE = 50;
  private static final int DAY_SECONDS = 86_400;

  /**
   * Where the station is, a name of the IANA time zone database: times of day in charging schedules
   * and in tariffs (I07.FR.17) are those on the wall there.
   */
  public static final Key TIME_ZONE = Key.of(CLOCK, "TimeZone");

  /** The time now; read when somebody asks. */
  public static final Key DATE_TIME = Key.of(CLOCK, "DateTime");

  /** Whose time counts, the first of the list before the others. */
  public static final Key TIME_SOURCE = Key.of(CLOCK, "TimeSource");

  /** The back office, by its answers to BootNotification and Heartbeat. */
  public static final String HEARTBEAT = "Heartbeat";

  /** The machine's own clock, and whatever sets it. */
  public static final String MACHINE = "RealTimeClock";

  /** A correction beyond so many s is a security event. */
  public static final Key ADJUSTMENT_THRESHOLD = Key.of(CLOCK, "TimeAdjustmentReportingThreshold");

  private ClockVariables() {}

  static void add(List<VariableSpec> all) {
    all.add(VariableSpec.fixed(DATE_TIME, DataKind.DATE_TIME, ""));
    all.add(
        TariffVariables.text(
                TIME_SOURCE, DataKind.SEQUENCE_LIST, HEARTBEAT + "," + MACHINE, MAX_ZONE)
            .withChoices(List.of(HEARTBEAT, MACHINE)));
    all.add(TariffVariables.text(TIME_ZONE, DataKind.STRING, "Etc/UTC", MAX_ZONE));
    all.add(VariableSpec.number(ADJUSTMENT_THRESHOLD, "s", 20, 1, DAY_SECONDS).onlyV21());
  }
}
