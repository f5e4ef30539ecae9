package energy.ebbflow.ocpp.v2.der;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.v2.needs.DerControl;
import java.util.List;
import java.util.Optional;

/** ReportDERControl, OCPP 2.1 R04. */
public final class ReportDerControl {
  public static final Action<Request, Response> ACTION =
      new Action<>("ReportDERControl", Request.class, Response.class);

  private ReportDerControl() {}

  /** What is told; each list has at most 24 items. */
  public record Request(
      @Items(max = 24) @AbsentIfEmpty List<CurveGet> curve,
      @Items(max = 24) @AbsentIfEmpty List<EnterServiceGet> enterService,
      @Items(max = 24) @AbsentIfEmpty List<FixedPfGet> fixedPFAbsorb,
      @Items(max = 24) @AbsentIfEmpty List<FixedPfGet> fixedPFInject,
      @Items(max = 24) @AbsentIfEmpty List<FixedVarGet> fixedVar,
      @Items(max = 24) @AbsentIfEmpty List<FreqDroopGet> freqDroop,
      @Items(max = 24) @AbsentIfEmpty List<GradientGet> gradient,
      @Items(max = 24) @AbsentIfEmpty List<LimitMaxDischargeGet> limitMaxDischarge,
      int requestId,
      Optional<Boolean> tbc) {
    public Request {
      curve = List.copyOf(curve);
      enterService = List.copyOf(enterService);
      fixedPFAbsorb = List.copyOf(fixedPFAbsorb);
      fixedPFInject = List.copyOf(fixedPFInject);
      fixedVar = List.copyOf(fixedVar);
      freqDroop = List.copyOf(freqDroop);
      gradient = List.copyOf(gradient);
      limitMaxDischarge = List.copyOf(limitMaxDischarge);
    }
  }

  /** The answer. */
  public record Response() {}

  /** OCPP's DERCurveGetType. */
  public record CurveGet(
      DerCurve curve,
      @Text(max = 36) String id,
      DerControl curveType,
      boolean isDefault,
      boolean isSuperseded) {}

  /** OCPP's EnterServiceGetType. */
  public record EnterServiceGet(DerSettings.EnterService enterService, @Text(max = 36) String id) {}

  /** OCPP's FixedPFGetType. */
  public record FixedPfGet(
      DerSettings.FixedPf fixedPF,
      @Text(max = 36) String id,
      boolean isDefault,
      boolean isSuperseded) {}

  /** OCPP's FixedVarGetType. */
  public record FixedVarGet(
      DerSettings.FixedVar fixedVar,
      @Text(max = 36) String id,
      boolean isDefault,
      boolean isSuperseded) {}

  /** OCPP's FreqDroopGetType. */
  public record FreqDroopGet(
      DerSettings.FreqDroop freqDroop,
      @Text(max = 36) String id,
      boolean isDefault,
      boolean isSuperseded) {}

  /** OCPP's GradientGetType. */
  public record GradientGet(DerSettings.Gradient gradient, @Text(max = 36) String id) {}

  /** OCPP's LimitMaxDischargeGetType. */
  public record LimitMaxDischargeGet(
      @Text(max = 36) String id,
      boolean isDefault,
      boolean isSuperseded,
      DerSettings.LimitMaxDischarge limitMaxDischarge) {}
}
