package energy.ebbflow.ocpp.device;

import energy.ebbflow.ocpp.display.Messages;
import energy.ebbflow.ocpp.display.Screen;
import energy.ebbflow.ocpp.v2.authorization.MessageFormat;
import energy.ebbflow.ocpp.v2.devicemodel.DataKind;
import energy.ebbflow.ocpp.v2.devicemodel.Mutability;
import energy.ebbflow.ocpp.v2.display.MessagePriority;
import energy.ebbflow.ocpp.v2.display.MessageState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Variables of a station with a screen (blocks C25, I, O); others have none of them. */
public final class DisplayVariables {
  private static final String DISPLAY = "DisplayMessageCtrlr";
  private static final String TARIFF_COST = "TariffCostCtrlr";
  private static final String WEB = "WebPaymentsCtrlr";
  private static final int MAX_TEXT = 500;

  public static final Key ENABLED = Key.of(DISPLAY, "Enabled");
  public static final Key MESSAGES = Key.of(DISPLAY, "DisplayMessages");
  public static final Key LANGUAGE = Key.of(DISPLAY, "Language");
  public static final Key TARIFF_FALLBACK = Key.of(TARIFF_COST, "TariffFallbackMessage");
  public static final Key OFFLINE_FALLBACK = Key.of(TARIFF_COST, "OfflineTariffFallbackMessage");
  public static final Key COST_FALLBACK = Key.of(TARIFF_COST, "TotalCostFallbackMessage");
  public static final Key WEB_ENABLED = Key.of(WEB, "Enabled");
  public static final Key URL_TEMPLATE = Key.of(WEB, "URLTemplate");
  public static final Key STATION_ID = Key.of(WEB, "ChargingStationId");
  public static final Key VALIDITY = Key.of(WEB, "ValidityTime");
  public static final Key SECRET = Key.of(WEB, "SharedSecret");
  public static final Key LENGTH = Key.of(WEB, "Length");

  private DisplayVariables() {}

  /** The variables of a screen. */
  public static void add(List<VariableSpec> all, Screen.Ability screen) {
    all.add(VariableSpec.fixed(Key.of(DISPLAY, "Available"), DataKind.BOOLEAN, "true"));
    all.add(VariableSpec.flag(ENABLED, true));
    all.add(
        VariableSpec.fixed(MESSAGES, DataKind.INTEGER, "0")
            .withUnit("", Optional.of((double) Messages.MAX)));
    all.add(list("SupportedFormats", screen.formats().stream().map(MessageFormat::wire).toList()));
    all.add(
        list(
            "SupportedPriorities",
            Arrays.stream(MessagePriority.values()).map(MessagePriority::wire).toList()));
    all.add(
        list(
            "SupportedStates",
            Arrays.stream(MessageState.values()).map(MessageState::wire).toList()));
    all.add(
        TariffVariables.text(LANGUAGE, DataKind.OPTION_LIST, screen.languages().getFirst(), 8)
            .withChoices(screen.languages()));
    for (Key text : List.of(TARIFF_FALLBACK, OFFLINE_FALLBACK, COST_FALLBACK)) {
      all.add(TariffVariables.text(text, DataKind.STRING, "", MAX_TEXT));
    }
    if (screen.formats().contains(MessageFormat.QRCODE)) {
      webPayments(all);
    }
  }

  private static void webPayments(List<VariableSpec> all) {
    all.add(VariableSpec.flag(WEB_ENABLED, false).onlyV21());
    all.add(TariffVariables.text(URL_TEMPLATE, DataKind.STRING, "", MAX_TEXT).onlyV21());
    all.add(
        VariableSpec.fixed(Key.of(WEB, "TOTPVersion"), DataKind.OPTION_LIST, "v1")
            .withChoices(List.of("v1"))
            .onlyV21());
    all.add(TariffVariables.text(STATION_ID, DataKind.STRING, "", 48).onlyV21());
    all.add(VariableSpec.number(VALIDITY, "s", 30, 6, 3_600).onlyV21());
    all.add(VariableSpec.number(LENGTH, "", 8, 6, 32).onlyV21());
    all.add(
        new VariableSpec(
            SECRET,
            DataKind.STRING,
            Mutability.WRITE_ONLY,
            "",
            Optional.empty(),
            Optional.of(8.0),
            Optional.of(64.0),
            List.of(),
            true));
  }

  private static VariableSpec list(String variable, List<String> values) {
    return VariableSpec.fixed(
            Key.of(DISPLAY, variable),
            DataKind.MEMBER_LIST,
            values.stream().collect(Collectors.joining(",")))
        .withChoices(values);
  }
}
