package energy.ebbflow.ocpp.device;

import energy.ebbflow.ocpp.tariff.TariffRules;
import energy.ebbflow.ocpp.v2.devicemodel.DataKind;
import energy.ebbflow.ocpp.v2.devicemodel.Mutability;
import java.util.List;
import java.util.Optional;

/** Variables of tariffs, costs and bounds of transactions (blocks C16, E16, I). */
public final class TariffVariables {
  private static final String TARIFF_COST = "TariffCostCtrlr";
  private static final int DAY_SECONDS = 86_400;
  private static final int MAX_NAME = 64;

  /** Our own: power, current and energy are looked at so often, in s. */
  private static final int LOOK_SECONDS = 5;

  public static final Key TARIFF_ENABLED = Key.of(TARIFF_COST, "Enabled", "Tariff");
  public static final Key COST_ENABLED = Key.of(TARIFF_COST, "Enabled", "Cost");
  public static final Key RUNNING_COST = Key.of(TARIFF_COST, "Enabled", "RunningCost");
  public static final Key COST_INTERVAL = Key.of(TARIFF_COST, "Interval", "Cost");
  public static final Key FAILED_TARIFF = Key.of(TARIFF_COST, "HandleFailedTariff", "Tariff");
  public static final Key PROBLEM = Key.of(TARIFF_COST, "Problem");
  public static final Key CURRENCY = Key.of(TARIFF_COST, "Currency");

  public static final Key MASTER_PASS = Key.of("AuthCtrlr", "MasterPassGroupId");

  private TariffVariables() {}

  static void add(List<VariableSpec> all) {
    for (String what : List.of("Tariff", "Cost")) {
      all.add(VariableSpec.fixed(Key.of(TARIFF_COST, "Available", what), DataKind.BOOLEAN, "true"));
    }
    all.add(VariableSpec.flag(TARIFF_ENABLED, true));
    all.add(VariableSpec.flag(COST_ENABLED, true));
    all.add(VariableSpec.flag(RUNNING_COST, false).onlyV21());
    all.add(VariableSpec.number(COST_INTERVAL, "s", 60, 1, DAY_SECONDS).onlyV21());
    all.add(
        VariableSpec.fixed(
                Key.of(TARIFF_COST, "Interval", "Tariff"),
                DataKind.INTEGER,
                Integer.toString(LOOK_SECONDS))
            .onlyV21());
    all.add(
        VariableSpec.fixed(
                Key.of(TARIFF_COST, "MaxElements", "Tariff"),
                DataKind.INTEGER,
                Integer.toString(TariffRules.MAX_ELEMENTS))
            .onlyV21());
    all.add(
        VariableSpec.fixed(
                Key.of(TARIFF_COST, "ConditionsSupported", "Tariff"), DataKind.BOOLEAN, "true")
            .onlyV21());
    all.add(
        text(FAILED_TARIFF, DataKind.OPTION_LIST, "Deauthorize", MAX_NAME)
            .withChoices(List.of("Deauthorize", "UseDefaultTariff", "CentralCost"))
            .onlyV21());
    all.add(VariableSpec.fixed(PROBLEM, DataKind.BOOLEAN, "false").onlyV21());
    all.add(text(CURRENCY, DataKind.STRING, "EUR", 3));
    all.add(text(MASTER_PASS, DataKind.STRING, "", 36));
    all.add(
        VariableSpec.fixed(
                Key.of("TxCtrlr", "SupportedLimits"),
                DataKind.MEMBER_LIST,
                "maxCost,maxEnergy,maxTime,maxSoC")
            .onlyV21());
  }

  static VariableSpec text(Key key, DataKind kind, String initial, int max) {
    return new VariableSpec(
        key,
        kind,
        Mutability.READ_WRITE,
        initial,
        Optional.empty(),
        Optional.empty(),
        Optional.of((double) max),
        List.of(),
        false);
  }
}
