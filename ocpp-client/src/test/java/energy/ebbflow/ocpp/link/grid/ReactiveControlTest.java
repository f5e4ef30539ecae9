package energy.ebbflow.ocpp.link.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.der.DerSupport;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.GridRule;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.link.Bench;
import energy.ebbflow.ocpp.v2.needs.DerControl;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reactive power as the back office sees it: OCPP 2.1, R04. */
class ReactiveControlTest {
  private static final DerSupport SUPPORT =
      new DerSupport(
          EnumSet.of(
              DerControl.FIXED_PF_ABSORB,
              DerControl.FIXED_PF_INJECT,
              DerControl.FIXED_VAR,
              DerControl.VOLT_VAR,
              DerControl.WATT_VAR,
              DerControl.WATT_PF),
          22_000,
          22_000,
          230,
          "Ebbflow",
          "bench");

  private final Bench bench;

  ReactiveControlTest(@TempDir Path folder) {
    bench = new Bench(folder, SUPPORT).online();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private JsonNode set(String id, boolean isDefault, String kind, String content) {
    return bench.asked(
        "SetDERControl",
        "{\"isDefault\":"
            + isDefault
            + ",\"controlId\":\""
            + id
            + "\",\"controlType\":\""
            + kind
            + "\","
            + content
            + "}");
  }

  private static String curve(int priority, String unit, String points, String more) {
    return "\"curve\":{\"priority\":"
        + priority
        + ",\"yUnit\":\""
        + unit
        + "\",\"curveData\":["
        + points
        + "]"
        + more
        + "}";
  }

  private static String factor(String field, double displacement) {
    return "\""
        + field
        + "\":{\"priority\":0,\"excitation\":true,\"displacement\":"
        + displacement
        + "}";
  }

  private static String fixed(int priority, double setpoint, String unit, String more) {
    return "\"fixedVar\":{\"priority\":"
        + priority
        + ",\"setpoint\":"
        + setpoint
        + ",\"unit\":\""
        + unit
        + "\""
        + more
        + "}";
  }

  private static final String VOLTS = "{\"x\":92,\"y\":44},{\"x\":108,\"y\":-44}";

  /** The newest rules that the outlets were told. */
  private List<GridRule> rules() {
    List<GridRule> newest = List.of();
    while (!bench.none(BackOfficeCommand.GridRules.class)) {
      newest = bench.command(BackOfficeCommand.GridRules.class).rules();
    }
    return newest;
  }

  private List<String> ids() {
    return rules().stream().map(GridRule::control).toList();
  }

  /** R04.FR.52, FR.54, FR.55, and values that no inverter has. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FixedPFAbsorb|pf 0.9||",
        "FixedPFAbsorb|pf 1||",
        "FixedPFAbsorb|pf 0.1||",
        "FixedPFAbsorb|pf 0.099||ValueOutOfRange",
        "FixedPFAbsorb|pf 1e-17||ValueOutOfRange",
        "FixedPFAbsorb|pf 1e-320||ValueOutOfRange",
        "FixedPFAbsorb|pf 0||ValueOutOfRange",
        "FixedPFAbsorb|pf 1.01||ValueOutOfRange",
        "FixedVar|var -100 PctMaxVar||",
        "FixedVar|var 44 PctMaxW||",
        "FixedVar|var 44 PctVarAvail||",
        "FixedVar|var 44 PctWAvail||InvalidValue",
        "FixedVar|var 101 PctMaxVar||ValueOutOfRange",
        "VoltVar|PctMaxVar||",
        "VoltVar|PctMaxVar|ref 98|",
        "VoltVar|PctMaxVar|ref 94|ValueOutOfRange",
        "VoltVar|PctMaxVar|follow 300|",
        "VoltVar|PctMaxVar|follow 299|ValueOutOfRange",
        "VoltVar|PctMaxVar|follow|MissingParam",
        "VoltVar|PctMaxVar|hysteresis|UnsupportedParam",
        "VoltVar|PctMaxW||InvalidValue",
        "VoltVar|Not_Applicable||InvalidValue",
        "WattVar|PctVarAvail||",
        "WattVar|PctVarAvail|ref 100|InvalidValue",
        "WattVar|PctMaxW||InvalidValue",
        "WattPF|Not_Applicable|factors|",
        "WattPF|Not_Applicable||ValueOutOfRange",
        "WattPF|Not_Applicable|zero|ValueOutOfRange",
        "WattPF|Not_Applicable|tiny|ValueOutOfRange",
        "WattPF|PctMaxVar|factors|InvalidValue"
      })
  void whatNoInverterHasIsRefused(String kind, String content, String words, String reason) {
    boolean curve = !content.contains(" ");
    JsonNode answer =
        set("c", true, kind, curve ? ofCurve(content, words, kind) : setting(kind, content));
    assertEquals(
        Optional.ofNullable(reason),
        Optional.ofNullable(answer.get("statusInfo")).map(i -> i.get("reasonCode").asText()));
    assertEquals(reason == null ? "Accepted" : "Rejected", answer.get("status").asText());
  }

  private static String setting(String kind, String words) {
    String[] parts = words.split(" ");
    double value = Double.parseDouble(parts[1]);
    return parts[0].equals("pf")
        ? factor(kind.equals("FixedPFAbsorb") ? "fixedPFAbsorb" : "fixedPFInject", value)
        : fixed(0, value, parts[2], "");
  }

  private static String ofCurve(String unit, String words, String kind) {
    String what = words == null ? "" : words;
    String points =
        switch (what) {
          case "factors" -> "{\"x\":0,\"y\":1},{\"x\":100,\"y\":-0.9}";
          case "zero" -> "{\"x\":0,\"y\":1},{\"x\":100,\"y\":0}";
          case "tiny" -> "{\"x\":0,\"y\":1},{\"x\":100,\"y\":-1e-17}";
          default -> kind.equals("VoltVar") ? VOLTS : "{\"x\":-100,\"y\":44},{\"x\":100,\"y\":-44}";
        };
    String[] parts = what.split(" ");
    String more =
        switch (parts[0]) {
          case "ref" -> ",\"reactivePowerParams\":{\"vRef\":" + parts[1] + "}";
          case "follow" ->
              ",\"reactivePowerParams\":{\"autonomousVRefEnable\":true"
                  + (parts.length > 1 ? ",\"autonomousVRefTimeConstant\":" + parts[1] : "")
                  + "}";
          case "hysteresis" -> ",\"hysteresis\":{\"hysteresisLow\":1,\"hysteresisHigh\":2}";
          default -> "";
        };
    return curve(0, unit, points, more);
  }

  /** One mode of reactive power holds; both power factors are one mode. */
  @Test
  void ofReactiveControlsTheBestHolds() {
    set("a", true, "FixedPFAbsorb", factor("fixedPFAbsorb", 0.9));
    set("i", true, "FixedPFInject", factor("fixedPFInject", 0.95));
    assertEquals(List.of("a", "i"), ids().stream().sorted().toList());
    set("f", true, "FixedVar", fixed(0, -30, "PctMaxVar", ""));
    assertEquals(List.of("f"), ids(), "of one priority");
    set("w", true, "WattVar", curve(3, "PctMaxVar", VOLTS.replace("108", "99"), ""));
    assertEquals(List.of(), ids(), "a worse priority changes nothing");
    set("v", true, "VoltVar", curve(0, "PctMaxVar", VOLTS, ""));
    assertEquals(List.of("v"), ids(), "what regulates goes before what is fixed");
    bench.asked("ClearDERControl", "{\"isDefault\":true,\"controlType\":\"VoltVar\"}");
    bench.pass(1);
    assertEquals(List.of("f"), ids());
  }

  /** A scheduled one of the same priority goes before a default, in its time. */
  @Test
  void aScheduledControlGoesBeforeADefault() {
    set("v", true, "VoltVar", curve(0, "PctMaxVar", VOLTS, ""));
    assertEquals(
        new GridRule.ReactiveCurve(
            "v",
            DerControl.VOLT_VAR,
            GridRule.VarBase.MAX_VARS,
            List.of(new GridRule.Point(92, 44), new GridRule.Point(108, -44)),
            5,
            GridRule.Reference.NOMINAL),
        rules().getFirst());
    String soon = ",\"startTime\":\"" + Bench.START.plusSeconds(60) + "\",\"duration\":30";
    set("f", false, "FixedVar", fixed(0, 25, "PctMaxVar", soon));
    bench.pass(59.9);
    assertEquals(List.of(), ids());
    bench.pass(0.1);
    assertEquals(List.of(new GridRule.FixedVar("f", 25, GridRule.VarBase.MAX_VARS)), rules());
    bench.reply("NotifyDERStartStop", "{}");
    bench.pass(30);
    assertEquals(List.of("v"), ids());
  }

  /** What the vehicle says it does is told as its own word. */
  @Test
  void reactivePowerIsToldAsTheVehiclesWord() {
    bench.asked(
        "SetVariables",
        "{\"setVariableData\":[{\"attributeValue\":"
            + "\"Power.Reactive.Import,Power.Reactive.Export\",\"component\":{\"name\":"
            + "\"SampledDataCtrlr\"},\"variable\":{\"name\":\"TxStartedMeasurands\"}}]}");
    StationEvent.Transaction begun = Bench.transaction(Kind.STARTED, "tx", "Authorized");
    bench.report(
        new StationEvent.Transaction(
            begun.kind(),
            begun.transaction(),
            begun.trigger(),
            begun.chargingState(),
            begun.evse(),
            begun.connector(),
            begun.token(),
            begun.remoteStart(),
            begun.stopReason(),
            begun.at(),
            List.of(
                new MeterSample(
                    Bench.START,
                    0,
                    0,
                    -6_000,
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(-1_972.0)))));
    JsonNode values =
        bench.reply("TransactionEvent", "{}").get("meterValue").get(0).get("sampledValue");
    assertEquals(2, values.size());
    assertEquals("Power.Reactive.Import", values.get(0).get("measurand").asText());
    assertEquals(0, values.get(0).get("value").asDouble());
    assertEquals("Power.Reactive.Export", values.get(1).get("measurand").asText());
    assertEquals(1_972, values.get(1).get("value").asDouble());
    assertEquals("EV", values.get(1).get("location").asText());
    assertEquals("var", values.get(1).get("unitOfMeasure").get("unit").asText());
  }
}
