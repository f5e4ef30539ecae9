package energy.ebbflow.ocpp.device;

import energy.ebbflow.ocpp.stream.Streams;
import energy.ebbflow.ocpp.v2.devicemodel.DataKind;
import energy.ebbflow.ocpp.v2.devicemodel.Mutability;
import java.util.List;
import java.util.Optional;

/** Variables of monitoring (block N). */
public final class MonitoringVariables {
  private static final String MONITORING = "MonitoringCtrlr";

  /** Monitors in one SetVariableMonitoring or ClearVariableMonitoring. */
  public static final int ITEMS = 50;

  public static final Key BASE = Key.of(MONITORING, "ActiveMonitoringBase");
  public static final Key LEVEL = Key.of(MONITORING, "ActiveMonitoringLevel");

  private MonitoringVariables() {}

  static void add(List<VariableSpec> all) {
    all.add(VariableSpec.fixed(Key.of(MONITORING, "Enabled"), DataKind.BOOLEAN, "true"));
    all.add(VariableSpec.fixed(Key.of(MONITORING, "Available"), DataKind.BOOLEAN, "true"));
    String items = Integer.toString(ITEMS);
    for (String message : List.of("SetVariableMonitoring", "ClearVariableMonitoring")) {
      all.add(
          VariableSpec.fixed(
              Key.of(MONITORING, "ItemsPerMessage", message), DataKind.INTEGER, items));
    }
    all.add(
        VariableSpec.fixed(
                Key.of(MONITORING, "MaxPeriodicEventStreams"),
                DataKind.INTEGER,
                Integer.toString(Streams.MAX_STREAMS))
            .onlyV21());
    // They are shown here and set by messages of their own (N03, N05): kept, not writable.
    all.add(
        VariableSpec.fixed(BASE, DataKind.OPTION_LIST, "All")
            .withChoices(List.of("All", "FactoryDefault", "HardWiredOnly")));
    all.add(
        new VariableSpec(
            LEVEL,
            DataKind.INTEGER,
            Mutability.READ_ONLY,
            "9",
            Optional.empty(),
            Optional.of(0.0),
            Optional.of(9.0),
            List.of(),
            false));
  }
}
