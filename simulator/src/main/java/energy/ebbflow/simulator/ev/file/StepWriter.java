package energy.ebbflow.simulator.ev.file;

import energy.ebbflow.simulator.ev.script.Deed;
import energy.ebbflow.simulator.ev.script.VehicleStep;
import java.util.List;
import java.util.Locale;

/** Writes steps as {@link StepReader} reads them. */
public final class StepWriter {
  private StepWriter() {}

  /** One table {@code [[step]]} for each. */
  public static String write(List<VehicleStep> steps) {
    StringBuilder toml = new StringBuilder();
    for (VehicleStep step : steps) {
      toml.append("\n[[step]]\nwhen = \"").append(step.when()).append("\"\n");
      deed(toml, step.deed());
    }
    return toml.toString();
  }

  private static void deed(StringBuilder toml, Deed deed) {
    switch (deed) {
      case Deed.Plug _ -> word(toml, StepReader.Word.PLUG);
      case Deed.Unplug _ -> word(toml, StepReader.Word.UNPLUG);
      case Deed.Stop _ -> word(toml, StepReader.Word.STOP);
      case Deed.Pause _ -> word(toml, StepReader.Word.PAUSE);
      case Deed.Resume _ -> word(toml, StepReader.Word.RESUME);
      case Deed.Standby _ -> word(toml, StepReader.Word.STANDBY);
      case Deed.RenegotiateSchedule _ -> word(toml, StepReader.Word.RENEGOTIATE_SCHEDULE);
      case Deed.RenegotiateService _ -> word(toml, StepReader.Word.RENEGOTIATE_SERVICE);
      case Deed.SetSoc soc -> {
        word(toml, StepReader.Word.SET_SOC);
        toml.append("percent = ").append(soc.percent()).append('\n');
      }
      case Deed.AllowDischarge discharge -> {
        word(toml, StepReader.Word.ALLOW_DISCHARGE);
        toml.append("allowed = ").append(discharge.allowed()).append('\n');
      }
      case Deed.SetControl control -> {
        word(toml, StepReader.Word.SET_CONTROL);
        text(toml, "control", control.control().name().toLowerCase(Locale.ROOT));
      }
      case Deed.ChangeNeeds needs -> {
        word(toml, StepReader.Word.CHANGE_NEEDS);
        needs.departureSeconds().ifPresent(s -> number(toml, "departure_seconds", s));
        needs.targetSocPercent().ifPresent(p -> number(toml, "target_soc_percent", p));
        needs.minimumSocPercent().ifPresent(p -> number(toml, "minimum_soc_percent", p));
      }
      case Deed.Misbehave misbehave -> {
        word(toml, StepReader.Word.MISBEHAVE);
        text(toml, "kind", misbehave.kind().name().toLowerCase(Locale.ROOT));
        if (!misbehave.state().isEmpty()) {
          text(toml, "state", misbehave.state());
        }
      }
    }
  }

  private static void word(StringBuilder toml, StepReader.Word word) {
    text(toml, "do", word.name().toLowerCase(Locale.ROOT));
  }

  private static void text(StringBuilder toml, String key, String value) {
    toml.append(key).append(" = \"").append(value).append("\"\n");
  }

  private static void number(StringBuilder toml, String key, Number value) {
    toml.append(key).append(" = ").append(value).append('\n');
  }
}
