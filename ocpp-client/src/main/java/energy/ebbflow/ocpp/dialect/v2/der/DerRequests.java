package energy.ebbflow.ocpp.dialect.v2.der;

import energy.ebbflow.ocpp.der.DerControls;
import energy.ebbflow.ocpp.der.DerKept;
import energy.ebbflow.ocpp.dialect.FollowUp;
import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.v2.Infos;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.v2.der.ClearDerControl;
import energy.ebbflow.ocpp.v2.der.DerStatus;
import energy.ebbflow.ocpp.v2.der.GetDerControl;
import energy.ebbflow.ocpp.v2.der.ReportDerControl;
import energy.ebbflow.ocpp.v2.der.SetDerControl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Sets, reports and clears DER controls (R04). */
public final class DerRequests {
  /** Controls in one report; the schema permits 24 of each kind. */
  private static final int MAX_ITEMS = 10;

  private final Requests requests;
  private final DerControls controls;

  public DerRequests(Requests requests, DerControls controls) {
    this.requests = requests;
    this.controls = controls;
  }

  /** The messages came with 2.1. */
  public void register() {
    if (requests.version() == WireVersion.V21) {
      requests.on(SetDerControl.ACTION, this::set);
      requests.on(GetDerControl.ACTION, this::get);
      requests.on(ClearDerControl.ACTION, this::clear);
    }
  }

  private Reply set(SetDerControl.Request request, Instant now) {
    DerControls.Answer answer = controls.set(request, now);
    return requests.reply(
        new SetDerControl.Response(
            answer.status(),
            answer.why().flatMap(why -> Infos.info(why.reasonCode(), why.text())),
            answer.superseded()));
  }

  private Reply get(GetDerControl.Request request, Instant now) {
    if (request.controlType().filter(kind -> !controls.supports(kind)).isPresent()) {
      // R04.FR.36
      return requests.reply(
          new GetDerControl.Response(
              DerStatus.NOT_SUPPORTED, Infos.info("UnsupportedParam", "controlType")));
    }
    List<DerKept> found =
        controls.matching(request.isDefault(), request.controlType(), request.controlId());
    if (found.isEmpty()) {
      // R04.FR.30
      return requests.reply(
          new GetDerControl.Response(
              DerStatus.NOT_FOUND, Infos.info("NotFound", "no control fits")));
    }
    List<FollowUp> parts = new ArrayList<>();
    for (int i = 0; i < found.size(); i += MAX_ITEMS) {
      int end = Math.min(found.size(), i + MAX_ITEMS);
      parts.add(
          requests.send(
              ReportDerControl.ACTION,
              report(request.requestId(), found.subList(i, end), end < found.size())));
    }
    return requests.reply(
        new GetDerControl.Response(DerStatus.ACCEPTED, Optional.empty()),
        parts.toArray(FollowUp[]::new));
  }

  private static ReportDerControl.Request report(int id, List<DerKept> found, boolean more) {
    return new ReportDerControl.Request(
        each(
            found,
            c ->
                c.request()
                    .curve()
                    .map(
                        curve ->
                            new ReportDerControl.CurveGet(
                                curve,
                                c.request().controlId(),
                                c.request().controlType(),
                                c.request().isDefault(),
                                c.superseded()))),
        each(
            found,
            c ->
                c.request()
                    .enterService()
                    .map(e -> new ReportDerControl.EnterServiceGet(e, c.request().controlId()))),
        each(found, c -> c.request().fixedPFAbsorb().map(pf -> fixedPf(c, pf))),
        each(found, c -> c.request().fixedPFInject().map(pf -> fixedPf(c, pf))),
        each(
            found,
            c ->
                c.request()
                    .fixedVar()
                    .map(
                        v ->
                            new ReportDerControl.FixedVarGet(
                                v,
                                c.request().controlId(),
                                c.request().isDefault(),
                                c.superseded()))),
        each(
            found,
            c ->
                c.request()
                    .freqDroop()
                    .map(
                        d ->
                            new ReportDerControl.FreqDroopGet(
                                d,
                                c.request().controlId(),
                                c.request().isDefault(),
                                c.superseded()))),
        each(
            found,
            c ->
                c.request()
                    .gradient()
                    .map(g -> new ReportDerControl.GradientGet(g, c.request().controlId()))),
        each(
            found,
            c ->
                c.request()
                    .limitMaxDischarge()
                    .map(
                        l ->
                            new ReportDerControl.LimitMaxDischargeGet(
                                c.request().controlId(),
                                c.request().isDefault(),
                                c.superseded(),
                                l))),
        id,
        Optional.of(more));
  }

  private static ReportDerControl.FixedPfGet fixedPf(
      DerKept control, energy.ebbflow.ocpp.v2.der.DerSettings.FixedPf pf) {
    return new ReportDerControl.FixedPfGet(
        pf, control.request().controlId(), control.request().isDefault(), control.superseded());
  }

  private static <T> List<T> each(List<DerKept> found, Function<DerKept, Optional<T>> part) {
    return found.stream().map(part).flatMap(Optional::stream).toList();
  }

  private Reply clear(ClearDerControl.Request request, Instant now) {
    boolean unsupported =
        request.controlId().isEmpty()
            && request.controlType().filter(kind -> !controls.supports(kind)).isPresent();
    if (unsupported) {
      // R04.FR.43
      return requests.reply(
          new ClearDerControl.Response(
              DerStatus.NOT_SUPPORTED, Infos.info("UnsupportedParam", "controlType")));
    }
    int cleared = controls.clear(request.isDefault(), request.controlType(), request.controlId());
    // R04.FR.44: clearing all is accepted, even where there is none.
    boolean all = request.controlId().isEmpty() && request.controlType().isEmpty();
    return requests.reply(
        cleared > 0 || all
            ? new ClearDerControl.Response(DerStatus.ACCEPTED, Optional.empty())
            : new ClearDerControl.Response(
                DerStatus.NOT_FOUND, Infos.info("NotFound", "no control fits")));
  }
}
