package energy.ebbflow.firmware.events;

import energy.ebbflow.firmware.evse.Observation;
import energy.ebbflow.firmware.evse.basic.BasicReport;
import energy.ebbflow.firmware.power.PowerDecision;

/** Observations as kind and JSON fields. */
public final class ObservationJson {
  private ObservationJson() {}

  /** One word that says what it is about. */
  public static String kind(Observation observation) {
    return switch (observation) {
      case Observation.Pilot pilot -> "pilot";
      case Observation.Contactor contactor -> "contactor";
      case Observation.Lock lock -> "lock";
      case Observation.Sample sample -> "sample";
      case Observation.Word word -> "vehicle";
      case Observation.Display display -> "vehicle";
      case Observation.Basic basic -> "basic";
      case Observation.Phase phase -> "phase";
      case Observation.Decision decision -> "decision";
      case Observation.Session session -> "session";
      case Observation.Fault fault -> "fault";
      case Observation.State state -> "state";
      case Observation.Command command -> "command";
      case Observation.Note note -> "log";
    };
  }

  /** Adds its fields to {@code json}. */
  public static Json fields(Observation observation, Json json) {
    return switch (observation) {
      case Observation.Pilot pilot ->
          json.with("from", pilot.from().name())
              .with("state", pilot.state().name())
              .with("highVolts", pilot.highVolts())
              .with("lowVolts", pilot.lowVolts())
              .with("dutyPercent", pilot.dutyPercent());
      case Observation.Contactor contactor -> json.with("closed", contactor.closed());
      case Observation.Lock lock -> json.with("locked", lock.locked());
      case Observation.Sample sample ->
          json.with("volts", sample.volts())
              .with("amps", sample.amps())
              .with("watts", sample.watts())
              .with("soc", sample.socPercent())
              .with("setpointWatts", sample.setpointWatts())
              .with("importedWh", sample.importedWh())
              .with("exportedWh", sample.exportedWh())
              .with("pilotVolts", sample.pilotVolts());
      case Observation.Word word -> VehicleJson.fields(word.word(), json);
      case Observation.Display display -> VehicleJson.fields(display.detail(), json);
      case Observation.Basic basic -> basic(basic.report(), json);
      case Observation.Phase phase ->
          json.with("name", phase.name()).with("state", phase.begins() ? "begin" : "end");
      case Observation.Decision decision -> decision(decision.decision(), json);
      case Observation.Session session ->
          json.with("protocol", session.protocol())
              .with("service", session.service())
              .with("control", session.control());
      case Observation.Fault fault ->
          json.with("code", fault.code())
              .with("text", fault.text())
              .with("cleared", fault.cleared());
      case Observation.State state -> json.with("name", state.name());
      case Observation.Command command ->
          json.with("name", command.name())
              .with("accepted", command.accepted())
              .with("text", command.text());
      case Observation.Note note -> json.with("level", "info").with("text", note.text());
    };
  }

  private static Json basic(BasicReport report, Json json) {
    json.with("event", report.event()).with("reason", report.reason()).with("text", report.text());
    return switch (report) {
      case BasicReport.AboveRequest above ->
          json.with("requestWatts", above.requestWatts())
              .with("offeredWatts", above.offeredWatts())
              .with("offeredAmps", above.offeredAmps());
      case BasicReport.AboveRequestEnded ended -> json.with("wattHours", ended.wattHours());
      case BasicReport.Paused paused ->
          json.with("requestWatts", paused.requestWatts()).with("hardWatts", paused.hardWatts());
      case BasicReport.Resumed resumed ->
          json.with("pauseSeconds", (double) resumed.pauseSeconds())
              .with("resumeSeconds", (double) resumed.resumeSeconds());
      case BasicReport.Learned learned ->
          json.with("minimumAmps", learned.tolerance().minimumAmps());
      case BasicReport.WakingUp waking -> json;
      case BasicReport.DoesNotResume asleep -> json;
      case BasicReport.PhasesChanging changing -> json;
      case BasicReport.PhasesChanged changed -> json;
    };
  }

  private static Json decision(PowerDecision decision, Json json) {
    return json.with("watts", decision.setpoint().value())
        .with("limit", decision.winner())
        .with("chargeWattsMax", decision.charge().max().value())
        .with("chargeLimit", decision.charge().source())
        .with("dischargeWattsMax", decision.discharge().max().value())
        .with("dischargeLimit", decision.discharge().source());
  }
}
